import { openPolicy } from "../../access/policy.ts";

export const ActivityPolicy = openPolicy(
  "Activity",
  "description",
  "ends",
  "enterprises",
  "id",
  "identifier",
  "implementer",
  "interventions",
  "investments",
  "provenance",
  "sectors",
  "source",
  "starts",
  "startsOn",
  "endsOn",
  "status",
  "title",
  "trainings",
);
export const ActivitySectorPolicy = openPolicy("ActivitySector", "code", "name");
export const PartialDatePolicy = openPolicy("PartialDate", "date", "precision");
