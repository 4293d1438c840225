import { parseValue, print } from "graphql";
import type { WhereValue } from "../../../../schema/src/connection/logic.ts";
import { graphMap } from "../_generated/graph-map.ts";
import type { Group } from "../analysis/group.ts";
import { sortGroups } from "../analysis/group.ts";
import { Grouping } from "../analysis/grouping.ts";
import type { Context } from "../context.ts";
import type { Figure } from "../graph-map.ts";
import { exact } from "../values.ts";
import { whereOf } from "../where.ts";

/** Days, as 2018-01-01. */
export interface Period {
  from: string;
  to: string;
}

/** The years of the programme, of which the fact sheet speaks. */
export const PROGRAMME: Period = { from: "2018-01-01", to: "2022-12-31" };

/** What the records say of a figure. */
export interface Live {
  value: number | null;
  /** Number of records behind it. */
  records: number;
}

const nothing: Live = { value: null, records: 0 };

/** The value of a figure over a period. */
export function measure(context: Context, figure: Figure, period: Period): Live {
  const { measure: how } = figure;
  if (how.kind === "analysis") {
    const groups = analysed(context, figure, period, how.key ? [how.key] : []);
    if (how.read !== "rows") return groups[0] ? liveOf(groups[0], how) : nothing;
    return { value: groups.length, records: groups.reduce((sum, { count }) => sum + count, 0) };
  }
  const rows = recordsOf(context, figure, period);
  if (how.kind === "count") return { value: rows.length, records: rows.length };
  if (how.kind === "distinct") return { value: new Set(rows.map((row) => row[how.column])).size, records: rows.length };
  const [row] = rows;
  return row ? { value: (row.rank ?? row.band ?? null) as number | null, records: 1 } : nothing;
}

/** The values of a figure by year or by region, where its records have one; by years, or ids of regions. */
export function measureBy(context: Context, figure: Figure, key: "year" | "region"): { key: unknown; live: Live }[] {
  const { measure: how, connection } = figure;
  if (how.kind === "analysis") {
    if (!(key in (graphMap.analyses[how.analysis]?.dimensions ?? {}))) return [];
    const groups = analysed(context, figure, PROGRAMME, [key]);
    return groups.map((group) => ({ key: group.key.get(key), live: liveOf(group, how) }));
  }
  const hasRegion = "region" in (graphMap.models[modelOf(connection)]?.relations ?? {});
  if (how.kind !== "count" || key !== "region" || !hasRegion) return [];
  const rows = recordsOf(context, figure, PROGRAMME);
  const regions = [...new Set(rows.map(({ regionId }) => Number(regionId)))].sort((a, b) => a - b);
  return regions.map((region) => {
    const { length } = rows.filter(({ regionId }) => regionId === region);
    return { key: region, live: { value: length, records: length } };
  });
}

type AnalysisMeasure = Extract<Figure["measure"], { kind: "analysis" }>;

function analysed(context: Context, { where, measure: how }: Figure, period: Period, keys: string[]): Group[] {
  const { analysis, isByYears } = how as AnalysisMeasure;
  const { first, last } = yearsOf(period);
  // A change needs two years.
  if (isByYears && first >= last) return [];
  const chosen = isByYears ? { from: first, to: last } : { where: whereIn(where, period) };
  const { groups, compareKeys } = new Grouping(context, analysis, keys, chosen);
  return sortGroups(groups, [], compareKeys);
}

function liveOf(group: Group, { read, inPercent }: AnalysisMeasure): Live {
  const [name = "", part = ""] = read.split(".");
  const value =
    read === "count" ? group.count : name === "countDistinct" ? group.distinct(part) : group.measure(name)(part);
  const records = group.count;
  return { value: value === null ? null : inPercent ? exact(Number(value) * 100) : Number(value), records };
}

function recordsOf(context: Context, { connection, where }: Figure, period: Period) {
  const model = modelOf(connection);
  return context.store.all(model).filter(whereOf(context, model, whereIn(where, period)));
}

const modelOf = (connection: string) => graphMap.connections[connection]?.model ?? "";

const yearsOf = ({ from, to }: Period) => ({ first: Number(from.slice(0, 4)), last: Number(to.slice(0, 4)) });

/** The `where` of a figure with the days and years of a period. */
function whereIn(where: Figure["where"], period: Period): WhereValue {
  return JSON.parse(filled(JSON.stringify(where), period));
}

function filled(text: string, period: Period): string {
  return text
    .replaceAll("{from}", period.from)
    .replaceAll("{to}", period.to)
    .replaceAll('"{lastYear}"', String(yearsOf(period).last));
}

/** The `where` of a figure as it stands in a query. */
export function filterText({ filter, measure: how }: Figure, period: Period): string {
  const { first, last } = yearsOf(period);
  const isByYears = how.kind === "analysis" && how.isByYears;
  const years = Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) => String(first + i));
  const whole = isByYears
    ? filter.replace(
        /\[(.*)\]/,
        (_, one: string) => `[${years.map((year) => one.replace('"{year}"', year)).join(", ")}]`,
      )
    : filled(filter, period);
  return print(parseValue(whole));
}
