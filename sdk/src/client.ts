import type { ClientOptions } from "./calls.ts";
import { type ReadyOperations, readyOperations } from "./generated/operations.ts";
import { createQueryClient, type QueryClient } from "./query-client.ts";

/**
 * A client of a Chacra server: runs documents by `query`, and has a method for each ready operation.
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
export interface ChacraClient extends QueryClient, ReadyOperations {}

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
  return Object.assign(client, readyOperations(client));
}
