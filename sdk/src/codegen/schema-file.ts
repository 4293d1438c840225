import { createRequire } from "node:module";

/**
 * The graph in GraphQL's schema language, as a file of this package: what `schema` is in the configuration of GraphQL Code
 * Generator. No server is asked for it.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { chacraSchema } from "@chacra/sdk/codegen";
 *
 * console.log(readFileSync(chacraSchema, "utf8").length);
 * ```
 */
export const chacraSchema: string = createRequire(import.meta.url).resolve("@chacra/sdk/schema.graphql");
