import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { DocumentNode } from "graphql";
import { useCallback, useMemo } from "react";
import { type RequestPolicy, useQuery } from "urql";
import type { ChacraError } from "../error.ts";
import { toChacraError } from "../to-chacra-error.ts";
import { type Cost, costIn } from "../transport/told.ts";

/**
 * How a hook asks.
 *
 * @example
 * ```tsx
 * import { RegionsOverviewDocument } from "@chacra/sdk";
 * import { type HookOptions, useChacraQuery } from "@chacra/sdk/react";
 *
 * const options: HookOptions = { requestPolicy: "cache-and-network" };
 *
 * export function Count() {
 *   const [{ data }] = useChacraQuery(RegionsOverviewDocument, {}, options);
 *   return <p>{data?.regions.nodes.length}</p>;
 * }
 * ```
 */
export interface HookOptions {
  /**
   * Lets the component wait under a `<Suspense>` instead of rendering with `fetching`; on a server it has to.
   *
   * @defaultValue false
   */
  suspense?: boolean;
  /**
   * Whether what is kept is taken (`cache-first`), taken and asked for anew (`cache-and-network`), not looked at
   * (`network-only`), or all there is (`cache-only`).
   *
   * @defaultValue "cache-first"
   */
  requestPolicy?: RequestPolicy;
}

/**
 * What follows the document in {@link useChacraQuery}: its variables, which may be left out when none is required, or null
 * to ask for nothing; and options.
 *
 * @example
 * ```ts
 * import type { RegionOverviewDocument, VariablesOf } from "@chacra/sdk";
 * import type { HookArguments } from "@chacra/sdk/react";
 *
 * const nothingYet: HookArguments<VariablesOf<typeof RegionOverviewDocument>> = [null];
 * ```
 */
export type HookArguments<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables | null, options?: HookOptions]
    : [variables: Variables | null, options?: HookOptions];

/**
 * What a hook knows of its query.
 *
 * @example
 * ```tsx
 * import type { ChacraQueryState } from "@chacra/sdk/react";
 *
 * export function Trouble({ error, fetching }: ChacraQueryState<unknown>) {
 *   if (error) return <p role="alert">{error.message}</p>;
 *   return fetching ? <p>One moment ...</p> : null;
 * }
 * ```
 */
export interface ChacraQueryState<Data> {
  /** What came; beside an error, what came all the same. */
  data: Data | undefined;
  /** What went wrong, as `query` would throw it. */
  error: ChacraError | undefined;
  /** An answer is on its way. */
  fetching: boolean;
  /** The data is about to be replaced; it may be of the variables before. */
  stale: boolean;
  /** Of the last answer that came by a request. */
  cost: Cost | undefined;
}

const none = {};

/**
 * Asks for what a component shows. Components with the same query share one request; leaving ends a request that nobody
 * waits for any more. With null as variables nothing is asked.
 *
 * @returns the state, and a function that asks anew
 *
 * @example
 * ```tsx
 * import { graphql } from "@chacra/sdk";
 * import { useChacraQuery } from "@chacra/sdk/react";
 *
 * const Farms = graphql("query Farms($code: String!) { family(code: $code) { farms { nodes { code hectares } } } }");
 *
 * export function FarmsOf({ code }: { code: string | undefined }) {
 *   const [{ data, error, fetching }, refetch] = useChacraQuery(Farms, code ? { code } : null);
 *   if (error) return <button type="button" onClick={refetch}>{error.message} Again?</button>;
 *   if (fetching) return <p>One moment ...</p>;
 *   return <p>{data?.family?.farms.nodes?.map((farm) => `${farm.code}: ${farm.hectares} ha`).join(", ")}</p>;
 * }
 * ```
 */
export function useChacraQuery<Data, Variables extends object>(
  document: TypedDocumentNode<Data, Variables>,
  ...[variables, options]: HookArguments<Variables>
): [state: ChacraQueryState<Data>, refetch: () => void] {
  return useQueryState<Data>(document, variables === null ? null : (variables ?? none), options ?? none);
}

/** The same where the types of document and variables are known to fit. */
export function useQueryState<Data>(
  document: DocumentNode,
  variables: object | null,
  { suspense = false, requestPolicy = "cache-first" }: HookOptions,
): [state: ChacraQueryState<Data>, refetch: () => void] {
  const context = useMemo(() => ({ suspense }), [suspense]);
  const asked = { query: document, variables: variables ?? none, pause: variables === null, requestPolicy, context };
  const [{ data, error, operation, fetching, stale, extensions }, execute] = useQuery<Data>(asked);
  const told = useMemo(
    () => error && toChacraError(error, data, operation?.variables ?? none),
    [error, data, operation],
  );
  const refetch = useCallback(() => execute({ requestPolicy: "network-only" }), [execute]);
  if (variables === null) return [nothing, refetch];
  const replaced = stale || (fetching && data !== undefined);
  return [{ data, error: told, fetching, stale: replaced, cost: costIn(extensions) }, refetch];
}

const nothing = { data: undefined, error: undefined, fetching: false, stale: false, cost: undefined };
