import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { OperationResult } from "@urql/core";
import type { DocumentNode } from "graphql";
import type { ChacraCache } from "./cache/index.ts";
import { ChacraError, toChacraError } from "./error.ts";
import { keepOptions } from "./options-of.ts";
import { type Pages, type PagesOptions, pagesBy } from "./pages/pages.ts";
import type { ConnectionPath, PageItem } from "./pages/types.ts";
import type { Token } from "./token.ts";
import { createUrqlClient } from "./transport/urql.ts";

/**
 * Where the graph is, and how to reach it.
 *
 * @example
 * ```ts
 * import { type ClientOptions, createClient } from "@chacra/sdk";
 *
 * const options: ClientOptions = { url: "https://chacra.example.org/graphql", token: async () => "a token" };
 * const chacra = createClient(options);
 * ```
 */
export interface ClientOptions {
  /** Address of the graph, http or https: absolute in Node, in a browser also relative to the page. */
  url: string | URL;
  /** Sent as `Authorization: Bearer`; never in an address or an error. */
  token?: Token;
  /**
   * The function that makes requests.
   *
   * @defaultValue the global `fetch`
   */
  fetch?: typeof fetch;
  /**
   * Where the hooks of `@chacra/sdk/react` keep what they get: `createCache()` of `@chacra/sdk/cache`. `query` and `pages`
   * keep nothing, with it too.
   *
   * @defaultValue a cache of whole results
   */
  cache?: ChacraCache;
}

/**
 * How to run one query.
 *
 * @example
 * ```ts
 * import { createClient, type QueryOptions } from "@chacra/sdk";
 *
 * const chacra = createClient({ url: "http://127.0.0.1:4000/graphql" });
 * const options: QueryOptions = { signal: AbortSignal.timeout(5_000) };
 * const { regions } = await chacra.regionsOverview({}, options);
 * ```
 */
export interface QueryOptions {
  /** Gives up when it is aborted: the request is ended, and the query throws `ABORTED`. */
  signal?: AbortSignal;
}

/**
 * What follows the document in a call of `query`: its variables, which may be left out when none is required, and
 * options.
 *
 * @example
 * ```ts
 * import { type QueryArguments, RegionOverviewDocument, type VariablesOf } from "@chacra/sdk";
 *
 * const args: QueryArguments<VariablesOf<typeof RegionOverviewDocument>> = [{ ubigeo: "22" }];
 * ```
 */
export type QueryArguments<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: QueryOptions]
    : [variables: Variables, options?: QueryOptions];

/**
 * A client that runs documents.
 *
 * @example
 * ```ts
 * import { createQueryClient, type QueryClient } from "@chacra/sdk";
 *
 * const chacra: QueryClient = createQueryClient({ url: "http://127.0.0.1:4000/graphql" });
 * ```
 */
export interface QueryClient {
  /**
   * Runs a query: one of the ready documents, or one's own made with `graphql()`. Nothing is kept: each call asks anew.
   *
   * @returns the data, typed by the document
   * @throws {ChacraError} when anything at all went wrong; what came all the same is its `data`
   *
   * @example
   * ```ts
   * import { createClient, RegionOverviewDocument } from "@chacra/sdk";
   *
   * const chacra = createClient({ url: "http://127.0.0.1:4000/graphql" });
   * const { region } = await chacra.query(RegionOverviewDocument, { ubigeo: "22" });
   * console.log(region?.name, region?.families.totalCount);
   * ```
   */
  query<Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    ...args: QueryArguments<Variables>
  ): Promise<Data>;

  /**
   * Goes through every item of a connection, page after page, and of a connection in others too: at
   * `"region.families.nodes.farms"` are all farms of all families of the region, in order.
   *
   * The document passes a variable as `after:` of the first connection on the path and none to those inside, and selects
   * `pageInfo { hasNextPage endCursor }` of each, and `id __typename` of what holds a connection inside, whose further
   * pages are asked for by `node(id:)`. Items are `nodes`, or `edges` where only those are selected.
   *
   * Memory does not grow with the number of items: at most one outer page is read ahead, and of each connection inside
   * one page of the next `concurrency` objects.
   *
   * @param at - names of fields, with points between, through `nodes` or `edges.node` of connections on the way
   * @returns the items, with a `token` by which to go on later
   * @throws {TypeError} at once, when the document does not select what is needed, or an option is wrong
   * @throws {ChacraError} from the loop, as `query` does, for errors beside data too; `REPEATED_CURSOR` when the server
   * goes in circles, `NOT_FOUND` when what has further pages is gone
   *
   * @example
   * ```ts
   * import { createClient, graphql } from "@chacra/sdk";
   *
   * const Farms = graphql(`
   *   query Farms($ubigeo: String!, $after: String) {
   *     region(ubigeo: $ubigeo) {
   *       families(first: 50, after: $after) {
   *         nodes { id __typename farms { nodes { code hectares } pageInfo { hasNextPage endCursor } } }
   *         pageInfo { hasNextPage endCursor }
   *       }
   *     }
   *   }
   * `);
   * const chacra = createClient({ url: "http://127.0.0.1:4000/graphql" });
   * for await (const farm of chacra.pages(Farms, { ubigeo: "22" }, "region.families.nodes.farms")) {
   *   console.log(farm.code, farm.hectares);
   * }
   * ```
   */
  pages<Data, Variables extends object, At extends ConnectionPath<Data>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    at: At,
    options?: PagesOptions,
  ): Pages<PageItem<Data, At>>;
}

/**
 * Makes a client that runs documents and has no methods for the ready operations, so that a bundle holds only the
 * documents it uses.
 *
 * @throws {TypeError} when the url is not one
 *
 * @example
 * ```ts
 * import { createQueryClient, MarketEventsDocument } from "@chacra/sdk";
 *
 * const chacra = createQueryClient({ url: "http://127.0.0.1:4000/graphql" });
 * const { marketEvents } = await chacra.query(MarketEventsDocument);
 * ```
 */
export function createQueryClient(options: ClientOptions): QueryClient {
  const urql = createUrqlClient(options);
  async function run<Data>(document: DocumentNode, given: object, signal?: AbortSignal) {
    const source = urql.query<Data>(document, given);
    const { data, error } = await firstResult<OperationResult<Data>>((take) => source.subscribe(take), signal);
    if (error) throw toChacraError(error, data, given);
    if (data) return data;
    throw new ChacraError("HTTP", "The server answered with neither data nor an error.");
  }
  const client: QueryClient = {
    query: (document, ...[variables, { signal } = {}]) => run(document, variables ?? {}, signal),
    pages: (document, variables, at, options = {}) => pagesBy(run, document, variables, at, options),
  };
  keepOptions(client, options);
  return client;
}

/**
 * Waits for the result, then ends the subscription: urql would hand what it holds to the next caller of the same query.
 * Ending it before the result ends the request.
 */
async function firstResult<Result extends { stale: boolean; hasNext: boolean }>(
  subscribe: (take: (result: Result) => void) => { unsubscribe(): void },
  signal: AbortSignal | undefined,
): Promise<Result> {
  const aborted = () => new ChacraError("ABORTED", "The caller gave up.", { cause: signal?.reason });
  if (signal?.aborted) throw aborted();
  let end = () => {};
  try {
    return await new Promise((resolve, reject) => {
      const giveUp = () => reject(aborted());
      signal?.addEventListener("abort", giveUp);
      const subscription = subscribe((result) => {
        if (!result.stale && !result.hasNext) resolve(result);
      });
      end = () => {
        signal?.removeEventListener("abort", giveUp);
        subscription.unsubscribe();
      };
    });
  } finally {
    end();
  }
}
