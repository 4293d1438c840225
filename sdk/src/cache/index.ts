export type { ChacraCache } from "./clearable.ts";
export { type CacheOptions, createCache } from "./create-cache.ts";
