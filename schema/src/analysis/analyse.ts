import { Prisma } from "@chacra/prisma";
import { forbidden } from "../access/forbidden.ts";
import { isProtected, ruleOf } from "../access/policy.ts";
import { countedRows } from "../access/rows.ts";
import { needsCare, placesOutside, thresholdOf } from "../access/totals.ts";
import { all } from "../connection/logic.ts";
import type { GraphContext } from "../context.ts";
import { argumentError } from "../errors.ts";
import type { Analysis, AnalysisArgs, AnalysisResult, AnalysisRow, PanelArgs } from "./analysis.ts";
import { type Dimension, isRecord } from "./dimensions.ts";
import { discloseRows, planDisclosure } from "./disclose.ts";
import { fillYears } from "./fill.ts";
import { meets } from "./having.ts";
import { compareRows } from "./order.ts";
import { emptyRow, toRow } from "./row.ts";
import type { Asked } from "./selection.ts";
import { maySeeSingleValues } from "./single-values.ts";
import { analysisStatement, type RawAnalysis, type RawGroup } from "./statement.ts";
import { suppressSmall } from "./suppress.ts";

/** The records of which an analysis speaks, where it hangs on an object rather than on the root. */
export interface Parents {
  dimension: Dimension;
  ids: readonly number[];
}

const MOST_KEYS = 3;

/**
 * Answers an analysis, for each parent in order, or for all records: one statement.
 *
 * @throws {GraphQLError} `BAD_ARGUMENT`, or `FORBIDDEN` for what the viewer may not group or filter by
 */
export async function analyse(
  context: GraphContext,
  analysis: Analysis,
  args: AnalysisArgs,
  asked: Asked,
  parents?: Parents,
): Promise<AnalysisResult[]> {
  const { viewer, prisma } = context;
  const { policy, dimensions } = analysis;
  const { keys } = asked;
  if (keys.length > MOST_KEYS) {
    throw argumentError(
      "BAD_ARGUMENT",
      "key",
      `An analysis is grouped by ${MOST_KEYS} fields of key at most, not ${keys.length}.`,
    );
  }
  for (const key of keys) mayGroupBy(context, analysis, key);
  for (const name of asked.conditions) maySeeSingleValues(context, analysis, name);
  const panel = panelArgs(analysis, args);
  const isGuarded = isProtected(policy) && needsCare(policy, viewer);
  // Who sees no records must learn of none by comparing answers either; to others a table must be safe in itself.
  const plan =
    isGuarded && viewer.role === "public"
      ? planDisclosure(context, analysis, args, keys, panel, parents?.dimension)
      : undefined;
  const totals = asked.aggregates.filter((name) => name.endsWith(".share"));
  const needsTotals = (asked.share || totals.length > 0) && keys.some((key) => dimensions[key]?.overlaps);
  const { sql, values } = analysisStatement(analysis, {
    keys,
    aggregates: asked.aggregates,
    distinct: asked.distinct,
    where: all([
      analysis.panel?.where(panel) ?? {},
      analysis.where.toPrisma(args.where, viewer),
      countedRows(policy, viewer),
    ]),
    panel,
    parents,
    totals: needsTotals ? totals : undefined,
    cells: plan?.cells,
    families: isGuarded && !plan ? policy.rows.path : undefined,
  });
  const [answer] = await prisma.$queryRawUnsafe<{ answer: string }[]>(sql, ...values);
  const raw = JSON.parse(answer?.answer ?? "") as RawAnalysis;
  const ofParents = Map.groupBy(raw.groups, ({ parent }) => parent ?? undefined);
  const totalOf = new Map(raw.totals?.map((total) => [total.parent ?? undefined, totalOfRow(total, totals)]));
  const disclosure = plan && discloseRows(plan, raw.cells ?? [], analysis, keys, parents?.dimension);
  const outside = await placesOutside(context, policy, parentModel(parents), parents?.ids ?? []);
  return (parents?.ids ?? [undefined]).map((parent) => {
    if (parent !== undefined && outside.has(parent)) {
      return { rows: [], rowCount: 0, suppressed: { reason: "OUTSIDE_YOUR_REGIONS", threshold: thresholdOf(viewer) } };
    }
    const rows = (ofParents.get(parent) ?? []).map((group) => toRow(group, asked, analysis));
    if (keys.length === 0 && rows.length === 0) rows.push(emptyRow({}, {}));
    const filled = args.fillYears ? fillYears(rows, keys, dimensions, args.fillYears) : rows;
    const total = needsTotals ? totalOf.get(parent) : addUp(rows, totals);
    const shared = withShares(filled, (disclosure?.tellsTotal(parent) ?? true) ? total : undefined, totals);
    const told = disclosure
      ? shared.flatMap((row) => disclosure.disclose(row, parent) ?? [])
      : isGuarded
        ? suppressSmall(shared, keys, { reason: "SMALL_CELL", threshold: thresholdOf(viewer) })
        : shared;
    return { ...finish(told, asked, args), suppressed: disclosure?.suppressed ?? null };
  });
}

