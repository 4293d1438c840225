import { plugin as typescriptOperations } from "@graphql-codegen/typescript-operations";
import { buildClientSchema, type GraphQLSchema } from "graphql";
import { resultTypes, type ScalarTypes, unknownMember } from "./results.ts";

type Arguments = Parameters<typeof typescriptOperations>;

/** A codegen plugin: the types of operations, as typescript-operations makes them of results that may be newer than we are. */
export async function plugin(
  schema: GraphQLSchema,
  documents: Arguments[1],
  config: Arguments[2] & { scalars: ScalarTypes },
): Promise<{ prepend: string[]; content: string }> {
  const { introspection, scalars, imports } = resultTypes(schema, config.scalars);
  const made = await typescriptOperations(buildClientSchema(introspection), documents, { ...config, scalars }, {});
  const { prepend = [], content } = typeof made === "string" ? { content: made } : made;
  return { prepend: [...imports, ...prepend], content: content.replaceAll(`'${unknownMember}'`, unknownMember) };
}
