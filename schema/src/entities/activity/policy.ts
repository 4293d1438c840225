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

openPolicy("ActivitySector", "code", "name");

openPolicy("PartialDate", "date", "precision");
