import { openPolicy } from "../../access/policy.ts";

export const CocaAreaPolicy = openPolicy("CocaArea", "hectares", "region", "source", "year", "zone");
export const ZonePolicy = openPolicy(
  "Zone",
  "cocaAreas",
  "code",
  "id",
  "localGovernments",
  "name",
  "provenance",
  "regions",
);
