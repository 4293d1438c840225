import { argumentError } from "../errors.ts";
import type { CursorSeal } from "./cursor.ts";
import { any, type WhereValue } from "./logic.ts";
import type { OrderTerm } from "./order.ts";
import { DEFAULT_PAGE, LARGEST_PAGE } from "./page-size.ts";

/** The paging arguments of a connection. */
export interface PageArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** A page as Prisma arguments. */
export interface PagePlan {
  /** Number of rows the caller wants. */
  size: number;
  /** True when the rows come from the end backwards. */
  backward: boolean;
  /** What bounds the page, to be joined by AND with the connection's own `where`. */
  where: object[];
  orderBy: object[];
}

type Row = Record<string, unknown>;

/** A Prisma `select`. */
export interface Selection {
  [column: string]: true | { select: Selection };
}

/** @throws {GraphQLError} `BAD_PAGE`, `PAGE_TOO_LARGE` or `BAD_CURSOR` */
export function planPage(args: PageArgs, terms: OrderTerm[], scope: string, cursors: CursorSeal): PagePlan {
  const { first, last } = args;
  if (typeof first === "number" && typeof last === "number") {
    throw argumentError("BAD_PAGE", "last", "Give first or last, not both.");
  }
  const backward = typeof last === "number";
  const where: object[] = [];
  const after = place("after", args.after, terms, scope, cursors);
  if (after) where.push(beyond(terms, after, false));
  const before = place("before", args.before, terms, scope, cursors);
  if (before) where.push(beyond(terms, before, true));
  return {
    size: checkedSize(backward ? "last" : "first", (backward ? last : first) ?? DEFAULT_PAGE),
    backward,
    where,
    orderBy: terms.map((term) => prismaOrder(term, backward)),
  };
}

/** The cursor of a row: its values in the order's columns. */
export function cursorOf(row: Row, terms: OrderTerm[], scope: string, cursors: CursorSeal): string {
  const place = terms.map((term) => encode(valueAt(row, term.path)));
  return cursorAt(place, terms, scope, cursors);
}

/** The cursor of a place: the values of the order's columns, as they travel. */
export function cursorAt(place: unknown[], terms: OrderTerm[], scope: string, cursors: CursorSeal): string {
  return cursors.seal(orderScope(scope, terms), place);
}

/** The Prisma `select` that brings the columns of the order. */
export function orderSelection(terms: readonly Pick<OrderTerm, "path">[]): Selection {
  const selection: Selection = {};
  for (const [column, paths] of Map.groupBy(
    terms.map(({ path }) => path),
    ([first = ""]) => first,
  )) {
    const inner = paths.map((path) => ({ path: path.slice(1) })).filter(({ path }) => path.length > 0);
    selection[column] = inner.length === 0 ? true : { select: orderSelection(inner) };
  }
  return selection;
}

function checkedSize(argument: string, size: number): number {
  if (size < 0) throw argumentError("BAD_PAGE", argument, `${argument} must be 0 or more, not ${size}.`);
  if (size > LARGEST_PAGE) {
    throw argumentError(
      "PAGE_TOO_LARGE",
      argument,
      `${argument} must be ${LARGEST_PAGE} or less, not ${size}; take the next page with after: pageInfo.endCursor.`,
    );
  }
  return size;
}

function place(
  argument: string,
  cursor: string | null | undefined,
  terms: OrderTerm[],
  scope: string,
  cursors: CursorSeal,
): unknown[] | undefined {
  if (cursor === null || cursor === undefined) return undefined;
  const values = cursors.open(orderScope(scope, terms), cursor);
  if (values?.length === terms.length) return values;
  throw argumentError(
    "BAD_CURSOR",
    argument,
    `${argument} must be a cursor that this connection gave out under the same orderBy.`,
  );
}

/** A cursor is good only for the type and the order that it was made for. */
function orderScope(scope: string, terms: OrderTerm[]): string {
  return `${scope} ${terms.map(({ path, direction }) => `${path.join(".")} ${direction}`).join(",")}`;
}

/** Rows strictly after a place (or before it): equal in the first terms and beyond in the next, for each term. */
function beyond(terms: OrderTerm[], values: unknown[], reverse: boolean): WhereValue {
  const alternatives = terms.flatMap((term, index) => {
    const step = stepBeyond(term, values[index], reverse);
    if (!step) return [];
    const equal = terms.slice(0, index).map((earlier, i) => at(earlier.path, { equals: values[i] }));
    return [{ AND: [...equal, step] }];
  });
  return any(alternatives);
}

/** The condition that a row lies beyond a value in one term; undefined when nothing can. Items without a value come last. */
function stepBeyond(term: OrderTerm, value: unknown, reverse: boolean): object | undefined {
  const { path, kind } = term;
  if (value === null) return reverse ? at(path, { not: null }) : undefined;
  const up = (term.direction === "asc") !== reverse;
  const conditions: object[] = [];
  if (typeof kind === "object") {
    const index = kind.indexOf(value as string);
    const rest = up ? kind.slice(index + 1) : kind.slice(0, index);
    conditions.push(...rest.map((other) => at(path, { equals: other })));
  } else {
    conditions.push(at(path, { [up ? "gt" : "lt"]: value }));
  }
  if (term.nullable && !reverse) conditions.push(at(path, { equals: null }));
  return conditions.length === 0 ? undefined : { OR: conditions };
}

function at(path: string[], condition: object): object {
  return path.reduceRight<object>((inner, key) => ({ [key]: inner }), condition);
}

function prismaOrder({ path, direction, nullable }: OrderTerm, backward: boolean): object {
  const sort = (direction === "asc") !== backward ? "asc" : "desc";
  const nulls = backward ? "first" : "last";
  return path.reduceRight<object | string>(
    (inner, key) => ({ [key]: inner }),
    nullable ? { sort, nulls } : sort,
  ) as object;
}

function valueAt(row: Row, path: string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Row)[key], row);
}

/** Dates and decimals travel as texts, which Prisma takes back. */
function encode(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return value !== null && typeof value === "object" ? String(value) : value;
}
