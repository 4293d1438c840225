export { type ChacraClient, createClient } from "./client.ts";
export { ChacraError, type ChacraErrorCode, type GraphFault } from "./error.ts";
export * from "./generated/operations.ts";
export type * from "./generated/values.ts";
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
export { type ParsedScalars, parseScalars, type ScalarsOption } from "./scalars/parse-scalars.ts";
export type { CivilDate, CivilDateInput, Decimal, DecimalInput, ScalarParsers } from "./scalars/types.ts";
export type { UnknownMember, UnknownValue } from "./scalars/unknown.ts";
export type { Token } from "./token.ts";
