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

/** A connection that is in no other one. */
export type OuterConnectionPath<Data> = Exclude<
  ConnectionPath<Data>,
  `${string}.nodes.${string}` | `${string}.edges.node.${string}`
>;

/** A list that grows page by page. */
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