function finish(rows: AnalysisRow[], { keys }: Asked, { having, orderBy, first }: AnalysisArgs) {
  const kept = rows.filter((row) => meets(row, having)).sort(compareRows(orderBy ?? [], keys));
  return { rows: kept.slice(0, first ?? MOST_ROWS), rowCount: kept.length };
}

/** The largest number of rows of an analysis. */
export const MOST_ROWS = 10_000;

/** @throws {GraphQLError} `FORBIDDEN` */
function mayGroupBy({ viewer }: GraphContext, { dimensions, model, name }: Analysis, key: string): void {
  const [field = ""] = dimensions[key]?.path.split(".") ?? [];
  const rule = ruleOf(model, field);
  const right = rule[viewer.role];
  if (right === "shown" || right === "counted") return;
  const needed = (["public", "partner", "analyst", "steward"] as const).filter((role) => rule[role] === "shown");
  throw forbidden(viewer, `to group by ${name}AnalysisKey.${key}`, needed);
}

function panelArgs({ panel }: Analysis, args: AnalysisArgs): PanelArgs {
  return Object.fromEntries(Object.keys(panel?.args ?? {}).map((name) => [name, args[name] as number]));
}

function parentModel(parents: Parents | undefined) {
  const type = parents?.dimension.type;
  return type && isRecord(type) ? type.model : undefined;
}

/** What all records come to, of which rows are shares; undefined where there is no sum. */
interface Total {
  count: number;
  sums: Record<string, Prisma.Decimal | undefined>;
}

function totalOfRow(total: RawGroup, names: readonly string[]): Total {
  const isMixed = (i: number) => `c${i}` in total && total[`c${i}`] === null;
  return {
    count: total.count,
    sums: Object.fromEntries(
      names.map((name, i) => [name, isMixed(i) ? undefined : new Prisma.Decimal(total[`a${i}`] as string)]),
    ),
  };
}

/** Where every record is in one row, the rows add up to the total. */
function addUp(rows: readonly AnalysisRow[], names: readonly string[]): Total {
  const sumOf = (name: string) => {
    const currencies = new Set(rows.map(({ currencies: own }) => own[name.split(".")[0] ?? ""]));
    const isMixed = currencies.size > 1 || rows.some(({ values }) => values[name] === null);
    return isMixed ? undefined : Prisma.Decimal.sum(0, ...rows.map(({ values }) => values[name] ?? 0));
  };
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    sums: Object.fromEntries(names.map((name) => [name, sumOf(name)])),
  };
}

function withShares(rows: AnalysisRow[], total: Total | undefined, names: readonly string[]): AnalysisRow[] {
  return rows.map((row) => {
    const shareOf = (name: string): string | null => {
      const whole = total?.sums[name];
      if (!whole || whole.isZero()) return null;
      return new Prisma.Decimal(row.values[name] ?? 0).div(whole).toString();
    };
    return {
      ...row,
      share: total && total.count > 0 ? row.count / total.count : null,
      values: { ...row.values, ...Object.fromEntries(names.map((name) => [name, shareOf(name)])) },
    };
  });
}
