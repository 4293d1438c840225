import { minifyIntrospection, preprocessIntrospection } from "@gql.tada/internal";
import { type GraphQLSchema, introspectionFromSchema } from "graphql";

/** A codegen plugin: the graph as the types from which `graphql()` infers results and variables. */
export function plugin(schema: GraphQLSchema): string {
  const introspection = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }));
  return `export type introspection = ${preprocessIntrospection(introspection)};\n`;
}
