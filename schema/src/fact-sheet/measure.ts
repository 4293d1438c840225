import { Prisma } from "@chacra/prisma";
import { coerceInputValue, type GraphQLInputType, type GraphQLSchema, print, valueToLiteral } from "graphql";
import type { Suppression } from "../access/suppression.ts";
import { analyse } from "../analysis/analyse.ts";
import type { AnalysisResult } from "../analysis/analysis.ts";
import type { Cell } from "../analysis/columns.ts";
import { type AnalysisRow, countOf, distinctOf, keyOf, valueOfMeasure } from "../analysis/row.ts";
import { once } from "../connection/fields.ts";
import type { WhereValue } from "../connection/logic.ts";
import { delegate, hasRelation } from "../connection/rows.ts";
import type { GraphContext } from "../context.ts";
import type { FigureDefinition, FigureMeasure, Period } from "./definitions.ts";

/** What the records say of a figure. */
export interface Live {
  value: Prisma.Decimal | null;
  /** Number of records behind it; null when suppressed. */
  records: number | null;
  suppressed: Suppression | null;
}

/** A figure's live value in one place or year. */
export interface LiveOf extends Live {
  key: Cell;
}

type AnalysisMeasure = Extract<FigureMeasure, { kind: "analysis" }>;

const nothing = { value: null, records: 0, suppressed: null };

/** The value of a figure in a period, as a viewer may be told it. */
export function measure(
  context: GraphContext,
  schema: GraphQLSchema,
  definition: FigureDefinition,
  period: Period,
): Promise<Live> {
  const [live] = measureAll(context, schema, [definition], period);
  return live ? live() : Promise.resolve(nothing);
}

/** The values of figures, each worked out when it is asked for: those of one analysis over the same records in one statement. */
export function measureAll(
  context: GraphContext,
  schema: GraphQLSchema,
  definitions: readonly FigureDefinition[],
  period: Period,
): (() => Promise<Live>)[] {
  const together = Map.groupBy(definitions, (definition) => {
    const { measure: how, where } = definition;
    if (how.kind !== "analysis") return definition;
    return JSON.stringify([how.of.name, how.key, how.args?.(period), where(period)]);
  });
  const lives = new Map(
    [...together.values()].flatMap((some) => {
      const analysed = once(() => analyseTogether(context, schema, some, period));
      return some.map((definition) => [
        definition,
        once(() => measureOne(context, schema, definition, period, analysed)),
      ]);
    }),
  );
  return definitions.map((definition) => lives.get(definition) ?? (() => Promise.resolve(nothing)));
}

function analyseTogether(
  context: GraphContext,
  schema: GraphQLSchema,
  definitions: readonly FigureDefinition[],
  period: Period,
): Promise<AnalysisResult | undefined> {
  const measures = definitions.flatMap(({ measure: how }) => (how.kind === "analysis" ? [how] : []));
  const [definition, how] = [definitions[0], measures[0]];
  if (!definition || !how) return Promise.resolve(undefined);
  const reads = measures.map(({ read }) => read);
  return analyseBy(context, schema, definition, how, reads, period, how.key ? [how.key] : []);
}

async function measureOne(
  context: GraphContext,
  schema: GraphQLSchema,
  definition: FigureDefinition,
  period: Period,
  analysed: () => Promise<AnalysisResult | undefined>,
): Promise<Live> {
  const { measure: how, connection } = definition;
  if (how.kind === "analysis") {
    const result = await analysed();
    if (!result) return nothing;
    const { rows, suppressed } = result;
    if (how.read === "rows") {
      const counts = rows.map(countOf);
      const isWhole = counts.every((count) => count !== null);
      const records = isWhole ? counts.reduce((sum: number, count) => sum + Number(count), 0) : null;
      // The public is told of the rows alone that it may know of.
      return { value: new Prisma.Decimal(rows.length), records, suppressed: rows.length > 0 ? null : suppressed };
    }
    const [row] = rows;
    return row ? liveOf(row, how, suppressed) : { value: null, records: null, suppressed };
  }
  const where = wherePrisma(context, schema, definition, period);
  const rows = delegate(context.prisma, connection.model);
  if (how.kind === "rank") {
    const [statement] = await rows.findMany({ where, select: { rank: true, band: true } });
    const rank = statement?.rank ?? statement?.band ?? null;
    return { ...nothing, value: rank === null ? null : new Prisma.Decimal(rank as number), records: statement ? 1 : 0 };
  }
  if (how.kind === "distinct") {
    const groups = await rows.groupBy({ by: [how.column], where, _count: { _all: true } });
    const records = groups.reduce((sum, { _count }) => sum + _count._all, 0);
    return { ...nothing, value: new Prisma.Decimal(groups.length), records };
  }
  const { _count } = await rows.aggregate({ where, _count: { _all: true } });
  return { ...nothing, value: new Prisma.Decimal(_count._all), records: _count._all };
}

