import { forbidden } from "../access/forbidden.ts";
import { isProtected, ruleOf } from "../access/policy.ts";
import { countedRows } from "../access/rows.ts";
import { needsCare, placesOutside, thresholdOf } from "../access/totals.ts";
import type { Viewer } from "../access/viewer.ts";
import { all } from "../connection/logic.ts";
import type { GraphContext } from "../context.ts";
import { argumentError } from "../errors.ts";
import { Params } from "../sql/params.ts";
import type { Analysis, AnalysisArgs, AnalysisResult, PanelArgs } from "./analysis.ts";
import type { Cell } from "./columns.ts";
import { type Dimension, isRecord } from "./dimensions.ts";
import { discloseRows, planDisclosure } from "./disclose.ts";
import { fillYears } from "./fill.ts";
import { meets } from "./having.ts";
import { compareRows } from "./order.ts";
import { type AnalysisRow, emptyRow, toRow } from "./row.ts";
import type { Asked } from "./selection.ts";
import { maySeeSingleValues } from "./single-values.ts";
import { type AnalysisParents, type AnalysisStatement, analysisStatement, type RawAnalysis } from "./statement.ts";
import { suppressSmall } from "./suppress.ts";
import { addUp } from "./total.ts";

/** The records of which an analysis speaks, where it hangs on an object rather than on the root. */
export interface Parents {
  dimension: Dimension;
  ids: readonly number[];
}

const MOST_KEYS = 3;

/** How an analysis comes about: what the database is asked, and what may be told of its answer. */
export interface AnalysisPlan {
  /** The statement, its values being parameters. */
  statement(params: Params): AnalysisStatement;
  /** @param outside the parents that lie outside a partner's regions, of which it is told nothing */
  decide(
    raw: RawAnalysis,
    statement: AnalysisStatement,
    outside: (parent: number) => boolean,
  ): (parent?: number) => AnalysisResult;
}

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
  const ids = parents?.ids ?? [];
  const among = parents && { dimension: parents.dimension, sql: (params: Params) => params.add([...ids], "int4[]") };
  const plan = planAnalysis(context.viewer, analysis, args, asked, among);
  const params = new Params();
  const statement = plan.statement(params);
  const [answer] = await context.prisma.$queryRawUnsafe<{ answer: string }[]>(
    `SELECT (${statement.sql})::text AS answer`,
    ...params.values,
  );
  const outside = await placesOutside(context, analysis.policy, parentModel(parents?.dimension), ids);
  const results = plan.decide(JSON.parse(answer?.answer ?? ""), statement, (parent) => outside.has(parent));
  return parents ? ids.map(results) : [results()];
}

/**
 * Plans an analysis, for each of some parents, or for all records.
 *
 * @throws {GraphQLError} `BAD_ARGUMENT`, or `FORBIDDEN` for what the viewer may not group or filter by
 */
export function planAnalysis(
  viewer: Viewer,
  analysis: Analysis,
  args: AnalysisArgs,
  asked: Asked,
  parents?: AnalysisParents,
): AnalysisPlan {
  const { policy, dimensions } = analysis;
  const { keys } = asked;
  if (keys.length > MOST_KEYS) {
    throw argumentError(
      "BAD_ARGUMENT",
      "key",
      `An analysis is grouped by ${MOST_KEYS} fields of key at most, not ${keys.length}.`,
    );
  }
  for (const key of keys) mayGroupBy(viewer, analysis, key);
  for (const name of asked.conditions) {
    const [measure = "", aggregate = ""] = name.split(".");
    maySeeSingleValues({ viewer }, analysis, measure, aggregate);
  }
  const panel = panelArgs(analysis, args);
  const isGuarded = isProtected(policy) && needsCare(policy, viewer);
  // Who sees no records must learn of none by comparing answers either; to others a table must be safe in itself.
  const plan =
    isGuarded && viewer.role === "public"
      ? planDisclosure(viewer, analysis, args, keys, panel, parents?.dimension)
      : undefined;
  const shared = asked.aggregates.flatMap((name) => (name.endsWith(".share") ? [name.slice(0, -".share".length)] : []));
  const hasShares = asked.share || shared.length > 0;
  const needsTotals = hasShares && keys.some((key) => dimensions[key]?.overlaps);
  const query = {
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
    totals: needsTotals ? shared : undefined,
    cells: plan?.cells,
    families: isGuarded && !plan ? policy.rows.path : undefined,
  };
  return {
    statement: (params) => analysisStatement(analysis, query, params),
    decide(raw, { columns, totalColumns }, outside) {
      const parentOf = (cells: readonly Cell[]) => (cells[columns.parent] as number | null) ?? undefined;
      const ofParents = Map.groupBy(raw.groups, parentOf);
      const totalOf = new Map(
        raw.totals?.map((total) => [parentOf(total), addUp([toRow(totalColumns, total)], shared)]),
      );
      const disclosure = plan && discloseRows(plan, raw.cells ?? [], analysis, keys, parents?.dimension);
      return (parent) => {
        if (parent !== undefined && outside(parent)) {
          const suppressed = { reason: "OUTSIDE_YOUR_REGIONS", threshold: thresholdOf(viewer) } as const;
          return { rows: [], rowCount: 0, suppressed };
        }
        const found = (ofParents.get(parent) ?? []).map((cells) => toRow(columns, cells));
        if (keys.length === 0 && found.length === 0) found.push(emptyRow(columns));
        const total = hasShares && (needsTotals ? totalOf.get(parent) : addUp(found, shared));
        const rows = args.fillYears ? fillYears(found, keys, dimensions, args.fillYears) : found;
        if (total && (disclosure?.tellsTotal(parent) ?? true)) for (const row of rows) row.total = total;
        const told = disclosure
          ? rows.flatMap((row) => disclosure.disclose(row, parent) ?? [])
          : isGuarded
            ? suppressSmall(rows, keys, { reason: "SMALL_CELL", threshold: thresholdOf(viewer) })
            : rows;
        return { ...finish(told, asked, args), suppressed: disclosure?.suppressed ?? null };
      };
    },
  };
}

function finish(rows: AnalysisRow[], { keys }: Asked, { having, orderBy, first }: AnalysisArgs) {
  const kept = (having ? rows.filter((row) => meets(row, having)) : rows).sort(compareRows(orderBy ?? [], keys));
  return { rows: kept.slice(0, first ?? MOST_ROWS), rowCount: kept.length };
}

/** The largest number of rows of an analysis. */
export const MOST_ROWS = 10_000;

/** @throws {GraphQLError} `FORBIDDEN` */
function mayGroupBy(viewer: Viewer, { dimensions, model, name }: Analysis, key: string): void {
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

/** The model of a dimension's records. */
export function parentModel(dimension: Dimension | undefined) {
  const type = dimension?.type;
  return type && isRecord(type) ? type.model : undefined;
}
