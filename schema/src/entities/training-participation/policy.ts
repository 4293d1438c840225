import { each, policy, rules } from "../../access/policy.ts";

export const TrainingParticipationPolicy = policy("TrainingParticipation", {
  rows: { kind: "household", path: ["family"] },
  fields: {
    attendanceRate: rules.record,
    ...each(rules.counted, "training", "member", "family", "certified"),
    id: rules.seal,
  },
  counting: {
    places: ["family.region", "family.localGovernment"],
    place: "family.localGovernmentId",
    dimensions: { certified: "value", "training.topic": "value", "training.startsOn": "year", "member.sex": "value" },
  },
});
