import type { ChacraCache } from "./cache/index.ts";
import type { Logger } from "./development/deprecations.ts";
import type { ChacraError } from "./error.ts";
import type { ScalarsOption } from "./scalars/parse-scalars.ts";
import type { Token } from "./token.ts";
import type { Cost, RateLimit } from "./transport/told.ts";

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
export interface ClientOptions extends ScalarsOption {
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
   * Addresses stand in logs and histories: documents without an id, or sent as text, and those with variables that could
   * name a family (ids, filters, texts other than an ubigeo), go by `POST` all the same.
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
