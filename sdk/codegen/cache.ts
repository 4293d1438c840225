import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
} from "graphql";

/** A codegen plugin: what the cache has to know of the graph: whose ids are its own, where pages are, what a code names. */
export function plugin(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
  const objects = types.filter(isObjectType);
  const isNode = (type: unknown) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node");
  const strange = objects.find((type) => type.getFields().id && !isNode(type));
  if (strange) throw new Error(`${strange} has an id and is no Node: the cache takes every id for a global one.`);
  return [
    `/** The objects of each interface and union. */\nexport const possibleTypes = ${JSON.stringify(possibleTypesOf(schema), null, 2)};`,
    `/** The names of fields that are connections. */\nexport const connections: readonly string[] = ${JSON.stringify(connectionsOf(objects), null, 2)};`,
    `/** The field by which the root finds an object of a type. */\nexport const lookups: Record<string, string> = ${JSON.stringify(lookupsOf(schema, isNode), null, 2)};`,
    "",
  ].join("\n\n");
}

function possibleTypesOf(schema: GraphQLSchema) {
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  return Object.fromEntries(
    abstract.map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map(({ name }) => name)
        .sort(),
    ]),
  );
}

/** By name alone, which is shorter: a field of that name that is no connection has no pages, and is read as it is. */
function connectionsOf(objects: GraphQLObjectType[]): string[] {
  const fields = objects.flatMap((type) => Object.values(type.getFields()));
  const names = fields.flatMap(({ name, type }) => {
    const named = getNamedType(type);
    return isObjectType(named) && named.getFields().pageInfo ? [name] : [];
  });
  return [...new Set(names)].sort();
}

function lookupsOf(schema: GraphQLSchema, isNode: (type: unknown) => boolean) {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return Object.fromEntries(
    fields.flatMap(({ name, args: [argument, ...others], type }) => {
      const named = getNamedType(type);
      if (!argument || others.length > 0 || !isNode(named) || isInterfaceType(named)) return [];
      if (named.name !== name.charAt(0).toUpperCase() + name.slice(1)) {
        throw new Error(`The field ${name} of the root is not named for its type ${named.name}.`);
      }
      return [[named.name, argument.name]];
    }),
  );
}
