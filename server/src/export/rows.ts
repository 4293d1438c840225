import type { Table } from "./table.ts";

/** The rows of a table, page by page. */
export type Rows = AsyncIterable<readonly unknown[]>;

/** What a path leads to; null where it ends early. */
export function at(data: unknown, path: readonly string[]): unknown {
  return path.reduce((value, key) => (value as Record<string, unknown> | null | undefined)?.[key] ?? null, data);
}

/** The rows in the connection, list or analysis that a table is of. */
export function rowsOf(list: unknown, { rowPath }: Table): readonly unknown[] {
  const rows = at(list, rowPath);
  return Array.isArray(rows) ? rows : [];
}
