import { plugin as typescriptOperations } from "@graphql-codegen/typescript-operations";
import { buildClientSchema, type GraphQLSchema } from "graphql";
import { importOf, resultTypes, type ScalarTypes, type TypeImport, unknownMember } from "./results.ts";

type Arguments = Parameters<typeof typescriptOperations>;

/** How types of operations are made, for our own documents and for those of others. */
export const operationTypesConfig = {
  // What the scalars of the graph are in TypeScript; the same for ready operations and for one's own documents.
  scalars: {
    Date: { input: "CivilDateInput", output: "CivilDate" },
    Decimal: { input: "DecimalInput", output: "Decimal" },
    Latitude: "number",
    Longitude: "number",
  },
  enumType: "string-literal",
  useTypeImports: true,
  omitOperationSuffix: true,
} satisfies Arguments[2] & { scalars: ScalarTypes };

/** The types of operations, as typescript-operations makes them of results that may be newer than we are. */
export async function operationTypes(
  schema: GraphQLSchema,
  documents: Arguments[1],
  config: Arguments[2] & { scalars: ScalarTypes },
): Promise<{ imports: TypeImport[]; prepend: string[]; content: string }> {
  const { introspection, scalars, imports } = resultTypes(schema, config.scalars);
  const made = await typescriptOperations(buildClientSchema(introspection), documents, { ...config, scalars }, {});
  const { prepend = [], content } = typeof made === "string" ? { content: made } : made;
  return { imports, prepend, content: content.replaceAll(`'${unknownMember}'`, unknownMember) };
}

/** A codegen plugin: the types of our own operations. */
export async function plugin(
  schema: GraphQLSchema,
  documents: Arguments[1],
  config: Arguments[2] & { scalars: ScalarTypes },
): Promise<{ prepend: string[]; content: string }> {
  const { imports, prepend, content } = await operationTypes(schema, documents, config);
  return { prepend: [...imports.map(importOf), ...prepend], content };
}
