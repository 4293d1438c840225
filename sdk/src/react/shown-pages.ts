import { ChacraError } from "../error.ts";
import type { PlannedConnection } from "../pages/plan.ts";

/** What came of a page, beside what went wrong with it. */
export interface ShownPage {
  /** Null of the first page. */
  cursor: string | null;
  data: unknown;
  error: ChacraError | undefined;
}

/** What a list shows of its pages. */
export interface Shown<Item> {
  items: readonly Item[];
  error: ChacraError | undefined;
  /** The cursor to go on from; undefined at the end. */
  next: string | undefined;
}

/** Puts pages together. Where a cache merges them, the last one holds the items of all. */
export function shownIn<Item>(pages: readonly ShownPage[], { steps, items }: PlannedConnection, merged: boolean) {
  const came = pages.flatMap(({ cursor, data }) => {
    const connection = valueAt(data, steps);
    const found = valueAt(connection, [items]);
    return Array.isArray(found) ? [{ cursor, found, pageInfo: valueAt(connection, ["pageInfo"]) }] : [];
  });
  const last = came.at(-1);
  const shown: Shown<Item> = {
    // The path is one that the types found connections at.
    items: (merged ? (last?.found ?? []) : came.flatMap(({ found }) => found)) as Item[],
    error: pages.findLast(({ error }) => error)?.error,
    next: undefined,
  };
  if (valueAt(last?.pageInfo, ["hasNextPage"]) !== true) return shown;
  const next = valueAt(last?.pageInfo, ["endCursor"]);
  if (typeof next === "string" && !came.some(({ cursor }) => cursor === next)) return { ...shown, next };
  const message = "The server tells of a next page, and repeats a cursor or gives none.";
  return { ...shown, error: shown.error ?? new ChacraError("REPEATED_CURSOR", message) };
}

function valueAt(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((inner, step) => (inner ? Reflect.get(Object(inner), step) : undefined), value);
}
