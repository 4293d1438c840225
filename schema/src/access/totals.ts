import { Prisma } from "@chacra/prisma";
import type { Connection, ConnectionTotals } from "../connection/connection.ts";
import { all, isEverything, type WhereValue } from "../connection/logic.ts";
import { delegate, hasRelation, type ModelName } from "../connection/rows.ts";
import type { GraphContext } from "../context.ts";
import type { MoneyShape } from "../money.ts";
import { type CellQuery, type CellRow, readCells, sliceOf } from "./cells.ts";
import { cutWhere } from "./narrowing.ts";
import { isProtected, type Policy } from "./policy.ts";
import { countedRows } from "./rows.ts";
import type { Suppression, SuppressionReason } from "./suppression.ts";
import { createTable, type TotalsTable } from "./table.ts";
import type { Role, Viewer } from "./viewer.ts";

/** The smallest number of families that a total may tell of. */
const thresholds: Record<Role, number> = { public: 10, partner: 5, analyst: 5, steward: 0 };

export const thresholdOf = ({ role }: Pick<Viewer, "role">): number => thresholds[role];

/** Whether a viewer's totals over a type have to be kept from telling of small groups. */
export function needsCare(policy: Policy, viewer: Pick<Viewer, "role">): boolean {
  return isProtected(policy) && thresholdOf(viewer) > 0;
}

/** Records of another type, each with totals of its own: they are told apart by this column. */
export interface Parents {
  model: ModelName;
  column: string;
}

/** How the totals of a protected connection come about: what to read for them, and what of that may be told. */
export interface TotalsPlan {
  query: CellQuery;
  /** The condition that a parent lies inside a partner's regions, which is told nothing of others; undefined where that does not matter. */
  inside: WhereValue | undefined;
  /** @param outside the parents that lie outside */
  decide(rows: readonly CellRow[], outside: (parent: number) => boolean): TotalsDecision;
}

/** The totals of a parent, or of all records where there are no parents. */
export type TotalsDecision = (parent?: number) => ConnectionTotals;

/** Plans the totals of a protected connection, of each of some parents, or of all records where there are no parents. */
export function planTotals(
  viewer: Viewer,
  target: Connection,
  where: WhereValue | null | undefined,
  parents?: Parents,
): TotalsPlan {
  const { policy } = target;
  if (!isProtected(policy) || !policy.counting) throw new Error(`${policy.type} has no totals to protect.`);
  const threshold = thresholdOf(viewer);
  const { counting } = policy;
  const cut = cutWhere(where, counting);
  const counted = countedRows(policy, viewer);
  const rest = target.where.toPrisma(cut.rest, viewer);
  const isRestUnsafe = viewer.role === "public";
  const inPlaces = target.where.toPrisma(cut.byPlaces, viewer);
  const suppress = (reason: SuppressionReason): Suppression => ({ reason, threshold });
  const isUnsafe = isRestUnsafe && Object.keys(rest).length > 0;
  const areParentsSlices = isSliced(target, parents);
  // A table by places alone, or by parents alone, may show where there are none at all.
  const tellsNone = cut.dimensions.length === 0 && (isEverything(inPlaces) || !areParentsSlices);

  return {
    query: {
      // To the public, totals by anything but dimensions would single families out; of open records they may be told.
      base: isRestUnsafe ? counted : all([counted, rest]),
      taken: target.where.toPrisma(cut.byCells, viewer),
      inPlaces,
      inSlices: target.where.toPrisma(cut.byDimensions, viewer),
      alsoCounted: isRestUnsafe ? rest : {},
      slices: cut.dimensions.map((path) => sliceOf(path, counting)),
      parentColumn: parents?.column,
      isSliced: areParentsSlices,
      areOpenApart: true,
      threshold,
    },
    inside: insideOf(viewer, policy, parents?.model),
    decide(rows, outside) {
      const [counts, amounts] = [false, true].map((byCurrency) =>
        createTable(rows, { threshold, tellsNone, byCurrency }),
      );
      const everyRow = [...rows.keys()];
      const byParent = parents && Map.groupBy(everyRow, (index) => rows[index]?.parent);
      const totals = (own: readonly number[]): ConnectionTotals => {
        const cell = own.flatMap((index) => rows[index] ?? []);
        const tells = (table: TotalsTable | undefined) =>
          table?.tells({
            cells: own,
            places: table.places(areParentsSlices ? everyRow : own),
            areSlicesEmpty: table.areSlicesEmpty(areParentsSlices ? own : everyRow),
          });
        const hasFamilies = cell.some(({ taken }) => taken > 0);
        const reason = isUnsafe && hasFamilies ? "UNSAFE_FILTER" : tells(counts) ? undefined : "SMALL_CELL";
        if (reason) return { count: null, sums: null, suppressed: suppress(reason) };
        const count = cell.reduce((total, { counted: records }) => total + records, 0);
        if (!tells(amounts)) return { count, sums: null, suppressed: suppress("SMALL_CELL") };
        return { count, sums: sumsOf(target, cell) };
      };
      return (parent) => {
        if (parent === undefined) return totals(everyRow);
        if (outside(parent)) return { count: null, sums: null, suppressed: suppress("OUTSIDE_YOUR_REGIONS") };
        return totals(byParent?.get(parent) ?? []);
      };
    },
  };
}

