import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { OperationResult } from "@urql/core";
import type { DocumentNode } from "graphql";
import type { ClientOptions, QueryArguments, QueryOptions, Reply } from "./calls.ts";
import { errorOf } from "./error-classes.ts";
import { keepOptions } from "./options-of.ts";
import { pagesLater } from "./pages/later.ts";
import type { Pages, PagesOptions } from "./pages/pages.ts";
import type { ConnectionPath, PageItem } from "./pages/types.ts";
import type { IdentifiedDocument } from "./transport/by-id.ts";
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
   * @throws {TypeError} from the loop, before any request, when the document does not select what is needed, or an option
   * is wrong
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
    const preferGetMethod = method === "GET" && mayStandInAddress(document, options) && "force";
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
      pagesLater((asked, values, signal) => run(asked, values, { signal }), document, variables, at, given),
  };
  keepOptions(client, options);
  return client;
}

/** Whether nothing that a document is sent with by its id could be anybody's secret. */
function mayStandInAddress(document: IdentifiedDocument, { documents }: ClientOptions): boolean {
  const [operation] = document.definitions;
  if (documents !== "id" || !document.documentId || operation?.kind !== "OperationDefinition") return false;
  // Without its text nothing is known of a document's variables.
  if (operation.selectionSet.selections.length === 0) return false;
  return (operation.variableDefinitions ?? []).every(({ variable, type }) => {
    let named = type;
    while (named.kind !== "NamedType") named = named.type;
    return (
      /^(ubigeo|after|before)$/.test(variable.name.value) ||
      !/^(ID|String)$|(Where|Filter|Input)$/.test(named.name.value)
    );
  });
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
