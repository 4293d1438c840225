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
    totals: asked.share || totals.length > 0 ? totals : undefined,
    cells: plan?.cells,
    families: isGuarded && !plan ? policy.rows.path : undefined,
  });
  const [answer] = await prisma.$queryRawUnsafe<{ answer: string }[]>(sql, ...values);
  const raw = JSON.parse(answer?.answer ?? "") as RawAnalysis;
  const ofParents = Map.groupBy(raw.groups, ({ parent }) => parent ?? undefined);
  const totalOfParents = new Map(raw.totals?.map((total) => [total.parent ?? undefined, total]));
  const disclosure = plan && discloseRows(plan, raw.cells ?? [], analysis, keys, parents?.dimension);
  const outside = await placesOutside(context, policy, parentModel(parents), parents?.ids ?? []);
  return (parents?.ids ?? [undefined]).map((parent) => {
    if (parent !== undefined && outside.has(parent)) {
      return { rows: [], rowCount: 0, suppressed: { reason: "OUTSIDE_YOUR_REGIONS", threshold: thresholdOf(viewer) } };
    }
    const rows = (ofParents.get(parent) ?? []).map((group) => toRow(group, asked, analysis));
    if (keys.length === 0 && rows.length === 0) rows.push(emptyRow({}, {}));
    const filled = args.fillYears ? fillYears(rows, keys, dimensions, args.fillYears) : rows;
    const shared = withShares(filled, totalOfParents.get(parent), totals, disclosure?.tellsTotal(parent) ?? true);
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

function withShares(
  rows: AnalysisRow[],
  total: RawGroup | undefined,
  totals: readonly string[],
  isTold: boolean,
): AnalysisRow[] {
  if (!total || !isTold) return rows.map((row) => ({ ...row, values: { ...row.values, ...without(totals) } }));
  return rows.map((row) => ({
    ...row,
    share: share(row.count, total.count),
    values: {
      ...row.values,
      ...Object.fromEntries(
        totals.map((name, i) => {
          const isOneCurrency = !(`c${i}` in total) || total[`c${i}`] !== null;
          const part = share(Number(row.values[name] ?? 0), Number(total[`a${i}`]));
          return [name, part === null || !isOneCurrency ? null : String(part)];
        }),
      ),
    },
  }));
}

const without = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, null]));

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
