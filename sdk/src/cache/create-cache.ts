import {
  type CacheExchangeOpts,
  cacheExchange,
  type Logger,
  type Resolver,
  type UpdateResolver,
} from "@urql/exchange-graphcache";
import { connections, lookups, possibleTypes } from "../generated/cache.ts";
import { type ChacraCache, clearable } from "./clearable.ts";
import { mergePages } from "./merge-pages.ts";
import { toldInFull } from "./told-in-full.ts";

/**
 * How a cache keeps things.
 *
 * @example
 * ```ts
 * import { createClient } from "@chacra/sdk";
 * import { type CacheOptions, createCache } from "@chacra/sdk/cache";
 *
 * const eachPageAlone: CacheOptions = { mergePages: false };
 * const chacra = createClient({ url: "https://chacra.example.org/graphql", cache: createCache(eachPageAlone) });
 * ```
 */
export interface CacheOptions {
  /**
   * Whether a page that is asked for by `after` or `before` is given together with those that lead to it, as endless
   * scrolling wants it; without, each page alone, as a table with buttons for pages wants it.
   *
   * @defaultValue true
   */
  mergePages?: boolean;
}

/**
 * Makes a cache that keeps each object once, whichever queries it came in: Graphcache, set up for this graph. What is asked
 * for again, and one object of which everything is there, needs no request. Nulls that come with an error are not kept.
 *
 * It is in memory alone, for it holds people's data. It is cleared when the function `token` gives another token than before,
 * and by `clear()`, for when somebody signs out. One cache is for one client.
 *
 * @example
 * ```ts
 * import { createClient } from "@chacra/sdk";
 * import { createCache } from "@chacra/sdk/cache";
 *
 * const chacra = createClient({ url: "https://chacra.example.org/graphql", cache: createCache() });
 * ```
 */
export function createCache({ mergePages: merged = true }: CacheOptions = {}): ChacraCache {
  return clearable(() => toldInFull(cacheExchange(configOf(merged))), merged);
}

/** Ids are global, so that an id is the whole key; what has none is kept in what holds it. */
function configOf(merged: boolean): CacheExchangeOpts {
  const byCode = new Map<string, string>();
  const root: Record<string, Resolver> = {
    node: (_, { id }, cache, { parentFieldKey }) =>
      typeof id === "string" && cache.resolve(id, "__typename") ? id : cache.resolve("Query", parentFieldKey),
    nodes: (_, { ids }, cache, { parentFieldKey }) =>
      Array.isArray(ids) && ids.every((id) => typeof id === "string" && cache.resolve(id, "__typename"))
        ? ids
        : cache.resolve("Query", parentFieldKey),
  };
  const updates: Record<string, Record<string, UpdateResolver>> = {};
  for (const [type, code] of Object.entries(lookups)) {
    updates[type] = {
      [code]: ({ id, [code]: value }) => {
        if (typeof id === "string") byCode.set(`${type} ${value}`, id);
      },
    };
    root[type.charAt(0).toLowerCase() + type.slice(1)] = (_, args, cache, { parentFieldKey }) => {
      const own = cache.resolve("Query", parentFieldKey);
      return own ?? byCode.get(`${type} ${args[code]}`) ?? own;
    };
  }
  const pages = Object.fromEntries(merged ? connections.map((field) => [field, mergePages]) : []);
  const resolvers = Object.fromEntries(possibleTypes.Node.map((type) => [type, pages]));
  return {
    globalIDs: true,
    possibleTypes,
    resolvers: { ...resolvers, Query: { ...root, ...pages } },
    updates,
    // As it stands here, bundlers take it out of a program that is built for production, where Graphcache says nothing.
    ...(process.env.NODE_ENV !== "production" && { logger: developersLogger() }),
  };
}

/**
 * Graphcache warns while one develops, of each place. Its messages quote arguments, which may name people; and it warns of
 * fields of other members of a union, for it knows no schema.
 */
function developersLogger(): Logger {
  const told = new Set<string>();
  return (severity, message) => {
    const [, keyless] = /no key could be generated.*`keys` config for `(\w+)`/s.exec(message) ?? [];
    if (keyless && (told.has(keyless) || !possibleTypes.Node.includes(keyless))) return;
    if (keyless) {
      told.add(keyless);
      console.warn(
        `The cache keeps ${keyless} without id apart from the same one elsewhere. Select its id in documents.`,
      );
    } else if (severity !== "debug" && !/^Invalid undefined/.test(message))
      console[severity](message.replace(/\(\{.*?\}\)/g, "(…)"));
  };
}
