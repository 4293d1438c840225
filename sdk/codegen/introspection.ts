import { minifyIntrospection, preprocessIntrospection } from "@gql.tada/internal";
import type { GraphQLSchema } from "graphql";
import { importOf, resultTypes, type ScalarTypes, unknownMember } from "./results.ts";

/** A codegen plugin: the graph and its scalars as the types from which `graphql()` infers results and variables. */
export function plugin(
  schema: GraphQLSchema,
  _documents: unknown,
  config: { scalars: ScalarTypes },
): { prepend: string[]; content: string } {
  const { introspection, scalars, imports } = resultTypes(schema, config.scalars);
  const graph = preprocessIntrospection(minifyIntrospection(introspection));
  const types = Object.entries(scalars).map(([name, type]) => `  ${name}: ${type};`);
  return {
    prepend: imports.map(importOf),
    content: [
      `export type introspection = ${graph.replaceAll(`| '${unknownMember}'`, `| ${unknownMember}`)};`,
      `export interface scalars {\n${types.join("\n")}\n}`,
      "",
    ].join("\n\n"),
  };
}
