import { Prisma } from "@chacra/prisma";
import { type GraphQLInputType, type GraphQLSchema, print, valueToLiteral } from "graphql";
import { analyse } from "../analysis/analyse.ts";
import type { AnalysisResult } from "../analysis/analysis.ts";
import type { Cell } from "../analysis/columns.ts";
import { keyOf } from "../analysis/row.ts";
import { once } from "../connection/fields.ts";
import { delegate, hasRelation } from "../connection/rows.ts";
import type { GraphContext } from "../context.ts";
import { Params } from "../sql/params.ts";
import { type FigureDefinition, type Period, PROGRAMME } from "./definitions.ts";
import { type AnalysisMeasure, askedBy, type Live, liveOf, nothing, planFigures, wherePrisma } from "./plan.ts";

/** What is to be told of a value: at once where it is known already. */
export function toldOf<T>(live: Live | Promise<Live>, tell: (live: Live) => T): T | Promise<T> {
  return live instanceof Promise ? live.then(tell) : tell(live);
}

/** A figure's live value in one place or year. */
export interface LiveOf extends Live {
  key: Cell;
}

/** The value of a figure over the whole programme, as a viewer may be told it. */
export function measure(
  context: GraphContext,
  schema: GraphQLSchema,
  definition: FigureDefinition,
): Live | Promise<Live> {
  const known = context.figures?.get(definition);
  if (known) return known;
  const [live] = measureAll(context, schema, [definition], PROGRAMME);
  return live ? live() : Promise.resolve(nothing);
}

/** The values of figures, each worked out when it is asked for: those of one analysis over the same records in one statement. */
export function measureAll(
  context: GraphContext,
  schema: GraphQLSchema,
  definitions: readonly FigureDefinition[],
  period: Period,
): (() => Promise<Live>)[] {
  const lives = new Map(
    planFigures(context.viewer, schema, definitions, period).flatMap((figures) => {
      const loaded = once(async () => {
        const params = new Params();
        const sql = `SELECT (${figures.sql(params)})::text AS answer`;
        const [row] = await context.prisma.$queryRawUnsafe<{ answer: string | null }[]>(sql, ...params.values);
        return figures.read(JSON.parse(row?.answer ?? "null"));
      });
      return figures.of.map(
        (definition) => [definition, async () => (await loaded()).get(definition) ?? nothing] as const,
      );
    }),
  );
  return definitions.map((definition) => lives.get(definition) ?? (() => Promise.resolve(nothing)));
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
  const where = wherePrisma(context.viewer, schema, definition, period);
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
  how: AnalysisMeasure,
  reads: readonly string[],
  period: Period,
  keys: string[],
): Promise<AnalysisResult | undefined> {
  const asked = askedBy(schema, definition, how, reads, period, keys);
  const [result] = asked ? await analyse(context, how.of, asked.args, asked.asked) : [];
  return result;
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
