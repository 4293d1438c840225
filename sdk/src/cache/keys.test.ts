import { readdirSync, readFileSync } from "node:fs";
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  graphql,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { expect, test, vi } from "vitest";
import { cached } from "./testing.ts";

const schema = buildSchema(readFileSync(new URL("../../../schema/schema.graphql", import.meta.url), "utf8"));
const objects = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__") && type.name !== "Query",
);

/** Something of a type, for whatever is asked: lists of two, ids and texts that are like no other. */
let made = 0;
function some(type: GraphQLOutputType): unknown {
  if (isNonNullType(type)) return some(type.ofType);
  if (isListType(type)) return [some(type.ofType), some(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isAbstractType(type)) return { __typename: schema.getPossibleTypes(type)[0]?.name };
  if (isObjectType(type)) return { __typename: type.name };
  if (["Int", "Float", "Latitude", "Longitude"].includes(type.name)) return ++made;
  return type.name === "Boolean" ? true : `${type.name} ${++made}`;
}

/** A value for an argument that has to be given. */
function given(type: GraphQLInputType): string {
  if (isNonNullType(type)) return given(type.ofType);
  if (isListType(type)) return `[${given(type.ofType)}]`;
  return type.toString() === "Int" ? "2020" : '"some"';
}

function fieldOf(field: GraphQLField<unknown, unknown>): string {
  const args = field.args.filter(({ type }) => isNonNullType(type)).map(({ name, type }) => `${name}: ${given(type)}`);
  return field.name + (args.length > 0 ? `(${args.join(", ")})` : "");
}

/** The shortest ways from the root to every type of objects. */
function waysTo(): Map<string, string[]> {
  const ways = new Map<string, string[]>([["Query", []]]);
  for (const [name, way] of ways) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const to = getNamedType(field.type);
      if (isObjectType(to) && !ways.has(to.name)) ways.set(to.name, [...way, fieldOf(field)]);
    }
  }
  return ways;
}

const ways = waysTo();

test("every type of objects is reached", () => {
  expect([...ways.keys()].sort()).toEqual(["Query", ...objects.map(({ name }) => name)].sort());
  expect(objects.length).toBeGreaterThan(150);
});

test("objects of every type are kept whole, by their ids where they have one, without a warning", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { ask, kept, seen } = await cached(({ query }) =>
    graphql({ schema, source: query, fieldResolver: (_source, _args, _context, { returnType }) => some(returnType) }),
  );
  for (const type of objects) {
    const leaves = Object.values(type.getFields()).filter(({ type: leaf }) => isLeafType(getNamedType(leaf)));
    const inner = `{ __typename ${leaves.map(fieldOf).join(" ")} }`;
    const query = (ways.get(type.name) ?? []).reduceRight((rest, field) => `{ __typename ${field} ${rest} }`, inner);
    const document = parse(`query To${type.name} ${query}`);
    const { data, error } = await ask(document);
    expect(error, type.name).toBeUndefined();
    expect(kept(document), type.name).toEqual(data);
    const [entity] = leaves.some(({ name }) => name === "id") ? found(data, type.name) : [];
    if (entity) {
      const byId = parse(
        `query ById($id: ID!) { node(id: $id) { __typename id ... on ${type.name} { __typename ${leaves.map(fieldOf).join(" ")} } } }`,
      );
      expect(kept(byId, { id: entity.id }), type.name).toEqual({ node: expect.objectContaining(entity) });
    }
  }
  expect(seen).toHaveLength(objects.length);
  expect(
    warn.mock.calls.map(String).filter((message) => !/The cache keeps \w+ without id apart/.test(message)),
  ).toEqual([]);
});

/** The objects of a type that a result holds. */
function found(value: unknown, type: string): { id: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const within = Object.values(value).flatMap((inner) => found(inner, type));
  return Reflect.get(value, "__typename") === type ? [value as { id: string }, ...within] : within;
}

const operations = new URL("../../operations/", import.meta.url);

test.each(readdirSync(operations))("%s asks for the id of whatever has one, by which a cache knows it", (file) => {
  const without: string[] = [];
  const types = new TypeInfo(schema);
  const look = ({ selections }: SelectionSetNode) => {
    const type = getNamedType(types.getParentType());
    const isAsked = selections.some((selection) => selection.kind === "Field" && selection.name.value === "id");
    if (isObjectType(type) && type.getFields().id && !isAsked) without.push(type.name);
  };
  visit(parse(readFileSync(new URL(file, operations), "utf8")), visitWithTypeInfo(types, { SelectionSet: look }));
  expect(without).toEqual([]);
});
