import fc from "fast-check";
import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";

/** Values that tend to meet something in the demo programme, and values that break careless code. */
const pools: Record<string, fc.Arbitrary<unknown>> = {
  String: fc.oneof(
    fc.constantFrom(
      "22",
      "10",
      "2201",
      "220101",
      "FAM-0000001",
      "San Martín",
      "MARTIN",
      "cacao",
      "HUA",
      "a",
      "A",
      "á",
      "ñ",
    ),
    fc.constantFrom("", "%", "_", "\\", "'", '"', "$1", "😀", "\u200b", "--", "a%", "Huánuco"),
  ),
  ID: fc.constantFrom("RmFtaWx5OjE", "UmVnaW9uOjE", "", "zzz"),
  Int: fc.oneof(
    fc.constantFrom(0, 1, 2, 5, 10, 100, 800, 1990, 2018, 2019, 2020, 2021, 2022),
    fc.integer({ min: -5, max: 2_500 }),
  ),
  Float: fc.oneof(
    fc.constantFrom(0, 0.5, 1, 2, 3.25, 40, 80.125, 100),
    fc.double({ min: -10, max: 1_000, noNaN: true }),
  ),
  Boolean: fc.boolean(),
  Decimal: fc.constantFrom("0", "0.01", "1500.05", "2500", "92132183.00", "-1", "999999999999.99"),
  Date: fc.constantFrom(
    "1969-12-31",
    "2018-01-01",
    "2019-06-30",
    "2020-02-29",
    "2020-12-31",
    "2021-01-01",
    "2022-12-31",
  ),
  Latitude: fc.constantFrom(-6.5, 0),
  Longitude: fc.constantFrom(-76.1, 0),
};

const known = new Map<GraphQLInputType, fc.Arbitrary<unknown>[]>();

/** Any value that an argument of the type takes, as a variable would carry it; nested to a depth. */
export function arbitraryInput(type: GraphQLInputType, depth: number): fc.Arbitrary<unknown> {
  const ofType = known.get(type) ?? [];
  known.set(type, ofType);
  const at = Math.max(depth, 0);
  ofType[at] ??= made(type, at);
  return ofType[at];
}

function made(type: GraphQLInputType, depth: number): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return arbitraryInput(type.ofType, depth);
  if (isListType(type)) return fc.array(arbitraryInput(type.ofType, depth), { maxLength: 3 });
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  if (!isInputObjectType(type)) return pools[type.name] ?? fc.constant(null);
  const fields = Object.values(type.getFields()).filter((field) => depth > 0 || isLeafFilter(field.type));
  const values = fields.map((field) =>
    arbitraryInput(field.type, depth - 1).map((value) => [field.name, value] as const),
  );
  if (values.length === 0) return fc.constant({});
  const one = fc.oneof(...values);
  if (type.isOneOf) return one.map((entry) => Object.fromEntries([entry]));
  const required = fields.flatMap((field, index) => (isRequiredInputField(field) ? [values[index] ?? one] : []));
  return fc
    .tuple(fc.tuple(...required), fc.array(one, { maxLength: 2 }))
    .map(([always, some]) => Object.fromEntries([...always, ...some]));
}

/** A filter on one value, or a value itself. */
function isLeafFilter(type: GraphQLInputType): boolean {
  if (isNonNullType(type) || isListType(type)) return isLeafFilter(type.ofType) && !isInputObjectType(type.ofType);
  return !isInputObjectType(type) || /Filter$/.test(type.name);
}
