import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { OperationResult } from "@urql/core";
import type { DocumentNode } from "graphql";
import type { ChacraCache } from "./cache/index.ts";
import type { Logger } from "./development/deprecations.ts";
import type { ChacraError } from "./error.ts";
import { errorOf } from "./error-classes.ts";
import { keepOptions } from "./options-of.ts";
import { type Pages, type PagesOptions, pagesBy } from "./pages/pages.ts";
import type { ConnectionPath, PageItem } from "./pages/types.ts";
import type { Token } from "./token.ts";
import type { IdentifiedDocument } from "./transport/by-id.ts";
import { checked } from "./transport/checked.ts";
import { asideOf, errorIn } from "./transport/reply.ts";
import type { CallInit } from "./transport/send.ts";
import type { Cost, RateLimit } from "./transport/told.ts";
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
   * Milliseconds that a call may take, all its attempts together; then it throws `TIMEOUT`.
   *
   * @defaultValue 60000
   */
  timeout?: number;
  /**
   * How often a request is made again that got no answer, or that a proxy or a busy server refused (429, 502, 503, 504):
   * after a random wait that grows, or when `Retry-After` says, unless that is after the call's `timeout`.
   *
   * @defaultValue 2
   */
  retries?: number;
  /**
   * How documents are sent that have an id, as ready ones do: as text, or by `id` alone, for servers that run registered
   * documents.
   *
   * @defaultValue "text"
   */
  documents?: "text" | "id";
  /**
   * Where notices go for developers: deprecated fields, once each, and loops that ask for records one by one.
   *
   * @defaultValue `console`, unless the program is built or run for production
   */
  logger?: Logger;
  /** Is called with what each request came to, by whichever way it was made: for metrics. */
  onReply?: (reply: ReplyNotice) => void;
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
  /** Milliseconds that this call may take, in place of the client's. */
  timeout?: number;
  /**
   * `GET` puts the id of the document and its variables into the address, so that caches on the way can keep the answer.
   * Addresses stand in logs and histories: take it for what anybody may know, never for codes of families. Documents without
   * an id, or sent as text, go by `POST` all the same.
   *
   * @defaultValue "POST"
   */
  method?: "GET" | "POST";
}

/**
 * What the server says of a request beside its data.
 *
 * @example
 * ```ts
 * import { createClient, type ReplyNotice } from "@chacra/sdk";
 *
 * const note = ({ operation, cost, code }: ReplyNotice) => console.log(operation, cost?.requested, code ?? "ok");
 * const chacra = createClient({ url: "http://127.0.0.1:4000/graphql", onReply: note });
 * ```
 */
export interface ReplyNotice {
  /** The operation's name. */
  operation: string | undefined;
  /** The code of the error, if there was one. */
  code: string | undefined;
  /** What the operation cost, in objects. */
  cost: Cost | undefined;
  /** What is left of the caller's budget; unknown where a web page may not read the headers. */
  rateLimit: RateLimit | undefined;
  /** The server's id of the request. */
  requestId: string | undefined;
  /** HTTP status; absent when no answer came. */
  status: number | undefined;
}

/**
 * All that came of a request.
 *
 * @example
 * ```ts
 * import { createClient, RegionOverviewDocument, type Reply, type ResultOf } from "@chacra/sdk";
 *
 * const chacra = createClient({ url: "http://127.0.0.1:4000/graphql" });
 * const reply: Reply<ResultOf<typeof RegionOverviewDocument>> = await chacra.request(RegionOverviewDocument, { ubigeo: "22" });
 * console.log(reply.cost?.requested, reply.rateLimit?.remaining);
 * ```
 */
export interface Reply<Data> extends Omit<ReplyNotice, "operation" | "code"> {
  /** What came, beside an error too: parts that failed are null. */
  data: Data | undefined;
  error: ChacraError | undefined;
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
   * Runs a query as `query` does, and gives all that came of it, an error too: what the operation cost, what is left of
   * the budget, and data beside an error.
   *
   * @throws {AbortedError} when the caller gave up
   *
   * @example
   * ```ts
   * import { createClient, RegionOverviewDocument } from "@chacra/sdk";
   *
   * const chacra = createClient({ url: "http://127.0.0.1:4000/graphql" });
   * const { data, error, cost } = await chacra.request(RegionOverviewDocument, { ubigeo: "22" });
   * console.log(data?.region?.name, error?.code, cost?.requested);
   * ```
   */
  request<Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    ...args: QueryArguments<Variables>
  ): Promise<Reply<Data>>;

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
  async function request<Data>(document: DocumentNode, given: object, call: QueryOptions): Promise<Reply<Data>> {
    const { signal, timeout, method } = checked(call);
    const init: CallInit = timeout === undefined ? {} : { timeout };
    // A text would stand in the address with its literals.
    const isById = options.documents === "id" && (document as IdentifiedDocument).documentId !== undefined;
    const preferGetMethod = method === "GET" && isById && "force";
    const source = urql.query<Data>(document, given, { fetchOptions: init, preferGetMethod });
    const result = await firstResult<OperationResult<Data>>((take) => source.subscribe(take), signal);
    return { data: result.data, error: errorIn(result), ...asideOf(result) };
  }
  async function run<Data>(document: DocumentNode, given: object, call: QueryOptions = {}): Promise<Data> {
    const { data, error } = await request<Data>(document, given, call);
    if (error) throw error;
    if (data) return data;
    throw errorOf("HTTP", "The server answered with neither data nor an error.");
  }
  const client: QueryClient = {
    query: (document, ...[variables, call]) => run(document, variables ?? {}, call),
    request: (document, ...[variables, call = {}]) => request(document, variables ?? {}, call),
    pages: (document, variables, at, given = {}) =>
      pagesBy((asked, values, signal) => run(asked, values, { signal }), document, variables, at, given),
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
  const aborted = () => errorOf("ABORTED", "The caller gave up.", { cause: signal?.reason });
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
