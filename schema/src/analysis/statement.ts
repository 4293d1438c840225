import { type CellQuery, cellStatement, type RawCell } from "../access/cells.ts";
import type { WhereValue } from "../connection/logic.ts";
import { From } from "../sql/from.ts";
import { Params } from "../sql/params.ts";
import { compileWhere } from "../sql/where.ts";
import type { Analysis, PanelArgs } from "./analysis.ts";
import type { Dimension } from "./dimensions.ts";
import { aggregateSql } from "./measures.ts";

export interface AnalysisQuery {
  /** Names of the dimensions to group by. */
  keys: readonly string[];
  /** The aggregates to work out, each `measure.aggregate`. */
  aggregates: readonly string[];
  distinct: readonly string[];
  where: WhereValue;
  panel: PanelArgs;
  /** Groups of their own for each of these values of a dimension. */
  parents?: { dimension: Dimension; ids: readonly number[] };
  /** The aggregates over all records of a parent, of which shares are taken. */
  totals: readonly string[] | undefined;
  /** The table by which it is decided what the public may be told. */
  cells?: CellQuery;
  /** Whether the families of each group are to be counted, in the relation that leads to them. */
  families?: readonly string[];
}

/** What the database answers. */
export interface RawAnalysis {
  groups: RawGroup[];
  totals: RawGroup[] | null;
  cells: RawCell[] | null;
}

/** `k0`, `k1` ... the key, `w0` ... what its values are parts of, `r0`, `r1` ... its ranks, `d0` ... distinct counts, `a0` ... aggregates, `c0` ... currencies. */
export interface RawGroup {
  parent: number | null;
  count: number;
  /** Number of families, where they are counted. */
  families?: number;
  [column: string]: unknown;
}

/** The one statement of an analysis: its groups, and what goes with them, as one JSON text. */
export function analysisStatement(analysis: Analysis, query: AnalysisQuery): { sql: string; values: unknown[] } {
  const params = new Params();
  const parts = [
    `(SELECT coalesce(json_agg(g), '[]') FROM (${ranked(analysis, query, params)}) g) AS groups`,
    `(SELECT json_agg(g) FROM (${totals(analysis, query, params)}) g) AS totals`,
    `(SELECT json_agg(c) FROM (${cells(analysis, query, params)}) c) AS cells`,
  ];
  return {
    sql: `SELECT row_to_json(answer)::text AS answer FROM (SELECT ${parts.join(",\n")}) answer`,
    values: params.values,
  };
}

const nothing = "SELECT WHERE FALSE";

function ranked(analysis: Analysis, query: AnalysisQuery, params: Params): string {
  const ranks = query.keys.map((key, i) => {
    const sort = analysis.dimensions[key]?.sort(`q.k${i}`);
    return `, dense_rank() OVER (ORDER BY ${sort} NULLS LAST) AS r${i}`;
  });
  return `SELECT q.*${ranks.join("")} FROM (${groups(analysis, query, query.keys, query.aggregates, params)}) q`;
}

function totals(analysis: Analysis, query: AnalysisQuery, params: Params): string {
  return query.totals ? groups(analysis, { ...query, distinct: [] }, [], query.totals, params) : nothing;
}

function cells(
  { model, policy, panel }: Analysis,
  { cells: asked, panel: args }: AnalysisQuery,
  params: Params,
): string {
  if (!asked) return nothing;
  return cellStatement(model, policy, [], asked, params, (from) => panel?.join(from, args, params));
}

function groups(
  { model, dimensions, measures, distinct, panel }: Analysis,
  { where, parents, distinct: counted, panel: args, families }: AnalysisQuery,
  keys: readonly string[],
  aggregates: readonly string[],
  params: Params,
): string {
  const from = new From(model);
  panel?.join(from, args, params);
  const selected: string[] = [];
  const grouped: string[] = [];
  const conditions: string[] = [];
  for (const [i, key] of keys.entries()) {
    const dimension = dimensions[key];
    if (!dimension) throw new Error(`There is no dimension ${key}.`);
    grouped.push(dimension.sql(from));
    selected.push(`${grouped.at(-1)} AS k${i}`);
  }
  if (parents) {
    const parent = parents.dimension.sql(from);
    grouped.push(parent);
    selected.push(`${parent} AS parent`);
    conditions.push(`${parent} = ANY(${params.add([...parents.ids], "int4[]")})`);
  }
  selected.push("count(*) AS count");
  if (families) {
    const family = from.foreignKey(families.join("."));
    selected.push(`${families.length === 0 ? "count(*)" : `count(DISTINCT ${family})`} AS families`);
    for (const [i, key] of keys.entries()) {
      const whole = dimensions[key]?.whole?.(from);
      if (whole) selected.push(`min(${whole}) AS w${i}`);
    }
  }
  for (const [i, name] of counted.entries()) {
    selected.push(`count(DISTINCT ${from.column(distinct[name]?.column ?? "")}) AS d${i}`);
  }
  for (const [i, name] of aggregates.entries()) {
    const [measureName = "", aggregate = ""] = name.split(".");
    const measure = measures[measureName];
    if (!measure) throw new Error(`There is no measure ${measureName}.`);
    selected.push(`(${aggregateSql(measure, aggregate, from)})::text AS a${i}`);
    if (measure.kind === "money") {
      const currency = measure.currency(from);
      selected.push(`CASE WHEN min(${currency}) = max(${currency}) THEN min(${currency}) END AS c${i}`);
    }
  }
  conditions.push(compileWhere(model, "t", where, params));
  // Keys and the parent stand first in the selection.
  const grouping = grouped.length > 0 ? ` GROUP BY ${grouped.map((_, i) => i + 1).join(", ")}` : "";
  return `SELECT ${selected.join(", ")} FROM ${from.sql} WHERE ${conditions.join(" AND ")}${grouping}`;
}
