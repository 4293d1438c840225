import type { ChacraError } from "../error.ts";
import { errorOf } from "../error-classes.ts";
import type { PlannedConnection } from "../pages/plan.ts";

/** What came of a page, beside what went wrong with it. */
export interface ShownPage {
  /** Null of the first page. */
  cursor: string | null;
  data: unknown;
  error: ChacraError | undefined;
}

/** What a list shows of its pages. */
interface Shown<Item> {
  items: readonly Item[];
  error: ChacraError | undefined;
  /** The cursor to go on from; undefined at the end. */
  next: string | undefined;
  /** Number of pages that came. */
  count: number;
}

/**
 * Puts pages together, as far as each begins where the one before ends: one that was asked for anew may end elsewhere.
 * Where a cache merges them, the last one holds the items of all.
 */
export function shownIn<Item>(pages: readonly ShownPage[], { steps, items }: PlannedConnection, merged: boolean) {
  const shown: Shown<Item> = { items: [], error: undefined, next: undefined, count: 0 };
  const cursors = new Set<string>();
  for (const { cursor, data, error } of pages) {
    if (cursor !== null && cursor !== shown.next) break;
    shown.error = error ?? shown.error;
    const connection = valueAt(data, steps);
    const found = valueAt(connection, [items]);
    if (!Array.isArray(found)) break;
    // The path is one that the types found connections at.
    shown.items = merged ? (found as Item[]) : shown.items.concat(found as Item[]);
    shown.next = undefined;
    shown.count++;
    if (valueAt(connection, ["pageInfo", "hasNextPage"]) !== true) break;
    const next = valueAt(connection, ["pageInfo", "endCursor"]);
    if (typeof next !== "string" || cursors.has(next)) {
      const message = "The server tells of a next page, and repeats a cursor or gives none.";
      shown.error ??= errorOf("REPEATED_CURSOR", message);
      break;
    }
    cursors.add(next);
    shown.next = next;
  }
  return shown;
}

function valueAt(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((inner, step) => (inner ? Reflect.get(Object(inner), step) : undefined), value);
}
