import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { createRequest, type OperationResult } from "@urql/core";
import type { DocumentNode } from "graphql";
import type { ClientOptions, QueryArguments, QueryOptions, Reply } from "./calls.ts";
import { errorOf } from "./error-classes.ts";
import { keepOptions } from "./options-of.ts";
import { mayStandInAddress } from "./transport/addressable.ts";
import { checked } from "./transport/checked.ts";
import { asideOf, errorIn } from "./transport/reply.ts";
import type { CallInit } from "./transport/send.ts";
import { createUrqlClient } from "./transport/urql.ts";

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
}

/**
 * Makes a client that runs documents and has no methods for the ready operations and for pages, so that a bundle holds only
 * the documents it uses, and `pages` where that is imported.
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
    const preferGetMethod = method === "GET" && options.documents === "id" && mayStandInAddress(document) && "force";
    const asked = createRequest(document, given);
    // Equal calls under way share a request, whose key this is; not those that may take as long as others may not.
    const apart = timeout === undefined ? asked : { ...asked, key: asked.key + timeout };
    const source = urql.executeQuery<Data>(apart, { fetchOptions: init, preferGetMethod });
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
