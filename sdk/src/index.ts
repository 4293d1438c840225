export type { TypedDocumentNode } from "@graphql-typed-document-node/core";
export type { ClientOptions, QueryArguments, QueryOptions, Reply, ReplyNotice } from "./calls.ts";
export { type ChacraClient, createClient } from "./client.ts";
export type { Logger } from "./development/deprecations.ts";
export * from "./errors.ts";
export * from "./generated/operations.ts";
export type * from "./generated/values.ts";
export {
  type FragmentDocument,
  type FragmentOf,
  type FragmentRef,
  graphql,
  type ResultOf,
  readFragment,
  type VariablesOf,
} from "./graphql.ts";
export { type Pages, type PagesOptions, pages } from "./pages/pages.ts";
export type { ConnectionPath, PageItem } from "./pages/types.ts";
export { createQueryClient, type QueryClient } from "./query-client.ts";
export { fragmentDocument, idDocument, readyDocument } from "./ready-document.ts";
export { type ParsedScalars, parseScalars, type ScalarsOption } from "./scalars/parse-scalars.ts";
export type { CivilDate, CivilDateInput, Decimal, DecimalInput, ScalarParsers } from "./scalars/types.ts";
export type { UnknownMember, UnknownValue } from "./scalars/unknown.ts";
export type { Token, TokenRequest } from "./token.ts";
export type { Cost, RateLimit } from "./transport/told.ts";
