import { openPolicy } from "../../access/policy.ts";

export const TrainingPolicy = openPolicy(
  "Training",
  "activity",
  "code",
  "endsOn",
  "hours",
  "id",
  "intervention",
  "localGovernment",
  "modality",
  "organization",
  "participants",
  "provenance",
  "region",
  "startsOn",
  "title",
  "topic",
);
