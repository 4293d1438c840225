import { openPolicy } from "../../access/policy.ts";

openPolicy("InternetService", "activeOn", "operator", "service");
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
