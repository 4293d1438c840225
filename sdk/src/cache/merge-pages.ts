import { stringifyVariables } from "@urql/core";
import type { Cache, FieldArgs, Resolver } from "@urql/exchange-graphcache";

/**
 * Gives a page with those before it: after a cursor, those that lead to it from the first one; before a cursor, those
 * that lead to it from the last one. Pages of other filters or orders, and of lists that merely begin alike, stay apart.
 */
export const mergePages: Resolver = (_parent, args, cache, { parentKey, parentFieldKey, fieldName }) => {
  const own = cache.resolve(parentKey, parentFieldKey);
  const backward = typeof args.before === "string";
  if (typeof own !== "string" || !(backward || typeof args.after === "string")) return own;

  const pages = cache.inspectFields(parentKey).flatMap((field) => {
    const key = field.fieldName === fieldName && list(field.arguments) === list(args) ? field.fieldKey : undefined;
    const page = key && cache.resolve(parentKey, key);
    return typeof page === "string" ? [{ page, args: field.arguments ?? {} }] : [];
  });
  const ends = backward ? "startCursor" : "endCursor";
  const chain = [own];
  for (let cursor = backward ? args.before : args.after; typeof cursor === "string"; ) {
    const next = pages.find(({ page }) => !chain.includes(page) && ofPageInfo(cache, page, ends) === cursor);
    if (!next) break;
    if (backward) chain.push(next.page);
    else chain.unshift(next.page);
    cursor = backward ? next.args.before : next.args.after;
  }
  const nodes = itemsOf(cache, chain, "nodes", (node) => node);
  const edges = itemsOf(cache, chain, "edges", (edge) => cache.resolve(edge, "node"));
  if (chain.length === 1 || !(nodes || edges)) return own;
  const [first = own] = chain;
  const last = chain.at(-1) ?? own;
  return {
    __typename: cache.resolve(own, "__typename"),
    nodes,
    edges,
    pageInfo: {
      __typename: "PageInfo",
      startCursor: ofPageInfo(cache, first, "startCursor"),
      hasPreviousPage: ofPageInfo(cache, first, "hasPreviousPage"),
      endCursor: ofPageInfo(cache, last, "endCursor"),
      hasNextPage: ofPageInfo(cache, last, "hasNextPage"),
    },
  };
};

/** What makes a list: everything but the page of it that is asked for. */
function list(args: FieldArgs): string {
  return stringifyVariables({ ...args, first: undefined, last: undefined, after: undefined, before: undefined });
}

function ofPageInfo(cache: Cache, page: string, field: string) {
  const pageInfo = cache.resolve(page, "pageInfo");
  return typeof pageInfo === "string" ? cache.resolve(pageInfo, field) : undefined;
}

/** The items of all pages, each once; undefined where one page has none, for it was asked for otherwise. */
function itemsOf(cache: Cache, chain: string[], field: string, node: (item: string) => unknown): string[] | undefined {
  const items = new Map<unknown, string>();
  for (const page of chain) {
    const found = cache.resolve(page, field);
    if (!Array.isArray(found)) return undefined;
    for (const item of found) if (typeof item === "string" && !items.has(node(item))) items.set(node(item), item);
  }
  return [...items.values()];
}
