export type { ChacraCache } from "./clearable.ts";
export { createCache } from "./create-cache.ts";
