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
    placeColumn: { path: [], column: "localGovernmentId" },
    dimensions: { enrolledOn: "year" },
  },
});

enclosedPolicy("Consent", "status", "scope", "date");
enclosedPolicy("HouseholdIncome", "year", "netIncome");
enclosedPolicy("IncomeChange", "from", "to", "percent");
