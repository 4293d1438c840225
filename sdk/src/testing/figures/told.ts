import { argumentError } from "../../../../schema/src/errors.ts";
import { graphMap } from "../_generated/graph-map.ts";
import type { Context } from "../context.ts";
import type { Figure } from "../graph-map.ts";
import type { Row } from "../record-store.ts";
import { once, rounded } from "../values.ts";
import { filterText, type Live, measure, measureBy, type Period, PROGRAMME } from "./measure.ts";

/**
 * The fact sheet, as its type has it.
 *
 * @throws {GraphQLError} `BAD_ARGUMENT` when the days are not in order
 */
export function factSheet(context: Context, args: { from?: unknown; to?: unknown }): object {
  const period = { from: String(args.from ?? PROGRAMME.from), to: String(args.to ?? PROGRAMME.to) };
  if (period.from > period.to) {
    const message = `to must be a day on or after from (${period.from}), not ${period.to}.`;
    throw argumentError("BAD_ARGUMENT", "to", message);
  }
  return {
    ...period,
    figures: (asked: { codes?: readonly unknown[] | null }) => figuresIn(context, period, asked.codes),
  };
}

function figuresIn(context: Context, period: Period, codes: readonly unknown[] | null | undefined): object[] {
  return context.store.all("PublishedFigure").flatMap((published) => {
    const figure = graphMap.figures[String(published.code)];
    if (!figure || (codes && !codes.includes(published.code))) return [];
    const live = once(() => measure(context, figure, period));
    // Too many years are told at once, whatever is asked of the figure.
    if (figure.measure.kind === "analysis" && figure.measure.isByYears) live();
    const { code, title, titleEs, unit, comparison, value } = published;
    return {
      ...{ code, title, titleEs, unit, comparison, publishedValue: value, suppressed: null },
      value: () => inFigures(live().value),
      source: () => context.store.one(published, "source"),
      agrees: () => agrees(live().value, published, period),
      lineage: () => lineageOf(figure, period, live),
    };
  });
}

const inFigures = (value: number | null) => (value === null ? null : rounded(value, 4));

function agrees(value: number | null, { value: published, comparison }: Row, { from, to }: Period): boolean | null {
  const isOfProgramme = from === PROGRAMME.from && to === PROGRAMME.to;
  if (value === null || published === null || !isOfProgramme) return null;
  const said = Number(published);
  switch (comparison) {
    case "OVER":
      return value > said;
    case "AT_MOST":
      return value <= said;
    case "APPROXIMATELY":
      return Math.abs(value - said) <= said * 0.01;
    default:
      return rounded(value, String(said).split(".")[1]?.length ?? 0) === said;
  }
}

function lineageOf(figure: Figure, period: Period, live: () => Live): object {
  const { definition, formula, query } = figure;
  return {
    definition,
    formula,
    records: () => live().records,
    filter: () => filterText(figure, period),
    query: () => query.replace("{where}", () => filterText(figure, period)),
  };
}

/** The figure that an indicator measures. */
const figureOf = (indicator: string): Figure | undefined =>
  Object.values(graphMap.figures).find(({ indicators }) => indicators?.includes(indicator));

/** What an indicator has reached over the programme. */
export function actual(context: Context, indicator: string): number | null {
  const figure = figureOf(indicator);
  return figure ? inFigures(measure(context, figure, PROGRAMME).value) : null;
}

/** What an indicator has reached in each year or region. */
export function actualsBy(context: Context, indicator: string, key: "year" | "region"): object[] {
  const figure = figureOf(indicator);
  const parts = figure ? measureBy(context, figure, key) : [];
  return parts.map(({ key: value, live }) => ({
    year: key === "year" ? value : null,
    region: key === "region" ? context.store.byId("Region", Number(value)) : null,
    value: inFigures(live.value),
    suppressed: null,
  }));
}

/** How what an indicator has reached comes out of the records. */
export function lineage(context: Context, indicator: string): object | null {
  const figure = figureOf(indicator);
  return figure
    ? lineageOf(
        figure,
        PROGRAMME,
        once(() => measure(context, figure, PROGRAMME)),
      )
    : null;
}
