import * as tada from "gql.tada";
import type { introspection, scalars } from "./generated/introspection.ts";

/**
 * Makes a document of one's own. TypeScript infers its result and variables from the text and the graph that ships with
 * this package; nothing is generated.
 *
 * @throws {SyntaxError} when the text is not GraphQL
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
export const graphql = /* @__PURE__ */ tada.initGraphQLTada<{ introspection: introspection; scalars: scalars }>();

/**
 * The result of a document, or the fields of a fragment.
 *
 * @example
 * ```ts
 * import { graphql, type ResultOf } from "@chacra/sdk";
 *
 * const Zones = graphql("query Zones { zones { nodes { code name } } }");
 * type Zone = ResultOf<typeof Zones>["zones"]["nodes"][number];
 * const zone: Zone = { code: "HUA", name: "Alto Huallaga" };
 * ```
 */
export type ResultOf<Document> = tada.ResultOf<Document>;

/**
 * The variables of a document.
 *
 * @example
 * ```ts
 * import { RegionOverviewDocument, type VariablesOf } from "@chacra/sdk";
 *
 * const variables: VariablesOf<typeof RegionOverviewDocument> = { ubigeo: "22" };
 * ```
 */
export type VariablesOf<Document> = tada.VariablesOf<Document>;

/**
 * The fields of a fragment, out of data that holds it.
 *
 * @example
 * ```ts
 * import { createClient, graphql, readFragment } from "@chacra/sdk";
 *
 * const ZoneLabel = graphql("fragment ZoneLabel on Zone { code name }");
 * const Zones = graphql("query Zones { zones { nodes { ...ZoneLabel } } }", [ZoneLabel]);
 *
 * const chacra = createClient({ url: "http://127.0.0.1:4000/graphql" });
 * const { zones } = await chacra.query(Zones);
 * const names: string[] = zones.nodes.map((zone) => readFragment(ZoneLabel, zone).name);
 * ```
 */
export const readFragment: typeof tada.readFragment = tada.readFragment;

/** What a component takes that shows a fragment: data whose fields stay hidden until {@link readFragment}. */
export type { FragmentOf } from "gql.tada";

/**
 * The document of a fragment in generated files, as `graphql()` would make it: {@link readFragment} reads what it says out of
 * data, and `FragmentOf` is that data.
 *
 * @example
 * ```ts
 * import { type FragmentDocument, type FragmentOf, readFragment } from "@chacra/sdk";
 *
 * declare const ZoneLabel: FragmentDocument<{ code: string }, "ZoneLabel", "Zone">;
 * export const labelOf = (zone: FragmentOf<typeof ZoneLabel>): string => readFragment(ZoneLabel, zone).code;
 * ```
 */
export type FragmentDocument<Data, Name extends string, On extends string> = tada.TadaDocumentNode<
  Data,
  Record<never, never>,
  { fragment: Name; on: On; masked: true }
>;

/**
 * Where data holds a fragment whose fields stay hidden until {@link readFragment}, in the types of generated files.
 *
 * @example
 * ```ts
 * import type { FragmentRef } from "@chacra/sdk";
 *
 * export type Zones = { zones: { nodes: FragmentRef<"ZoneLabel", "Zone">[] } };
 * ```
 */
export type FragmentRef<Name extends string, On extends string> = tada.FragmentOf<FragmentDocument<unknown, Name, On>>;
