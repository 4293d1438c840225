import { FigureComparison } from "../generated/client/enums.ts";
import type { BulkLoad } from "./bulk-load.ts";
import { type Ids, oneOf, readFacts, textOrNull } from "./facts.ts";
import { csvLines, table } from "./tables.ts";

const PUBLISHED_FIGURE = table(
  "PublishedFigure",
  "id",
  "code",
  "title",
  "titleEs",
  "unit",
  "comparison",
  "value",
  "sourceId",
);

/** Loads what the fact sheet says, to be held against what the records say. */
export async function loadPublishedFigures(load: BulkLoad, sources: Ids): Promise<void> {
  const facts = readFacts("fact_sheet", "code", "title", "title_es", "unit", "comparison", "value", "source");
  const rows = facts.map((fact, index) => ({
    id: index + 1,
    code: fact.code,
    title: fact.title,
    titleEs: fact.title_es,
    unit: fact.unit,
    comparison: oneOf(FigureComparison, fact.comparison),
    value: textOrNull(fact.value),
    sourceId: sources.of(fact.source),
  }));
  await load.load(PUBLISHED_FIGURE, csvLines(PUBLISHED_FIGURE, rows));
}
