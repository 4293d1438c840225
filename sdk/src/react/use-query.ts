import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { DocumentNode } from "graphql";
import { useCallback, useMemo } from "react";
import { type RequestPolicy, useQuery } from "urql";
import type { ChacraError } from "../error.ts";
import { toChacraError } from "../to-chacra-error.ts";
import { type Cost, costIn } from "../transport/told.ts";

/** How a hook asks. */
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

/** What follows the document in a hook. */
export type HookArguments<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables | null, options?: HookOptions]
    : [variables: Variables | null, options?: HookOptions];

/** What a hook knows of its query. */
export interface ChacraQueryState<Data> {
  /** What came; beside an error, what came all the same. */
  data: Data | undefined;
  error: ChacraError | undefined;
  fetching: boolean;
  /** The data is about to be replaced; it may be of the variables before. */
  stale: boolean;
  cost: Cost | undefined;
}

const none = {};

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
