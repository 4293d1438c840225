import { cacheExchange } from "@urql/exchange-graphcache";
import { type ChacraCache, clearable } from "./clearable.ts";

export function createCache(): ChacraCache {
  return clearable(() => cacheExchange({}));
}
