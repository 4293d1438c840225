import { openPolicy } from "../../access/policy.ts";

export const IndicatorPolicy = openPolicy(
  "Indicator",
  "baselineValue",
  "baselineYear",
  "code",
  "definition",
  "disaggregations",
  "id",
  "provenance",
  "targetValue",
  "targetYear",
  "title",
  "unit",
);
