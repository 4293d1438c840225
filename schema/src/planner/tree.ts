import { compileWhere } from "../sql/where.ts";
import { decode, parsed, type Slot } from "./columns.ts";
import type { ObjectWriter } from "./complete.ts";
import { SqlOrder, termsOf } from "./order.ts";
import { on, Shape, select } from "./shape.ts";
import { type Piece, sql } from "./sql.ts";
import { Unplanned } from "./unplanned.ts";

/** On the value of a row: how what is asked of it is written. */
export const WRITE = Symbol("write");

/** On the value of a row: its places. */
export const ROW = Symbol("row");

/** A row that a resolver is handed: it may pass it on, and what is asked of it is then written. */
export interface LiveRow {
  [WRITE]?: ObjectWriter;
  [ROW]?: readonly Slot[];
  [column: string]: unknown;
}

/** Makes a value out of the places of a row. */
export type Build = (slots: readonly Slot[]) => unknown;

/** In a Prisma `select`: here goes what the operation asks for of the object. */
export interface Asked {
  asked: (shape: Shape) => { build: Build };
}

export const isAsked = (value: unknown): value is Asked =>
  typeof value === "object" && value !== null && "asked" in value;

/** Selects in one statement what a Prisma `select` asks for, and makes of it what Prisma would give. */
export function buildSelection(
  shape: Shape,
  selection: Record<string, unknown>,
): (slots: readonly Slot[], into: LiveRow) => void {
  const parts = Object.entries(selection).flatMap(([key, value]): [string, Build][] => {
    if (value === undefined || value === false) return [];
    return [[key, shape.has(key) ? columnOf(shape, key) : relationOf(shape, key, value)]];
  });
  return (slots, into) => {
    for (const [key, build] of parts) into[key] = build(slots);
  };
}

export function columnOf(shape: Shape, name: string): Build {
  const slot = shape.column(name);
  const type = shape.table.columns[name]?.type ?? "text";
  return (slots) => decode(slots[slot], type);
}

function relationOf(shape: Shape, name: string, value: unknown): Build {
  const relation = shape.relation(name);
  if (!relation.many) {
    const { shape: inner, presence } = shape.one(name);
    const build = rowOf(inner, value);
    return (slots) => (slots[presence] === null ? null : build(slots));
  }
  const { orderBy, where, ...rest } = (isAsked(value) || value === true ? {} : value) as Record<string, unknown>;
  for (const other of Object.keys(rest)) {
    if (other !== "select") throw new Unplanned(`${other} of a relation`);
  }
  const inner = new Shape(relation.model, shape.aliases);
  const build = rowOf(inner, value);
  const slot = shape.add(many(shape, inner, name, orderBy, where as object | undefined));
  return (slots) => ((parsed(slots[slot]) ?? []) as Slot[][]).map(build);
}

/** The rows of a to-many relation, as a list of lists. */
export function many(shape: Shape, inner: Shape, name: string, orderBy: unknown, where?: object): Piece {
  const terms = orderBy === undefined ? [] : termsOf(orderBy);
  const order = new SqlOrder(inner.model, inner.alias, terms);
  const condition: Piece[] = [on(shape.relation(name), shape.alias, inner.alias)];
  if (where) condition.push(({ params }) => compileWhere(inner.model, inner.alias, where, params));
  return aggregated(inner, { where: condition, order: order.by(terms, false), orderJoins: order.joins.join(" ") });
}

export function aggregated(inner: Shape, rows: Parameters<typeof select>[1]): Piece {
  return sql`(SELECT json_agg(x.r) FROM (${select(inner, rows, (columns) => sql`json_build_array(${columns}) AS r`)}) x)`;
}

function rowOf(inner: Shape, value: unknown): Build {
  if (isAsked(value)) return value.asked(inner).build;
  const { select: selection } = (value === true ? {} : value) as { select?: Record<string, unknown> };
  const asked = selection ?? Object.fromEntries(Object.keys(inner.table.columns).map((column) => [column, true]));
  const fill = buildSelection(inner, asked);
  return (slots) => {
    const row: LiveRow = {};
    fill(slots, row);
    return row;
  };
}
