export {
  type ChacraClient,
  type ClientOptions,
  createClient,
  type QueryOptions,
  type Token,
  type VariablesOf,
} from "./client.ts";
export { ChacraError, type GraphFault } from "./error.ts";
export * from "./generated/operations.ts";
export { type FragmentOf, graphql, type ResultOf, readFragment } from "./graphql.ts";
