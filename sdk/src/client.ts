import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { ClientOptions } from "./calls.ts";
import { type ReadyOperations, readyOperations } from "./generated/operations.ts";
import { type Pages, type PagesOptions, pages } from "./pages/pages.ts";
import type { ConnectionPath, PageItem } from "./pages/types.ts";
import { createQueryClient, type QueryClient } from "./query-client.ts";

/**
 * A client of a Chacra server: runs documents by `query`, goes through pages, and has a method for each ready operation.
 *
 * @example
 * ```ts
 * import type { ChacraClient } from "@chacra/sdk";
 *
 * export async function nameOf(chacra: ChacraClient, ubigeo: string): Promise<string | undefined> {
 *   const { region } = await chacra.regionOverview({ ubigeo });
 *   return region?.name;
 * }
 * ```
 */
export interface ChacraClient extends QueryClient, ReadyOperations {
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
 * Makes a client of a Chacra server.
 *
 * @throws {TypeError} when the url is not one
 *
 * @example
 * ```ts
 * import { createClient } from "@chacra/sdk";
 *
 * const chacra = createClient({ url: "https://chacra.example.org/graphql", token: async () => "a token" });
 * const { region } = await chacra.regionOverview({ ubigeo: "22" });
 * ```
 */
export function createClient(options: ClientOptions): ChacraClient {
  const client = createQueryClient(options);
  const goThrough: Pick<ChacraClient, "pages"> = { pages: (...asked) => pages(client, ...asked) };
  return Object.assign(client, readyOperations(client), goThrough);
}
