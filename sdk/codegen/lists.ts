import { type GraphQLSchema, getNamedType, isInputObjectType, isListType, isObjectType } from "graphql";

/**
 * A codegen plugin: for each field of the root that gives one record by its key, the list that has all of them and takes that
 * key as a filter.
 */
export function plugin(schema: GraphQLSchema): string {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const lists = new Map<unknown, (typeof fields)[number]>();
  for (const field of fields) {
    const connection = getNamedType(field.type);
    const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
    if (nodes) lists.set(getNamedType(nodes.type), field);
  }
  const found = fields.flatMap(({ name, type, args: [key, ...others] }) => {
    const list = isListType(type) ? undefined : lists.get(getNamedType(type));
    if (!list || !key || others.length > 0) return [];
    const where = getNamedType(list.args.find((argument) => argument.name === "where")?.type);
    const filter = isInputObjectType(where) ? getNamedType(where.getFields()[key.name]?.type) : undefined;
    return isInputObjectType(filter) && filter.getFields().in ? [[name, { list: list.name, key: key.name }]] : [];
  });
  if (found.length < 5) throw new Error("The fields that give one record by its key are not found.");
  const table = JSON.stringify(Object.fromEntries(found), null, 2);
  return `export const lists: Readonly<Record<string, { list: string; key: string }>> = ${table};\n`;
}
