import type { GraphQLResolveInfo } from "graphql";
import { forbidden, sorters } from "../../../../schema/src/access/forbidden.ts";
import type { WhereValue } from "../../../../schema/src/connection/logic.ts";
import { argumentError } from "../../../../schema/src/errors.ts";
import { graphMap } from "../_generated/graph-map.ts";
import { counts, ruleOf } from "../access.ts";
import type { Context } from "../context.ts";
import type { Analysed, Grouped } from "../graph-map.ts";
import { compareAt } from "../order.ts";
import type { Row } from "../record-store.ts";
import { whereOf } from "../where.ts";
import { missingKeys } from "./fill.ts";
import { type Group, meets, sortGroups } from "./group.ts";
import { keysIn } from "./keys.ts";
import { aggregates, countDifferent } from "./measures.ts";
import { panelOf } from "./panel.ts";
import { Reader } from "./values.ts";

export interface AnalysisArgs {
  where?: WhereValue | null;
  having?: Readonly<Record<string, unknown>> | null;
  orderBy?: readonly Readonly<Record<string, unknown>>[] | null;
  fillYears?: { from: number; to: number } | null;
  first?: number | null;
  from?: number;
  to?: number;
}

const MOST_KEYS = 3;
const MOST_ROWS = 10_000;

/**
 * Measures of records, as the types of an analysis have them: of all, or of those whose value in a dimension is the parent.
 *
 * @throws {GraphQLError} when an argument is wrong, or the caller may not group or filter by something
 */
export function analyse(
  context: Context,
  name: string,
  args: AnalysisArgs,
  info: GraphQLResolveInfo,
  parent?: { by: Grouped; id: unknown },
): object {
  const analysis = graphMap.analyses[name];
  if (!analysis) throw new Error(`There is no analysis ${name}.`);
  const { model, dimensions, panel } = analysis;
  const keys = keysIn(info).filter((key) => key in dimensions);
  checkKeys(context, name, keys, args);
  const { store } = context;
  const { ways, isIn } = panelOf(store, panel, args);
  const reader = new Reader(store, ways);
  const asked = whereOf(context, model, args.where);
  const all = store
    .all(model)
    .filter((row) => isIn(row) && asked(row) && counts(context, model, row))
    .filter((row) => !parent || reader.values(row, parent.by.path).includes(parent.id));

  const groups = groupsOf(reader, analysis, keys, all);
  if (args.fillYears) {
    const periods = keys.flatMap((key) => {
      const { period } = dimensions[key] ?? {};
      return period ? [[key, period] as const] : [];
    });
    const given = groups.map(({ key }) => key);
    for (const key of missingKeys(given, new Map(periods), args.fillYears))
      groups.push(groupOf(reader, analysis, key, [], all));
  }
  const kept = groups.filter((group) => meets(group, args.having));
  const sorted = sortGroups(kept, args.orderBy ?? [], (key, one, other) =>
    compareKeys(context, analysis, key, one, other),
  );
  return {
    rows: () => sorted.slice(0, args.first ?? MOST_ROWS).map((group) => shown(context, analysis, group)),
    rowCount: sorted.length,
    suppressed: null,
  };
}

/** @throws {GraphQLError} `BAD_ARGUMENT`, or `FORBIDDEN` for what the caller may not group by */
function checkKeys({ viewer }: Context, name: string, keys: readonly string[], { orderBy }: AnalysisArgs): void {
  const { model = "", dimensions = {} } = graphMap.analyses[name] ?? {};
  if (keys.length > MOST_KEYS) {
    const message = `An analysis is grouped by ${MOST_KEYS} fields of key at most, not ${keys.length}.`;
    throw argumentError("BAD_ARGUMENT", "key", message);
  }
  for (const { key } of orderBy ?? []) {
    const [part] = Object.keys(Object(key));
    if (part === undefined || keys.includes(part)) continue;
    const message = `Rows cannot be sorted by key.${part}, for it is not selected in key.`;
    throw argumentError("BAD_ARGUMENT", "orderBy", message);
  }
  for (const key of keys) {
    const rule = ruleOf(model, dimensions[key]?.field ?? "");
    const right = rule[viewer.role];
    if (right !== "shown" && right !== "counted")
      throw forbidden(viewer, `to group by ${name}AnalysisKey.${key}`, sorters(rule));
  }
}

