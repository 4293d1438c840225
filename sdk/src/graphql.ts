import { initGraphQLTada } from "gql.tada";
import type { introspection } from "./generated/introspection.ts";

/**
 * Makes a document of one's own. TypeScript infers its result and variables from the text and the graph that ships with
 * this package; nothing is generated.
 *
 * @example
 * ```ts
 * import { createClient, graphql } from "@chacra/sdk";
 *
 * const Farm = graphql(`
 *   query Farm($code: String!) {
 *     farm(code: $code) { hectares plots { nodes { crop hectares } } }
 *   }
 * `);
 * const chacra = createClient({ url: "http://127.0.0.1:4000/graphql" });
 * const { farm } = await chacra.query(Farm, { code: "FARM-00000001" });
 * const hectares: number | undefined = farm?.hectares;
 * ```
 */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: {
    /** A day as YYYY-MM-DD. */
    Date: string;
    /** An exact decimal number as digits. */
    Decimal: string;
    /** Degrees. */
    Latitude: number;
    /** Degrees. */
    Longitude: number;
  };
}>();

export { type FragmentOf, type ResultOf, readFragment } from "gql.tada";
