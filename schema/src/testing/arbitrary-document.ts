import fc from "fast-check";
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  print,
  valueToLiteral,
} from "graphql";
import { arbitraryInput } from "./arbitrary-input.ts";

/** Two variables that every document declares and uses, for its conditions. */
const VARIABLES = "query ($yes: Boolean! = true, $no: Boolean! = false)";

/**
 * Any valid query of the schema: nested to a depth, with aliases, fragments, conditions, fields asked for twice, and arguments of every
 * kind. `__typename` stands in every selection, so that what an answer holds can be told.
 */
export function arbitraryDocument(schema: GraphQLSchema, depth: number): fc.Arbitrary<string> {
  const query = schema.getQueryType();
  if (!query) throw new Error("There is nothing to ask.");
  return selection(schema, query, depth).map(
    (text) => `${VARIABLES} { __typename @include(if: $yes) @skip(if: $no) ... on ${query.name} ${text} }`,
  );
}

function selection(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): fc.Arbitrary<string> {
  if (isObjectType(type)) return fieldsOf(schema, type, depth);
  const types = isUnionType(type)
    ? type.getTypes()
    : isCompositeType(type)
      ? schema.getPossibleTypes(type as never)
      : [];
  const parts = types.map((possible) =>
    fieldsOf(schema, possible, depth).map((inner) => `... on ${possible.name} ${inner}`),
  );
  return fc.array(fc.oneof(...parts), { minLength: 1, maxLength: 2 }).map((some) => `{ __typename ${some.join(" ")} }`);
}

/** Fields of one type under names that are never twice the same, so that any two parts of a document can be put together. */
let names = 0;

function fieldsOf(schema: GraphQLSchema, type: GraphQLObjectType, depth: number): fc.Arbitrary<string> {
  const fields = Object.values(type.getFields()).filter(
    (field) => depth > 1 || !isCompositeType(getNamedType(field.type)),
  );
  if (fields.length === 0) return fc.constant("{ __typename }");
  return fc
    .array(fc.constantFrom(...fields), { minLength: 1, maxLength: 3 })
    .chain((chosen) => fc.tuple(...chosen.map((field) => fieldText(schema, field, depth))))
    .chain((texts) => fc.tuple(...texts.map(placed)))
    .map((texts) => `{ __typename ${texts.join(" ")} }`);
}

/** A field as it is, in a fragment that may be left out, or asked for in two places. */
function placed(text: string): fc.Arbitrary<string> {
  const places = conditions.map((condition) => `... ${condition} { ${text} }`);
  return fc.oneof(
    { arbitrary: fc.constant(text), weight: 12 },
    { arbitrary: fc.constantFrom(...places), weight: 2 },
    { arbitrary: fc.constantFrom(...places.map((place) => `${place} ${text}`)), weight: 1 },
  );
}

const conditions = ["@include(if: true)", "@skip(if: false)", "@include(if: $yes)", "@skip(if: $no)"].concat(
  ["@include(if: false)", "@skip(if: true)", "@include(if: $no)", "@skip(if: $yes)"],
  ["@include(if: $yes) @skip(if: $no)", "@include(if: $yes) @skip(if: true)"],
);

function fieldText(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: number): fc.Arbitrary<string> {
  const type = getNamedType(field.type);
  const inner = isCompositeType(type) ? selection(schema, type, depth - 1) : fc.constant("");
  const args = fc.tuple(fc.boolean(), ...field.args.map(argumentText)).map(([fromEnd, ...texts]) => {
    // A page is taken from one end only.
    const other = fromEnd ? "first:" : "last:";
    return texts.filter((text) => text !== "" && !text.startsWith(other)).join(", ");
  });
  const condition = fc.oneof(
    { arbitrary: fc.constant(""), weight: 9 },
    { arbitrary: fc.constantFrom(...conditions), weight: 1 },
  );
  return fc.tuple(args, inner, condition).map(([given, selected, applied]) => {
    names += 1;
    return `a${names}: ${field.name}${given ? `(${given})` : ""} ${applied} ${selected}`;
  });
}

function argumentText(argument: GraphQLArgument): fc.Arbitrary<string> {
  const isPage = argument.name === "first" || argument.name === "last";
  const value: fc.Arbitrary<unknown> = isPage ? fc.integer({ min: 0, max: 6 }) : arbitraryInput(argument.type, 2);
  const text = value.map((given) => `${argument.name}: ${literal(given, argument.type)}`);
  if (isRequiredArgument(argument)) return text;
  // A cursor of one's own making is hardly ever right.
  if (argument.name === "after" || argument.name === "before") return fc.constant("");
  return fc.oneof(
    { arbitrary: fc.constant(""), weight: 8 },
    { arbitrary: text, weight: 4 },
    { arbitrary: fc.constant(`${argument.name}: null`), weight: 1 },
  );
}

function literal(value: unknown, type: GraphQLInputType): string {
  const node = valueToLiteral(value, type);
  return node ? print(node) : "null";
}
