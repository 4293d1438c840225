import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { Client, fetchExchange, type OperationResult } from "@urql/core";
import { checkedUrl } from "./address.ts";
import { ChacraError, toChacraError } from "./error.ts";
import { authorized, type Token } from "./token.ts";

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
export function createQueryClient({ url, token, fetch: send = globalThis.fetch }: ClientOptions): QueryClient {
  const urql = new Client({
    url: checkedUrl(url),
    exchanges: [fetchExchange],
    requestPolicy: "network-only",
    preferGetMethod: false,
    fetch: token === undefined ? (input, init) => send(input, init) : authorized(send, token),
  });
  return {
    async query<Data, Variables extends object>(
      document: TypedDocumentNode<Data, Variables>,
      ...[variables, { signal } = {}]: QueryArguments<Variables>
    ): Promise<Data> {
      const given = variables ?? {};
      const source = urql.query<Data>(document, given);
      const { data, error } = await firstResult<OperationResult<Data>>((take) => source.subscribe(take), signal);
      if (error) throw toChacraError(error, data, given);
      if (data) return data;
      throw new ChacraError("HTTP", "The server answered with neither data nor an error.");
    },
  };
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
