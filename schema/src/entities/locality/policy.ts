import { each, openPolicy, policy, rules } from "../../access/policy.ts";

export const LocalityPolicy = policy("Locality", {
  rows: { kind: "open" },
  fields: {
    ...each(rules.open, "id", "code", "name", "coordinates", "localGovernment", "region", "connections"),
    ...each(rules.open, "enterprises", "investments", "provenance"),
    families: rules.nearTotals,
  },
});

openPolicy("InternetService", "activeOn", "operator", "service");
