import { each, enclosedPolicy, policy, rules } from "../../access/policy.ts";

export const FamilyPolicy = policy("Family", {
  rows: { kind: "household", path: [] },
  fields: {
    ...each(rules.record, "povertyLikelihood", "consent", "consentStatus", "consentScope", "incomes", "incomeChange"),
    ...each(rules.record, "members", "farms", "trainings", "investments", "provenance"),
    ...each(rules.counted, "region", "localGovernment", "enrolledOn"),
    id: rules.seal,
    code: rules.pseudonym,
    // The populated centre has its coordinates, and few families.
    locality: rules.near,
  },
  counting: {
    places: ["region", "localGovernment"],
    place: "localGovernmentId",
    dimensions: { enrolledOn: "year" },
  },
});

enclosedPolicy("Consent", "status", "scope", "date");
enclosedPolicy("IncomeChange", "from", "to", "percent");

/** Of those who see the family; totals of all. */
export const HouseholdIncomePolicy = policy("HouseholdIncome", {
  rows: { kind: "household", path: ["family"] },
  fields: { netIncome: rules.record, ...each(rules.counted, "year", "currency", "family") },
  counting: {
    places: ["family.region", "family.localGovernment"],
    place: "family.localGovernmentId",
    dimensions: { year: "value", currency: "value" },
  },
});
