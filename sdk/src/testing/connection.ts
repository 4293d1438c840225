import type { CursorSeal } from "../../../schema/src/connection/cursor.ts";
import type { WhereValue } from "../../../schema/src/connection/logic.ts";
import type { OrderTerm } from "../../../schema/src/connection/order.ts";
import { cursorAt, type PageArgs, planPage } from "../../../schema/src/connection/page.ts";
import { graphMap } from "./_generated/graph-map.ts";
import { counts, sees } from "./access.ts";
import type { Context } from "./context.ts";
import { opaque, plain } from "./opaque.ts";
import { comparePlaces, placeOf, termsOf, termsThrough } from "./order.ts";
import type { Row } from "./record-store.ts";
import { moneyOf, once } from "./values.ts";
import { whereOf } from "./where.ts";

export interface ConnectionArgs extends PageArgs {
  where?: WhereValue | null;
  orderBy?: readonly Record<string, unknown>[] | null;
}

/** Places in the clear, but for being no text to read. */
const cursors: CursorSeal = {
  seal: (scope, place) => opaque(JSON.stringify([scope, ...place])),
  open(scope, cursor) {
    const text = plain(cursor);
    if (!text?.startsWith(`[${JSON.stringify(scope)},`)) return undefined;
    return JSON.parse(text).slice(1);
  },
};

/**
 * A page of records, and what is known of all of them, as the types of a connection have it.
 *
 * @throws {GraphQLError} when an argument is wrong
 */
export function connectionOf(context: Context, name: string, rows: readonly Row[], args: ConnectionArgs): object {
  const connection = graphMap.connections[name];
  if (!connection) throw new Error(`There is no connection ${name}.`);
  const { model, node, of, sums, edge } = connection;
  const nodeOf = (row: Row) => (node ? context.store.one(row, node) : row);
  const ofNodes = termsOf(context, of, args.orderBy);
  const terms = node ? termsThrough(node, ofNodes) : ofNodes;
  const { size, backward } = planPage(args, terms, name, cursors);
  const asked = whereOf(context, of, args.where);
  const met = rows.filter((row) => {
    const other = nodeOf(row);
    return other !== null && asked(other);
  });
  const counted = once(() => met.filter((row) => counts(context, model, row)));
  const page = once(() => {
    const seen = met.filter((row) => sees(context, model, row));
    return pageOf(sortedRows(context, terms, seen), { args, terms, scope: name, size, backward });
  });
  const items = once(() =>
    page().kept.map(({ row, cursor }) => {
      const facts = edge.map((field) => [field, () => (field in row ? row[field] : context.store.one(row, field))]);
      return { cursor, node: () => nodeOf(row), ...Object.fromEntries(facts) };
    }),
  );
  return {
    nodes: () => page().kept.map(({ row }) => nodeOf(row)),
    edges: items,
    pageInfo: () => ({
      hasNextPage: backward ? Boolean(args.before) : page().hasMore,
      hasPreviousPage: backward ? page().hasMore : Boolean(args.after),
      startCursor: items()[0]?.cursor() ?? null,
      endCursor: items().at(-1)?.cursor() ?? null,
    }),
    totalCount: () => counted().length,
    suppressed: null,
    sum: () =>
      Object.fromEntries(Object.entries(sums).map(([column, kind]) => [column, sumOf(counted(), column, kind)])),
  };
}

interface Placed {
  row: Row;
  place: readonly unknown[];
}

function sortedRows(context: Context, terms: readonly OrderTerm[], rows: readonly Row[]): Placed[] {
  return rows
    .map((row) => ({ row, place: placeOf(context, terms, row) }))
    .sort((a, b) => comparePlaces(terms, a.place, b.place));
}

interface Wanted {
  args: ConnectionArgs;
  terms: OrderTerm[];
  scope: string;
  size: number;
  backward: boolean;
}

function pageOf(sorted: readonly Placed[], { args, terms, scope, size, backward }: Wanted) {
  const [after, before] = [args.after, args.before].map((cursor) => (cursor ? placeIn(cursor) : undefined));
  const within = sorted.filter(
    ({ place }) =>
      !(after && comparePlaces(terms, place, after) <= 0) && !(before && comparePlaces(terms, place, before) >= 0),
  );
  const kept = backward ? within.slice(Math.max(0, within.length - size)) : within.slice(0, size);
  return {
    hasMore: within.length > size,
    kept: kept.map(({ row, place }) => ({ row, cursor: () => cursorAt([...place], terms, scope, cursors) })),
  };
}

/** The place in a cursor that has been found to be one of this order's. */
function placeIn(cursor: string): unknown[] {
  return JSON.parse(plain(cursor) ?? "[]").slice(1);
}

/** Digits behind the point: sums are of whole numbers, which are exact. */
const UNITS = { number: 10_000, money: 100 };

function sumOf(rows: readonly Row[], column: string, kind: "number" | "money"): unknown {
  const add = (some: readonly Row[]) =>
    some.reduce((total, row) => total + Math.round(Number(row[column]) * UNITS[kind]), 0) / UNITS[kind];
  if (kind === "number") return add(rows);
  const currencies = [...new Set(rows.map(({ currency }) => String(currency)))].sort();
  return currencies.map((currency) => moneyOf(add(rows.filter((row) => row.currency === currency)), currency));
}
