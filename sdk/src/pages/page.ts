import { errorOf } from "../error-classes.ts";
import type { PlannedConnection } from "./plan.ts";

/** A page of a connection. */
export interface Page {
  /** The cursor that it was asked with; null for the first page. */
  cursor: string | null;
  items: readonly unknown[];
  hasNextPage: boolean;
  endCursor: string | null;
}

/** The page in a result. A connection that is not there, for its parent is null, has no items. */
export function pageIn(data: unknown, { at, steps, items }: PlannedConnection, cursor: string | null): Page {
  const connection = valueAt(data, steps);
  if (connection === null) {
    if (cursor === null) return { cursor, items: [], hasNextPage: false, endCursor: null };
    throw errorOf("NOT_FOUND", `What was at "${at}" is gone, and had further pages.`);
  }
  const found = valueAt(connection, [items]);
  // The graph tells an error with it, which is thrown before; whoever leaves it out must not look like the end.
  if (!Array.isArray(found)) throw errorOf("UNKNOWN", `The server gave no ${items} at "${at}" and no error.`);
  const endCursor = valueAt(connection, ["pageInfo", "endCursor"]);
  return {
    cursor,
    items: found,
    hasNextPage: valueAt(connection, ["pageInfo", "hasNextPage"]) === true,
    endCursor: typeof endCursor === "string" ? endCursor : null,
  };
}

/** Page after page, from one on. */
export async function* pagesFrom(first: Page, ask: (cursor: string) => Promise<Page>): AsyncGenerator<Page> {
  // A cursor met before is found with one kept: each is compared with it, and it is changed ever more seldom.
  let kept = first.cursor;
  let patience = 1;
  let since = 0;
  for (let page = first; ; ) {
    yield page;
    if (!page.hasNextPage) return;
    const { endCursor } = page;
    if (endCursor === null || endCursor === page.cursor || endCursor === kept) {
      throw errorOf("REPEATED_CURSOR", "The server tells of a next page, and repeats a cursor or gives none.");
    }
    if (++since === patience) {
      kept = endCursor;
      patience *= 2;
      since = 0;
    }
    page = await ask(endCursor);
  }
}

function valueAt(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (inner, step) => (typeof inner === "object" && inner !== null ? (Reflect.get(inner, step) ?? null) : null),
    value,
  );
}
