import { each, policy, rules } from "../../access/policy.ts";

export const FamilyMemberPolicy = policy("FamilyMember", {
  rows: { kind: "household", path: ["family"] },
  fields: {
    ...each(rules.record, "birthYear", "isHead", "participations", "trainings", "provenance"),
    ...each(rules.counted, "family", "sex"),
    id: rules.seal,
    code: rules.pseudonym,
    ...each(rules.identity, "name", "nationalId"),
  },
  counting: {
    places: ["family.region", "family.localGovernment"],
    place: "family.localGovernmentId",
    dimensions: { sex: "value" },
  },
});