/**
 * The values of a figure by year or by region, where its records have one; by the dimension's own values.
 */
export async function measureBy(
  context: GraphContext,
  schema: GraphQLSchema,
  definition: FigureDefinition,
  period: Period,
  key: "year" | "region",
): Promise<LiveOf[]> {
  const { measure: how, connection } = definition;
  if (how.kind === "analysis") {
    if (!(key in how.of.dimensions)) return [];
    const result = await analyseBy(context, schema, definition, how, [how.read], period, [key]);
    return (result?.rows ?? []).map((row) => ({ ...liveOf(row, how, null), key: keyOf(row, key) }));
  }
  if (how.kind !== "count" || key !== "region" || !hasRelation(connection.model, "region")) return [];
  const where = wherePrisma(context, schema, definition, period);
  const groups = await delegate(context.prisma, connection.model).groupBy({
    by: ["regionId"],
    where,
    _count: { _all: true },
    orderBy: { regionId: "asc" },
  });
  return groups.map(({ regionId, _count }) => ({
    value: new Prisma.Decimal(_count._all),
    records: _count._all,
    suppressed: null,
    key: regionId as number,
  }));
}

async function analyseBy(
  context: GraphContext,
  schema: GraphQLSchema,
  definition: FigureDefinition,
  { of, args }: AnalysisMeasure,
  reads: readonly string[],
  period: Period,
  keys: string[],
): Promise<AnalysisResult | undefined> {
  const own = args?.(period);
  // A change needs two years.
  if (own && Number(own.from) >= Number(own.to)) return undefined;
  const [result] = await analyse(
    context,
    of,
    // An analysis that chooses its records by arguments of its own has them there already.
    { ...own, where: own ? null : coerced(schema, of.where.ref.name, definition.where(period)) },
    {
      keys,
      aggregates: reads.filter((read) => read.includes(".") && !read.startsWith("countDistinct.")),
      distinct: reads.flatMap((read) =>
        read.startsWith("countDistinct.") ? [read.slice("countDistinct.".length)] : [],
      ),
      share: false,
      conditions: [],
    },
  );
  return result;
}

function liveOf(row: AnalysisRow, { read, inPercent }: AnalysisMeasure, hidden: Suppression | null): Live {
  const suppressed = row.suppressed ?? null;
  const [measureName = "", aggregate = ""] = read.split(".");
  const value =
    read === "count"
      ? countOf(row)
      : measureName === "countDistinct"
        ? distinctOf(row, aggregate)
        : valueOfMeasure(row, measureName, aggregate);
  const decimal = value === null ? null : new Prisma.Decimal(value).times(inPercent ? 100 : 1);
  return { value: decimal, records: countOf(row), suppressed: suppressed ?? (value === null ? hidden : null) };
}

function wherePrisma(
  { viewer }: GraphContext,
  schema: GraphQLSchema,
  { connection: { where }, where: whereOf }: FigureDefinition,
  period: Period,
): WhereValue {
  return where.toPrisma(coerced(schema, where.ref.name, whereOf(period)), viewer);
}

function coerced(schema: GraphQLSchema, type: string, value: object): WhereValue {
  return coerceInputValue(value, schema.getType(type) as GraphQLInputType) as WhereValue;
}

/** A `where` as text, as it stands in a query. */
export function whereText(schema: GraphQLSchema, { connection, where }: FigureDefinition, period: Period): string {
  const literal = valueToLiteral(where(period), schema.getType(connection.where.ref.name) as GraphQLInputType);
  return literal ? print(literal) : "{}";
}

/** A query that lists the records behind a figure, page by page. */
export function listQuery(schema: GraphQLSchema, definition: FigureDefinition, period: Period): string {
  const { field, nodes } = definition;
  return `query Records($after: String) {
  ${field}(first: 100, after: $after, where: ${whereText(schema, definition, period)}) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { ${nodes} }
  }
}`;
}
