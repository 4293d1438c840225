import { openPolicy } from "../../access/policy.ts";

export const ProvincePolicy = openPolicy(
  "Province",
  "coordinates",
  "id",
  "localGovernments",
  "name",
  "provenance",
  "region",
  "ubigeo",
);
