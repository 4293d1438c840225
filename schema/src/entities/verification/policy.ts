import { each, policy, rules } from "../../access/policy.ts";

export const CocaFreeVerificationPolicy = policy("CocaFreeVerification", {
  rows: { kind: "household", path: ["farm", "family"] },
  fields: {
    ...each(rules.record, "eradicatedHectares", "cocaFreeHectares", "provenance"),
    ...each(rules.counted, "farm", "verifiedOn", "supersededOn", "method"),
    id: rules.seal,
    code: rules.pseudonym,
    areaCode: rules.token,
  },
  counting: {
    places: ["farm.region", "farm.localGovernment"],
    place: "farm.localGovernmentId",
    dimensions: { verifiedOn: "year", supersededOn: "year", method: "value" },
  },
});
