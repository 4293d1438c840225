import { schema } from "@chacra/schema";
import { definitions, type FigureDefinition, type Period } from "../../schema/src/fact-sheet/definitions.ts";
import { listQuery, whereText } from "../../schema/src/fact-sheet/measure.ts";
import type { Figure } from "../../sdk/src/testing/graph-map.ts";

/** A period whose days and years are told from all else. */
const SOME: Period = { from: "1901-02-03", to: "1907-05-06" };
const ONE_YEAR: Period = { from: "1901-02-03", to: "1901-05-06" };

/** Every line of the fact sheet: how it comes out of the records. */
export function figures(): Record<string, Figure> {
  return Object.fromEntries(Object.entries(definitions).map(([code, definition]) => [code, figure(definition)]));
}

function figure(definition: FigureDefinition): Figure {
  const { formula, connection, measure, indicators, definition: words } = definition;
  const isByYears = measure.kind === "analysis" && measure.args !== undefined;
  const period = isByYears ? ONE_YEAR : SOME;
  const filter = whereText(schema, definition, period);
  return {
    definition: words,
    formula,
    connection: connection.name,
    where: isByYears ? {} : JSON.parse(inPlace(JSON.stringify(definition.where(period)))),
    measure: measureOf(measure),
    ...(indicators && { indicators }),
    filter: inPlace(filter),
    query: listQuery(schema, definition, period).replace(filter, "{where}"),
  };
}

function measureOf(measure: FigureDefinition["measure"]): Figure["measure"] {
  if (measure.kind !== "analysis") return measure;
  const { kind, of, read, key, inPercent, args } = measure;
  return {
    kind,
    analysis: of.name,
    read,
    ...(key && { key }),
    ...(inPercent && { inPercent }),
    ...(args && { isByYears: true }),
  };
}

/** With names in place of the period's days and years. */
function inPlace(text: string): string {
  return text
    .replaceAll(SOME.from, "{from}")
    .replaceAll(SOME.to, "{to}")
    .replaceAll("1907", '"{lastYear}"')
    .replaceAll("1901", '"{year}"');
}
