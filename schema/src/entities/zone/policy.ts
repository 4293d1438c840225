import { openPolicy } from "../../access/policy.ts";

openPolicy("CocaArea", "hectares", "region", "source", "year", "zone");
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