function groupsOf(reader: Reader, analysis: Analysed, keys: readonly string[], all: readonly Row[]): Group[] {
  const found = new Map<string, { key: Map<string, unknown>; rows: Row[] }>();
  if (keys.length === 0) found.set("[]", { key: new Map(), rows: [] });
  for (const row of all) {
    let combinations: [string, unknown][][] = [[]];
    for (const name of keys) {
      const values = valuesOf(reader, analysis.dimensions[name], row);
      combinations = combinations.flatMap((known) =>
        values.map((value) => [...known, [name, value] as [string, unknown]]),
      );
    }
    for (const combination of combinations) {
      const name = JSON.stringify(combination);
      const group = found.get(name) ?? { key: new Map(combination), rows: [] };
      found.set(name, group);
      group.rows.push(row);
    }
  }
  return [...found.values()].map(({ key, rows }) => groupOf(reader, analysis, key, rows, all));
}

function valuesOf(reader: Reader, dimension: Grouped | undefined, row: Row): unknown[] {
  const { path = [], period, isDay } = dimension ?? {};
  const values = reader.values(row, path);
  if (!isDay) return values;
  return values.map((day) => {
    const [year, month] = String(day).split("-").map(Number);
    return day === null ? null : period === "year" ? year : `${year}-Q${Math.ceil((month ?? 1) / 3)}`;
  });
}

function groupOf(
  reader: Reader,
  analysis: Analysed,
  key: ReadonlyMap<string, unknown>,
  rows: readonly Row[],
  all: readonly Row[],
): Group {
  return {
    key,
    count: rows.length,
    share: all.length === 0 ? null : rows.length / all.length,
    distinct: (name) => countDifferent(reader, analysis.distinct[name] ?? [], rows),
    measure(name) {
      const measure = analysis.measures[name];
      if (!measure) throw new Error(`There is no measure ${name}.`);
      return aggregates(reader, measure, rows, all);
    },
  };
}

function compareKeys(
  { store }: Context,
  { model, dimensions }: Analysed,
  key: string,
  one: unknown,
  other: unknown,
): number {
  const { record, path = [], period } = dimensions[key] ?? {};
  if (record) {
    const code = (id: unknown) => store.byId(record.model, Number(id))?.[record.code];
    return compareAt(record.model, [record.code], code(one), code(other), "text");
  }
  return compareAt(model, path, one, other, period === "year" ? "number" : period && "text");
}

/** A row as the graph's types have it. */
function shown({ store }: Context, analysis: Analysed, group: Group): object {
  const { dimensions, measures, distinct } = analysis;
  const key = [...group.key].map(([name, value]) => {
    const record = dimensions[name]?.record;
    return [name, record && value !== null ? store.byId(record.model, Number(value)) : value];
  });
  const counted = Object.keys(distinct).map((name) => [name, () => group.distinct(name)]);
  const measured = Object.entries(measures).map(([name, { kind }]) => {
    const read = group.measure(name);
    const money = (value: unknown) => (value === null ? null : inCents(Number(value)));
    const names = kind === "ratio" ? ratioNames : kind === "change" ? changeNames : numberNames;
    const fields = names.map((aggregate) => {
      const isMoney = kind === "money" && aggregate !== "share" && aggregate !== "currency";
      return [aggregate, () => (isMoney ? money(read(aggregate)) : read(aggregate))];
    });
    return [name, Object.fromEntries(fields)];
  });
  return {
    key: Object.fromEntries(key),
    count: group.count,
    share: group.share,
    suppressed: null,
    countDistinct: Object.fromEntries(counted),
    ...Object.fromEntries(measured),
  };
}

const numberNames = ["sum", "average", "minimum", "maximum", "median", "share", "currency"];
const ratioNames = ["ratioOfSums", "averageOfRatios"];
const changeNames = ["changeOfAverages", "averageOfChanges"];

/** Halves go up, as decimals do, whatever binary fractions make of them. */
const inCents = (amount: number) => (Math.round(Number((amount * 100).toPrecision(15))) / 100).toFixed(2);
