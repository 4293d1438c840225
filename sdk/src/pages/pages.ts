import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { DocumentNode } from "graphql";
import { errorOf } from "../error-classes.ts";
import type { QueryClient } from "../query-client.ts";
import { gate } from "./flow.ts";
import { planOf } from "./plan.ts";
import { positionOf, tokenOf } from "./resume-token.ts";
import type { ConnectionPath, PageItem } from "./types.ts";
import { walk } from "./walk.ts";

/**
 * How to go through pages.
 *
 * @example
 * ```ts
 * import type { PagesOptions } from "@chacra/sdk";
 *
 * const options: PagesOptions = { signal: AbortSignal.timeout(60_000), concurrency: 2 };
 * ```
 */
export interface PagesOptions {
  /** Gives up when it is aborted: requests under way are ended, and the loop throws `ABORTED`. */
  signal?: AbortSignal;
  /**
   * Number of requests that may run at once, at least 1.
   *
   * @defaultValue 4, as many operations as the server runs at once for a caller
   */
  concurrency?: number;
  /** The `token` of earlier pages at the same path: goes on after the last item that those gave. */
  resume?: string;
}

/**
 * Items of all pages, in order, to go through once by `for await`. Leaving the loop ends the requests under way.
 *
 * @example
 * ```ts
 * import { createClient, graphql, type Pages } from "@chacra/sdk";
 *
 * const Codes = graphql(`
 *   query Codes($after: String) {
 *     families(first: 100, after: $after) { nodes { code } pageInfo { hasNextPage endCursor } }
 *   }
 * `);
 * const chacra = createClient({ url: "http://127.0.0.1:4000/graphql" });
 * const families: Pages<{ code: string }> = chacra.pages(Codes, {}, "families");
 * for await (const { code } of families) console.log(code, families.token);
 * ```
 */
export interface Pages<Item> extends AsyncIterableIterator<Item, undefined, undefined> {
  /**
   * Where these pages are: given as `resume`, it goes on exactly after the last item that they gave, provided that the
   * records have not changed. It holds cursors of the server, and none of the variables.
   */
  readonly token: string;
  return(): Promise<IteratorResult<Item, undefined>>;
}

/**
 * Goes through every item of a connection, as the method `pages` of `createClient`'s does: for clients that
 * `createQueryClient` made, whose bundles hold it only where it is imported.
 *
 * @throws {TypeError} at once, when the document does not select what is needed, or an option is wrong
 * @throws {ChacraError} from the loop
 *
 * @example
 * ```ts
 * import { createQueryClient, graphql, pages } from "@chacra/sdk";
 *
 * const Codes = graphql(`
 *   query Codes($after: String) {
 *     families(first: 100, after: $after) { nodes { code } pageInfo { hasNextPage endCursor } }
 *   }
 * `);
 * const chacra = createQueryClient({ url: "http://127.0.0.1:4000/graphql" });
 * for await (const { code } of pages(chacra, Codes, {}, "families")) console.log(code);
 * ```
 */
export function pages<Data, Variables extends object, At extends ConnectionPath<Data>>(
  client: Pick<QueryClient, "query">,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  at: At,
  options: PagesOptions = {},
): Pages<PageItem<Data, At>> {
  const { signal, concurrency = 4, resume } = options;
  if (!Number.isSafeInteger(concurrency) || concurrency < 1) {
    throw new TypeError("The option concurrency must be a whole number, at least 1.");
  }
  const plan = planOf(document, at);
  let position = resume === undefined ? [] : positionOf(resume, at, 1 + plan.inner.length);
  const stop = new AbortController();
  const enter = gate(concurrency);
  const ask = (asked: DocumentNode, given: object) => enter(() => client.query(asked, given, { signal: stop.signal }));

  async function* items(): AsyncGenerator<PageItem<Data, At>, undefined, undefined> {
    const giveUp = () => stop.abort(signal?.reason);
    if (signal?.aborted) giveUp();
    signal?.addEventListener("abort", giveUp);
    try {
      for await (const step of walk({ plan, document, variables, concurrency, ask }, position)) {
        if (stop.signal.aborted) throw errorOf("ABORTED", "The caller gave up.", { cause: stop.signal.reason });
        position = step.position;
        // The plan is of the document whose types these are.
        yield step.item as PageItem<Data, At>;
      }
    } finally {
      signal?.removeEventListener("abort", giveUp);
      stop.abort();
    }
  }

  const given = items();
  const all: Pages<PageItem<Data, At>> = {
    get token() {
      return tokenOf(at, position);
    },
    next: () => given.next(),
    return() {
      stop.abort();
      return given.return(undefined);
    },
    [Symbol.asyncIterator]: () => all,
  };
  return all;
}
