import { PAGE_INFO } from "./pages.ts";
import type { Column } from "./table.ts";

/** A cell of a file: what a row has in a column. */
export type Cell = string | number | boolean | null;

/** Between the values of a list, which share a cell. */
const SEPARATOR = "; ";

/** Stands last in a cell whose list goes on beyond its page. */
const CUT = "…";

/** The cell of a row: the value its path leads to, or, through lists, all of them joined. */
export function cellOf(row: unknown, { path }: Pick<Column, "path">): Cell {
  const values = valuesAt(row, path);
  if (values.length === 0) return null;
  if (values.length === 1) return plain(values[0]);
  return values.map((value) => String(plain(value) ?? "")).join(SEPARATOR);
}

/** What a path leads to, where there are no lists on it; null where it ends early. */
export function at(data: unknown, path: readonly string[]): unknown {
  return path.reduce((value, key) => (value as Record<string, unknown> | null | undefined)?.[key] ?? null, data);
}

function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  const [key, ...rest] = path;
  if (key === undefined) return [value ?? null];
  if (value === null || value === undefined) return [null];
  const object = value as Record<string, unknown>;
  const values = valuesAt(object[key], rest);
  return Array.isArray(object[key]) && isCut(object) ? [...values, CUT] : values;
}

function isCut(connection: Record<string, unknown>): boolean {
  const info = connection[PAGE_INFO] as { hasNextPage: boolean } | undefined;
  return info?.hasNextPage ?? false;
}

function plain(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : JSON.stringify(value);
}

/** The row as it was asked for: without what we asked for beside that, except where a list within goes on. */
export function asAsked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asAsked);
  if (typeof value !== "object" || value === null) return value;
  const { [PAGE_INFO]: info, ...asked } = value as Record<string, unknown>;
  const plainly = Object.fromEntries(Object.entries(asked).map(([key, inner]) => [key, asAsked(inner)]));
  return (info as { hasNextPage?: boolean } | undefined)?.hasNextPage
    ? { ...plainly, pageInfo: { ...(plainly.pageInfo as object | undefined), hasNextPage: true } }
    : plainly;
}
