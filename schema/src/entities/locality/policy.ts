import { openPolicy } from "../../access/policy.ts";

export const InternetServicePolicy = openPolicy("InternetService", "activeOn", "operator", "service");
export const LocalityPolicy = openPolicy(
  "Locality",
  "code",
  "connections",
  "coordinates",
  "enterprises",
  "families",
  "id",
  "investments",
  "localGovernment",
  "name",
  "provenance",
  "region",
);
