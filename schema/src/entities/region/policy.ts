import { openPolicy } from "../../access/policy.ts";

export const RegionPolicy = openPolicy(
  "Region",
  "capital",
  "cocaAreas",
  "coordinates",
  "enterprises",
  "families",
  "farms",
  "id",
  "investments",
  "localGovernments",
  "localities",
  "name",
  "provenance",
  "provinces",
  "trainings",
  "ubigeo",
  "zones",
);
