import { openPolicy } from "../../access/policy.ts";

export const InterventionPolicy = openPolicy(
  "Intervention",
  "activities",
  "code",
  "description",
  "id",
  "investments",
  "name",
  "nameEs",
  "trainings",
);
