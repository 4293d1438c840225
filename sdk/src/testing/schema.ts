import { buildSchema, GraphQLError, type GraphQLSchema, type ValueNode, valueFromASTUntyped } from "graphql";
import { sdl } from "../generated/sdl.ts";

let made: GraphQLSchema | undefined;

/** The graph, with scalars that take what the server's take. */
export function testSchema(): GraphQLSchema {
  made ??= withScalars(buildSchema(sdl));
  return made;
}

function withScalars(schema: GraphQLSchema): GraphQLSchema {
  const output = (value: unknown) => String(value);
  coerceBy(schema, "Date", dayIn, output);
  coerceBy(schema, "Decimal", decimalIn, output);
  return schema;
}

function coerceBy(
  schema: GraphQLSchema,
  name: string,
  input: (value: unknown) => string,
  output: (value: unknown) => string,
): void {
  const literal = (node: ValueNode) => input(valueFromASTUntyped(node));
  // The names of graphql 16, and of 17.
  Object.assign(schema.getType(name) ?? {}, {
    ...{ parseValue: input, parseLiteral: literal, serialize: output },
    ...{ coerceInputValue: input, coerceInputLiteral: literal, coerceOutputValue: output },
  });
}

function dayIn(value: unknown): string {
  const day = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  // The last of February and the like: a day that is not there rolls over, or is no date at all.
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(String(value))) return String(value);
  throw new GraphQLError("A Date is a day written as YYYY-MM-DD, such as 2020-03-31.");
}

function decimalIn(value: unknown): string {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text === "string" && /^[+-]?\d{1,28}(\.\d{1,10})?$/.test(text)) return text;
  throw new GraphQLError('A Decimal is written as digits with an optional fraction, such as "1234.50".');
}
