import { Prisma } from "@chacra/prisma";
import { tableOf } from "@chacra/prisma/tables";
import { coerceInputValue, type GraphQLInputType, type GraphQLSchema } from "graphql";
import type { Suppression } from "../access/suppression.ts";
import type { Viewer } from "../access/viewer.ts";
import { type AnalysisPlan, planAnalysis } from "../analysis/analyse.ts";
import type { AnalysisArgs, AnalysisResult } from "../analysis/analysis.ts";
import { type AnalysisRow, countOf, distinctOf, valueOfMeasure } from "../analysis/row.ts";
import type { Asked } from "../analysis/selection.ts";
import type { AnalysisStatement, RawAnalysis } from "../analysis/statement.ts";
import type { WhereValue } from "../connection/logic.ts";
import { Params, quote } from "../sql/params.ts";
import { compileWhere } from "../sql/where.ts";
import type { FigureDefinition, FigureMeasure, Period } from "./definitions.ts";

/** What the records say of a figure. */
export interface Live {
  value: Prisma.Decimal | null;
  /** Number of records behind it; null when suppressed. */
  records: number | null;
  suppressed: Suppression | null;
}

export type AnalysisMeasure = Extract<FigureMeasure, { kind: "analysis" }>;

/** The value of a figure that there are no records of. */
export const nothing = { value: null, records: 0, suppressed: null };

/** Figures that one subquery answers. */
export interface FigurePlan {
  of: readonly FigureDefinition[];
  /** A subquery that gives one JSON value. */
  sql(params: Params): string;
  read(raw: unknown): ReadonlyMap<FigureDefinition, Live>;
}

/** Plans the values of figures: those of one analysis over the same records together. */
export function planFigures(
  viewer: Viewer,
  schema: GraphQLSchema,
  definitions: readonly FigureDefinition[],
  period: Period,
): FigurePlan[] {
  const together = Map.groupBy(definitions, (definition) => {
    const { measure: how, where } = definition;
    if (how.kind !== "analysis") return definition;
    return JSON.stringify([how.of.name, how.key, how.args?.(period), where(period)]);
  });
  return [...together.values()].map((some) => {
    const [definition] = some;
    const analysed = some.flatMap((one) => (one.measure.kind === "analysis" ? [{ one, how: one.measure }] : []));
    const [first] = analysed;
    if (first) return analysisOf(viewer, schema, first.one, analysed, period);
    if (!definition) throw new Error("There is no figure.");
    return recordsOf(viewer, schema, definition, period);
  });
}

function analysisOf(
  viewer: Viewer,
  schema: GraphQLSchema,
  definition: FigureDefinition,
  analysed: readonly { one: FigureDefinition; how: AnalysisMeasure }[],
  period: Period,
): FigurePlan {
  const of = analysed.map(({ one }) => one);
  const [how] = analysed.map((one) => one.how);
  const reads = analysed.map(({ how: { read } }) => read);
  const plan = how && planBy(viewer, schema, definition, how, reads, period, how.key ? [how.key] : []);
  if (!plan) return { of, sql: () => "NULL", read: () => new Map() };
  let statement: AnalysisStatement | undefined;
  return {
    of,
    sql(params) {
      statement = plan.statement(params);
      return statement.sql;
    },
    read(raw) {
      // What was asked with other values has the same columns.
      const asked = statement ?? plan.statement(new Params());
      const result = plan.decide(raw as RawAnalysis, asked, () => false)();
      return new Map(analysed.map(({ one, how: own }) => [one, liveIn(result, own)]));
    },
  };
}

function liveIn({ rows, suppressed }: AnalysisResult, how: AnalysisMeasure): Live {
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

/** A figure that is told of open records. */
function recordsOf(viewer: Viewer, schema: GraphQLSchema, definition: FigureDefinition, period: Period): FigurePlan {
  const { measure: how, connection } = definition;
  const { model } = connection;
  const { name, columns } = tableOf(model);
  const column = (key: string) => `t.${quote(columns[key]?.name ?? "")}`;
  const from = (params: Params) =>
    `FROM ${quote(name)} t WHERE ${compileWhere(model, "t", wherePrisma(viewer, schema, definition, period), params)}`;
  const alone = (live: Live) => new Map([[definition, live]]);
  if (how.kind === "rank") {
    return {
      of: [definition],
      sql: (params) => `SELECT json_build_array(${column("rank")}, ${column("band")}) ${from(params)} LIMIT 1`,
      read(raw) {
        const [rank, band] = (raw ?? []) as (number | null)[];
        const value = rank ?? band ?? null;
        return alone({ ...nothing, value: value === null ? null : new Prisma.Decimal(value), records: raw ? 1 : 0 });
      },
    };
  }
  const groups = how.kind === "distinct" ? ` GROUP BY ${column(how.column)}` : "";
  return {
    of: [definition],
    sql: (params) =>
      `SELECT json_build_array(count(*), coalesce(sum(g.n), 0)) FROM (SELECT count(*) AS n ${from(params)}${groups}) g`,
    read(raw) {
      const [groupCount = 0, records = 0] = raw as number[];
      return alone({ ...nothing, value: new Prisma.Decimal(how.kind === "distinct" ? groupCount : records), records });
    },
  };
}

function planBy(
  viewer: Viewer,
  schema: GraphQLSchema,
  definition: FigureDefinition,
  how: AnalysisMeasure,
  reads: readonly string[],
  period: Period,
  keys: string[],
): AnalysisPlan | undefined {
  const asked = askedBy(schema, definition, how, reads, period, keys);
  return asked && planAnalysis(viewer, how.of, asked.args, asked.asked);
}

/** What a figure asks of its analysis; undefined where the period has nothing to ask for. */
export function askedBy(
  schema: GraphQLSchema,
  definition: FigureDefinition,
  { of, args }: AnalysisMeasure,
  reads: readonly string[],
  period: Period,
  keys: string[],
): { args: AnalysisArgs; asked: Asked } | undefined {
  const own = args?.(period);
  // A change needs two years.
  if (own && Number(own.from) >= Number(own.to)) return undefined;
  return {
    // An analysis that chooses its records by arguments of its own has them there already.
    args: { ...own, where: own ? null : coerced(schema, of.where.ref.name, definition.where(period)) },
    asked: {
      keys,
      aggregates: reads.filter((read) => read.includes(".") && !read.startsWith("countDistinct.")),
      distinct: reads.flatMap((read) =>
        read.startsWith("countDistinct.") ? [read.slice("countDistinct.".length)] : [],
      ),
      share: false,
      conditions: [],
    },
  };
}

export function liveOf(row: AnalysisRow, { read, inPercent }: AnalysisMeasure, hidden: Suppression | null): Live {
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

export function wherePrisma(
  viewer: Viewer,
  schema: GraphQLSchema,
  { connection: { where }, where: whereOf }: FigureDefinition,
  period: Period,
): WhereValue {
  return where.toPrisma(coerced(schema, where.ref.name, whereOf(period)), viewer);
}

function coerced(schema: GraphQLSchema, type: string, value: object): WhereValue {
  return coerceInputValue(value, schema.getType(type) as GraphQLInputType) as WhereValue;
}