/** The totals of a protected connection, of each parent in order, or of all records where there are no parents. */
export async function safeTotals(
  context: GraphContext,
  target: Connection,
  where: WhereValue | null | undefined,
  parents?: Parents & { ids: readonly number[] },
): Promise<ConnectionTotals[]> {
  const { query, decide } = planTotals(context.viewer, target, where, parents);
  const rows = await readCells(context.prisma, target, query);
  const outside = await placesOutside(context, target.policy, parents?.model, parents?.ids ?? []);
  const totals = decide(rows, (parent) => outside.has(parent));
  return parents ? parents.ids.map(totals) : [totals()];
}

/** Whether the parents are values of a dimension, rather than places. */
export function isSliced({ policy }: Connection, parents: Parents | undefined): boolean {
  if (!parents) return false;
  const isOwnPlace = policy.counting?.place === "localGovernmentId";
  return !(isOwnPlace && (parents.column === "localGovernmentId" || parents.column === "regionId"));
}

function sumsOf({ sums = {} }: Connection, rows: CellRow[]): ConnectionTotals["sums"] {
  return Object.fromEntries(
    Object.entries(sums).map(([column, { kind }]) => {
      const add = (some: CellRow[]) =>
        some.reduce((total, { sums: own }) => total.plus(own[column] ?? 0), new Prisma.Decimal(0));
      if (kind === "number") return [column, add(rows).toNumber()];
      const byCurrency = Map.groupBy(
        rows.filter(({ counted }) => counted > 0),
        ({ slice }) => slice.at(-1) ?? "",
      );
      const amounts = [...byCurrency].map(([currency, some]) => ({ currency, amount: add(some) }) as MoneyShape);
      return [column, amounts.sort((a, b) => (a.currency < b.currency ? -1 : 1))];
    }),
  );
}

/** The parents that lie outside a partner's regions: it sees nothing of their families, which is not that there are none. */
export async function placesOutside(
  { prisma, viewer }: GraphContext,
  policy: Policy,
  model: ModelName | undefined,
  ids: readonly number[],
): Promise<Set<number>> {
  const inside = insideOf(viewer, policy, model);
  if (!inside || !model) return new Set();
  const found = await delegate(prisma, model).findMany({
    where: { id: { in: [...ids] }, ...inside },
    select: { id: true },
  });
  const own = new Set(found.map(({ id }) => id));
  return new Set(ids.filter((id) => !own.has(id)));
}

/** The condition that a parent lies inside a partner's regions; undefined where it matters to nobody. */
export function insideOf(viewer: Viewer, policy: Policy, model: ModelName | undefined): WhereValue | undefined {
  if (viewer.role !== "partner" || policy.rows.kind !== "household" || !model) return undefined;
  const inRegions = { ubigeo: { in: [...viewer.regions] } };
  if (model === "Region") return inRegions;
  return hasRelation(model, "region") ? { region: inRegions } : undefined;
}
