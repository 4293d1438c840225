export { type ChacraClient, createClient } from "./client.ts";
export type { Logger } from "./development/deprecations.ts";
export * from "./errors.ts";
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
  type Reply,
  type ReplyNotice,
} from "./query-client.ts";
export type { Token, TokenRequest } from "./token.ts";
export type { Cost, RateLimit } from "./transport/told.ts";
