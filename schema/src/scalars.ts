import { GraphQLError, Kind } from "graphql";
import { DateResolver, LatitudeResolver, LongitudeResolver } from "graphql-scalars";
import { builder } from "./builder.ts";

builder.addScalarType("Date", DateResolver, {
  description: "A calendar day without time and zone, as YYYY-MM-DD. Example: 2020-03-31.",
});
builder.addScalarType("Latitude", LatitudeResolver, {
  description: "Degrees north of the equator, WGS 84; negative to the south.",
});
builder.addScalarType("Longitude", LongitudeResolver, {
  description: "Degrees east of Greenwich, WGS 84; negative to the west.",
});

const decimalForm = /^[+-]?\d{1,28}(\.\d{1,10})?$/;

builder.scalarType("Decimal", {
  description:
    'An exact decimal number as a string, so that no digit is lost to binary fractions. Example: "92132183.00".',
  serialize: (value) => value.toString(),
  parseValue: (value) => parseDecimal(typeof value === "number" ? String(value) : value),
  parseLiteral(node) {
    if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT)
      return parseDecimal(node.value);
    return parseDecimal(undefined);
  },
});

function parseDecimal(value: unknown): string {
  if (typeof value === "string" && decimalForm.test(value)) return value;
  throw new GraphQLError('A Decimal is written as digits with an optional fraction, such as "1234.50".', {
    extensions: { code: "BAD_ARGUMENT" },
  });
}
