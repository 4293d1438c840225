import { Provenance } from "../generated/client/enums.ts";
import type { BulkLoad } from "./bulk-load.ts";
import { list, numberOrNull, oneOf, readFacts, textOrNull } from "./facts.ts";
import { csvLines, table } from "./tables.ts";

const INDICATOR = table(
  "Indicator",
  "id",
  "code",
  "title",
  "unit",
  "definition",
  "disaggregations",
  "baselineYear",
  "baselineValue",
  "targetYear",
  "targetValue",
  "provenance",
);

/** Loads what is measured; what has been reached is never stored, it is counted from the records. */
export async function loadIndicators(load: BulkLoad): Promise<void> {
  const facts = readFacts(
    "indicators",
    "code",
    "title",
    "unit",
    "definition",
    "disaggregations",
    "baseline_year",
    "baseline_value",
    "target_year",
    "target_value",
    "provenance",
  );
  await load.load(
    INDICATOR,
    csvLines(
      INDICATOR,
      facts.map((fact, index) => ({
        id: index + 1,
        code: fact.code,
        title: fact.title,
        unit: fact.unit,
        definition: fact.definition,
        disaggregations: list(fact.disaggregations),
        baselineYear: numberOrNull(fact.baseline_year),
        baselineValue: textOrNull(fact.baseline_value),
        targetYear: numberOrNull(fact.target_year),
        targetValue: textOrNull(fact.target_value),
        provenance: oneOf(Provenance, fact.provenance),
      })),
    ),
  );
}
