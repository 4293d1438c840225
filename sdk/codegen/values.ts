import { type GraphQLSchema, isEnumType } from "graphql";

/** A codegen plugin: the enums of the graph as unions of the values that this version knows. */
export function plugin(schema: GraphQLSchema): string {
  const enums = Object.values(schema.getTypeMap()).filter(isEnumType);
  const types = enums.flatMap((type) => {
    if (type.name.startsWith("__")) return [];
    const values = type.getValues().map(({ name, description }) => `  /** ${description} */\n  | "${name}"`);
    return `/** ${type.description} */\nexport type ${type.name} =\n${values.join("\n")};`;
  });
  return `${types.join("\n\n")}\n`;
}
