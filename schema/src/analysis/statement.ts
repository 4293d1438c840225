import { type CellQuery, cellStatement, type RawCell } from "../access/cells.ts";
import type { WhereValue } from "../connection/logic.ts";
import type { Params } from "../sql/params.ts";
import type { Analysis, PanelArgs } from "./analysis.ts";
import { type Cell, Columns } from "./columns.ts";
import type { Dimension } from "./dimensions.ts";
import { groups } from "./groups.ts";
import { rank } from "./rank.ts";

/** The values of a dimension that have groups of their own. */
export interface AnalysisParents {
  dimension: Dimension;
  /** Their list, as SQL. */
  sql(params: Params): string;
}

export interface AnalysisQuery {
  /** Names of the dimensions to group by. */
  keys: readonly string[];
  /** The aggregates to work out, each `measure.aggregate`. */
  aggregates: readonly string[];
  distinct: readonly string[];
  where: WhereValue;
  panel: PanelArgs;
  /** Groups of their own for each of these values of a dimension. */
  parents?: AnalysisParents;
  /** The measures whose sums over all records of a parent are wanted, of which shares are taken. */
  totals: readonly string[] | undefined;
  /** The table by which it is decided what the public may be told. */
  cells?: CellQuery;
  /** Whether the families of each group are to be counted, in the relation that leads to them. */
  families?: readonly string[];
}

/** What the database answers; rows as lists, in the order of their columns. */
export interface RawAnalysis {
  groups: Cell[][];
  totals: Cell[][] | null;
  cells: RawCell[] | null;
}

export interface AnalysisStatement {
  sql: string;
  columns: Columns;
  totalColumns: Columns;
}

/** The one statement of an analysis: its groups, and what goes with them, as one JSON text. */
export function analysisStatement(analysis: Analysis, query: AnalysisQuery, params: Params): AnalysisStatement {
  const columns = new Columns(analysis, { ...query, families: query.families !== undefined });
  const totalColumns = new Columns(analysis, {
    keys: [],
    aggregates: (query.totals ?? []).map((measure) => `${measure}.sum`),
    distinct: [],
    families: false,
  });
  const parts = [
    `(SELECT coalesce(json_agg(${listOf(columns, "g")}), '[]') FROM (${ranked(analysis, query, columns, params)}) g) AS groups`,
    `(SELECT json_agg(${listOf(totalColumns, "g")}) FROM (${totals(analysis, query, totalColumns, params)}) g) AS totals`,
    `(SELECT json_agg(c) FROM (${cells(analysis, query, params)}) c) AS cells`,
  ];
  return {
    sql: `SELECT row_to_json(answer) FROM (SELECT ${parts.join(",\n")}) answer`,
    columns,
    totalColumns,
  };
}

/** Lists are a third shorter than objects, and cheaper to read. */
function listOf({ names }: Columns, alias: string): string {
  return `json_build_array(${names.map((name) => `${alias}.${name}`).join(", ")})`;
}

function ranked(analysis: Analysis, query: AnalysisQuery, columns: Columns, params: Params): string {
  const joins: string[] = [];
  const ranks = [...columns.ranks].map(([key, index], i) => {
    const dimension = analysis.dimensions[key];
    if (!dimension) throw new Error(`There is no dimension ${key}.`);
    return `, ${rank(dimension, `q.k${i}`, joins)} AS ${columns.names[index]}`;
  });
  return `SELECT q.*${ranks.join("")} FROM (${groups(analysis, query, columns, params)}) q${joins.join("")}`;
}

function totals(analysis: Analysis, query: AnalysisQuery, columns: Columns, params: Params): string {
  if (query.totals) return groups(analysis, { ...query, families: undefined }, columns, params);
  return `SELECT ${columns.names.map((name) => `NULL AS ${name}`).join(", ")} WHERE FALSE`;
}

function cells(
  { model, policy, panel }: Analysis,
  { cells: asked, panel: args }: AnalysisQuery,
  params: Params,
): string {
  if (!asked) return "SELECT WHERE FALSE";
  return cellStatement(model, policy, [], asked, params, (from) => panel?.join(from, args, params));
}
