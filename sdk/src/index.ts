export { type ChacraClient, createClient } from "./client.ts";
export { ChacraError, type ChacraErrorCode, type GraphFault } from "./error.ts";
export * from "./generated/operations.ts";
export { type FragmentOf, graphql, type ResultOf, readFragment, type VariablesOf } from "./graphql.ts";
export type { Pages, PagesOptions } from "./pages/pages.ts";
export type { ConnectionPath, PageItem } from "./pages/types.ts";
export {
  type ClientOptions,
  createQueryClient,
  type QueryArguments,
  type QueryClient,
  type QueryOptions,
} from "./query-client.ts";
export type { Token } from "./token.ts";
