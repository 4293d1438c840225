import { each, enclosedPolicy, policy, rules } from "../../access/policy.ts";

export const InvestmentPolicy = policy("Investment", {
  rows: { kind: "householdOrOpen", path: ["recipientFamily"] },
  fields: {
    ...each(rules.open, "kind", "instrument", "amount", "currency", "committedOn", "disbursements", "funder"),
    ...each(rules.open, "intervention", "activity", "localGovernment", "region", "recipient", "provenance"),
    ...each(rules.open, "recipientLocalGovernment", "recipientLocality", "recipientEnterprise"),
    recipientFamily: rules.record,
    id: rules.openSeal,
    code: rules.householdCode,
  },
  counting: {
    places: ["region", "localGovernment"],
    place: "localGovernmentId",
    dimensions: { kind: "value", instrument: "value", currency: "value", committedOn: "year" },
  },
});

enclosedPolicy("Disbursement", "disbursedOn", "amount");
