import type { Column } from "./table.ts";

/** A cell of a file: what a row has in a column. */
export type Cell = string | number | boolean | null;

/** Between the values of a list, which share a cell. */
const SEPARATOR = "; ";

/** The cell of a row: the value its path leads to, or, through lists, all of them joined. */
export function cellOf(row: unknown, { path }: Column): Cell {
  const values = valuesAt(row, path);
  if (values.length === 0) return null;
  if (values.length === 1) return plain(values[0]);
  return values.map((value) => String(plain(value) ?? "")).join(SEPARATOR);
}

function valuesAt(value: unknown, [key, ...rest]: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, key === undefined ? [] : [key, ...rest]));
  if (value === null || value === undefined) return [];
  if (key === undefined) return [value];
  return valuesAt((value as Record<string, unknown>)[key], rest);
}

function plain(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : JSON.stringify(value);
}
