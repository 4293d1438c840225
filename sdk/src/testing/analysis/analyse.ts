import type { GraphQLResolveInfo } from "graphql";
import { forbidden, sorters } from "../../../../schema/src/access/forbidden.ts";
import { argumentError } from "../../../../schema/src/errors.ts";
import { graphMap } from "../_generated/graph-map.ts";
import { ruleOf } from "../access.ts";
import type { Context } from "../context.ts";
import type { Analysed } from "../graph-map.ts";
import { exact, rounded } from "../values.ts";
import { missingKeys } from "./fill.ts";
import { type Group, meets, sortGroups } from "./group.ts";
import { type Chosen, Grouping } from "./grouping.ts";
import { keysIn } from "./keys.ts";

export interface AnalysisArgs extends Omit<Chosen, "parent"> {
  having?: Readonly<Record<string, unknown>> | null;
  orderBy?: readonly Readonly<Record<string, unknown>>[] | null;
  fillYears?: { from: number; to: number } | null;
  first?: number | null;
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
  parent: Chosen["parent"],
): object {
  const { dimensions = {} } = graphMap.analyses[name] ?? {};
  const keys = keysIn(info).filter((key) => key in dimensions);
  checkKeys(context, name, keys, args);
  const grouping = new Grouping(context, name, keys, { ...args, parent });
  const groups = args.fillYears ? filled(grouping, keys, args.fillYears) : grouping.groups;
  const kept = groups.filter((group) => meets(group, args.having));
  const sorted = sortGroups(kept, args.orderBy ?? [], grouping.compareKeys);
  return {
    rows: () => sorted.slice(0, args.first ?? MOST_ROWS).map((group) => shown(context, grouping.analysis, group)),
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

function filled(grouping: Grouping, keys: readonly string[], years: { from: number; to: number }): Group[] {
  const { analysis, groups } = grouping;
  const periods = keys.flatMap((key) => {
    const { period } = analysis.dimensions[key] ?? {};
    return period ? [[key, period] as const] : [];
  });
  const given = groups.map(({ key }) => key);
  return [...groups, ...missingKeys(given, new Map(periods), years).map((key) => grouping.empty(key))];
}

/** A row as the graph's types have it. */
function shown({ store }: Context, { dimensions, measures, distinct }: Analysed, group: Group): object {
  const key = [...group.key].map(([name, value]) => {
    const record = dimensions[name]?.record;
    return [name, record && value !== null ? store.byId(record.model, Number(value)) : value];
  });
  const counted = Object.keys(distinct).map((name) => [name, () => group.distinct(name)]);
  const measured = Object.entries(measures).map(([name, { kind }]) => [name, measuresOf(group, name, kind)]);
  return {
    key: Object.fromEntries(key),
    count: group.count,
    share: group.share,
    suppressed: null,
    countDistinct: Object.fromEntries(counted),
    ...Object.fromEntries(measured),
  };
}

const numbers = ["sum", "average", "minimum", "maximum", "median", "share", "currency"];
const names = {
  number: numbers,
  money: numbers,
  ratio: ["ratioOfSums", "averageOfRatios"],
  change: ["changeOfAverages", "averageOfChanges"],
};

function measuresOf(group: Group, name: string, kind: keyof typeof names): object {
  const read = group.measure(name);
  const inMoney = (value: unknown) => (value === null ? null : rounded(exact(Number(value)), 2).toFixed(2));
  const fields = names[kind].map((aggregate) => {
    const isMoney = kind === "money" && aggregate !== "share" && aggregate !== "currency";
    return [aggregate, () => (isMoney ? inMoney(read(aggregate)) : read(aggregate))];
  });
  return Object.fromEntries(fields);
}
