import { each, enclosedPolicy, policy, rules } from "../../access/policy.ts";

export const FarmPolicy = policy("Farm", {
  rows: { kind: "household", path: ["family"] },
  fields: {
    ...each(rules.record, "hectares", "certifications", "plots", "verifications", "provenance"),
    ...each(rules.counted, "family", "region", "localGovernment"),
    id: rules.seal,
    code: rules.pseudonym,
    coordinates: rules.coordinates,
    altitude: rules.altitude,
  },
  counting: {
    places: ["region", "localGovernment"],
    place: "localGovernmentId",
    dimensions: { "family.enrolledOn": "year" },
  },
});

enclosedPolicy("FarmCertification", "kind", "validFrom", "validUntil");
