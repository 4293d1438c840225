import { minifyIntrospection, preprocessIntrospection } from "@gql.tada/internal";
import { type GraphQLSchema, introspectionFromSchema } from "graphql";

/** A codegen plugin: the graph and its scalars as the types from which `graphql()` infers results and variables. */
export function plugin(
  schema: GraphQLSchema,
  _documents: unknown,
  { scalars }: { scalars: Record<string, string> },
): string {
  const introspection = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }));
  const types = Object.entries(scalars).map(
    ([name, type]) => `  /** ${schema.getType(name)?.description} */\n  ${name}: ${type};`,
  );
  return [
    `export type introspection = ${preprocessIntrospection(introspection)};`,
    `export interface scalars {\n${types.join("\n")}\n}`,
    "",
  ].join("\n\n");
}
