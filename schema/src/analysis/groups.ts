import { From } from "../sql/from.ts";
import type { Params } from "../sql/params.ts";
import { compileWhereOf } from "../sql/where.ts";
import type { Analysis } from "./analysis.ts";
import type { Columns } from "./columns.ts";
import { type Dimension, isRecord } from "./dimensions.ts";
import { aggregateSql } from "./measures.ts";
import type { AnalysisQuery } from "./statement.ts";

/** The records of an analysis in groups, in SQL: all columns but the ranks. */
export function groups(analysis: Analysis, query: AnalysisQuery, columns: Columns, params: Params): string {
  const { model, dimensions, measures, distinct, panel } = analysis;
  const from = new From(model);
  panel?.join(from, query.panel, params);
  const grouping = new Grouping(from);
  const conditions: string[] = [];
  for (const [i, key] of [...columns.keys.keys()].entries()) grouping.by(dimensionOf(dimensions, key), `k${i}`);
  if (query.parents) {
    const parent = grouping.by(query.parents.dimension, "parent");
    conditions.push(`${parent} = ANY(${query.parents.sql(params)})`);
  }
  const selected = new Map([["count", "count(*)"]]);
  const select = (index: number | undefined, sql: string) => {
    const name = index === undefined ? undefined : columns.names[index];
    if (name !== undefined) selected.set(name, sql);
  };
  if (query.families) {
    const family = from.foreignKey(query.families.join("."));
    select(columns.families, query.families.length === 0 ? "count(*)" : `count(DISTINCT ${family})`);
  }
  for (const [key, index] of columns.wholes) select(index, `min(${dimensionOf(dimensions, key).whole?.(from)})`);
  for (const [name, index] of columns.distinct) {
    select(index, `count(DISTINCT ${from.column(distinct[name]?.column ?? "")})`);
  }
  for (const [name, aggregates] of columns.values) {
    const measure = measures[name];
    if (!measure) throw new Error(`There is no measure ${name}.`);
    for (const [aggregate, index] of aggregates) {
      // As text, so that no digit is lost.
      select(index, `(${aggregateSql(measure, aggregate, from, aggregates.has("median"))})::text`);
    }
    if (measure.kind === "money") {
      const currency = measure.currency(from);
      select(columns.currencies.get(name), `CASE WHEN min(${currency}) = max(${currency}) THEN min(${currency}) END`);
    }
  }
  conditions.push(compileWhereOf(from, query.where, params));
  return grouping.select(selected, query.parents !== undefined, conditions);
}

function dimensionOf(dimensions: Analysis["dimensions"], key: string): Dimension {
  const dimension = dimensions[key];
  if (!dimension) throw new Error(`There is no dimension ${key}.`);
  return dimension;
}

/** What records are grouped by. */
class Grouping {
  readonly #from: From;
  readonly #by: { dimension: Dimension; name: string; sql: string }[] = [];

  constructor(from: From) {
    this.#from = from;
  }

  by(dimension: Dimension, name: string): string {
    const sql = dimension.sql(this.#from);
    this.#by.push({ dimension, name, sql });
    return sql;
  }

  select(selected: Map<string, string>, hasParents: boolean, conditions: readonly string[]): string {
    // PostgreSQL sorts by them in this order, and soonest done where the first comparison decides.
    const by = this.#by.toSorted((a, b) => spread(a.dimension) - spread(b.dimension));
    const columns = [
      ...by.map(({ sql, name }) => `${sql} AS ${name}`),
      ...(hasParents ? [] : ["NULL AS parent"]),
      ...[...selected].map(([name, sql]) => `${sql} AS ${name}`),
    ];
    const groupBy = by.length > 0 ? ` GROUP BY ${by.map((_, i) => i + 1).join(", ")}` : "";
    return `SELECT ${columns.join(", ")} FROM ${this.#from.sql} WHERE ${conditions.join(" AND ")}${groupBy}`;
  }
}

/** Values that are many and quickly compared come first. */
function spread({ cut, type }: Dimension): number {
  if (cut.kind === "place" && cut.level === "localGovernment") return 0;
  return isRecord(type) ? 1 : type === "Int" ? 2 : 3;
}
