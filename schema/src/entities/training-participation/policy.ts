import { each, policy, rules } from "../../access/policy.ts";

export const TrainingParticipationPolicy = policy("TrainingParticipation", {
  rows: { kind: "household", path: ["family"] },
  fields: {
    ...each(rules.record, "training", "member", "attendanceRate"),
    ...each(rules.counted, "family", "certified"),
    id: rules.seal,
  },
  counting: {
    places: ["family.region", "family.localGovernment"],
    placeColumn: { path: ["family"], column: "localGovernmentId" },
    dimensions: { certified: "value" },
  },
});
