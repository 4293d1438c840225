import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { createRequest, type OperationResult } from "@urql/core";
import type { DocumentNode } from "graphql";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useClient } from "urql";
import type { ChacraError } from "../error.ts";
import { planOf } from "../pages/plan.ts";
import type { ConnectionPath, PageItem } from "../pages/types.ts";
import { toChacraError } from "../to-chacra-error.ts";
import { FurtherPages } from "./further-pages.ts";
import { useMerged } from "./provider.ts";
import { shownIn } from "./shown-pages.ts";
import { type HookOptions, useQueryState } from "./use-query.ts";

/**
 * The places of a result where there is a connection that is in no other one.
 *
 * @example
 * ```ts
 * import { graphql, type ResultOf } from "@chacra/sdk";
 * import type { OuterConnectionPath } from "@chacra/sdk/react";
 *
 * const Codes = graphql(`
 *   query Codes($after: String) {
 *     families(after: $after) { nodes { code } pageInfo { hasNextPage endCursor } }
 *   }
 * `);
 * const at: OuterConnectionPath<ResultOf<typeof Codes>> = "families";
 * ```
 */
export type OuterConnectionPath<Data> = Exclude<
  ConnectionPath<Data>,
  `${string}.nodes.${string}` | `${string}.edges.node.${string}`
>;

/**
 * A list that grows page by page.
 *
 * @example
 * ```tsx
 * import type { ChacraPages } from "@chacra/sdk/react";
 *
 * export function Codes({ items, fetching }: ChacraPages<{ code: string }>) {
 *   return <ul aria-busy={fetching}>{items.map(({ code }) => <li key={code}>{code}</li>)}</ul>;
 * }
 * ```
 */
export interface ChacraPages<Item> {
  /** Those of all pages so far, in order. While other variables are asked for, those of the ones before. */
  items: readonly Item[];
  /** A page is on its way. */
  fetching: boolean;
  /** What went wrong with a page. What came all the same is among the items; `loadMore` asks for a page that did not. */
  error: ChacraError | undefined;
  /** There is another page. */
  hasMore: boolean;
  /** Asks for the next page. Does nothing while one is on its way, or when there is none. */
  loadMore(): void;
  /** Asks for the first page anew, and begins with it. */
  refetch(): void;
}

const none = {};
const noPages: readonly never[] = [];

/**
 * Asks for a connection page by page, as a list that one scrolls through without end. The document is as `pages` takes it:
 * it passes a variable as `after:` of the connection, and selects its `pageInfo { hasNextPage endCursor }`. With null as
 * variables nothing is asked. A page is dropped when the one before it was asked for anew and ends elsewhere.
 *
 * @param at - names of fields, with points between, to a connection that is in no other one
 * @throws {TypeError} when the document does not select what is needed
 *
 * @example
 * ```tsx
 * import { graphql } from "@chacra/sdk";
 * import { useChacraPages } from "@chacra/sdk/react";
 *
 * const Farms = graphql(`
 *   query Farms($after: String) {
 *     farms(first: 50, after: $after) { nodes { id code hectares } pageInfo { hasNextPage endCursor } }
 *   }
 * `);
 *
 * export function FarmList() {
 *   const { items, error, fetching, hasMore, loadMore } = useChacraPages(Farms, {}, "farms");
 *   return (
 *     <>
 *       <ul>{items.map(({ id, code, hectares }) => <li key={id}>{code}: {hectares} ha</li>)}</ul>
 *       {error && <p role="alert">{error.message}</p>}
 *       {hasMore && <button type="button" disabled={fetching} onClick={loadMore}>More</button>}
 *     </>
 *   );
 * }
 * ```
 */
export function useChacraPages<Data, Variables extends object, At extends OuterConnectionPath<Data>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables | null,
  at: At,
  options: HookOptions = none,
): ChacraPages<PageItem<Data, At>> {
  const urql = useClient();
  const merged = useMerged();
  const plan = useMemo(() => planOf(document, at), [document, at]);
  if (plan.inner.length > 0) {
    throw new TypeError(
      `useChacraPages takes a connection that is in no other one; take pages of the client for "${at}".`,
    );
  }
  const request = requestOf(document, variables ?? none);
  // biome-ignore lint/correctness/useExhaustiveDependencies: its key is the request
  const list = useMemo(() => new FurtherPages(urql, request, plan.after), [urql, request.key, plan]);
  const further = useSyncExternalStore(list.subscribe, list.pages, () => noPages);
  const [{ data, error, fetching: beginning }, ask] = useQueryState<Data>(document, variables, options);
  const shown = useMemo(() => {
    const pages = further.map(({ cursor, result }) => ({ cursor, data: result?.data, error: errorOf(result) }));
    return shownIn<PageItem<Data, At>>([{ cursor: null, data, error }, ...pages], plan.first, merged);
  }, [data, error, further, plan, merged]);
  const { items, next, count } = shown;
  const fetching = beginning || further.some(({ result }) => !result);
  const loadMore = useCallback(() => {
    if (!fetching && next !== undefined) list.load(next, count - 1);
  }, [fetching, list, next, count]);
  const refetch = useCallback(() => {
    list.reset();
    ask();
  }, [list, ask]);
  return { items, fetching, error: shown.error, hasMore: next !== undefined, loadMore, refetch };
}

function requestOf(document: DocumentNode, variables: object) {
  return createRequest(document, variables);
}

function errorOf(result: OperationResult | undefined): ChacraError | undefined {
  return result?.error && toChacraError(result.error, result.data, result.operation.variables ?? none);
}
