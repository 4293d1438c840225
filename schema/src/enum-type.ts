import { builder } from "./builder.ts";

/** A GraphQL enum over an enum of the Prisma model, each value with its description. */
export function enumType<Value extends string>(
  name: string,
  values: { [K in Value]: K },
  description: string,
  descriptions: { [K in Value]: string },
): PothosSchemaTypes.EnumRef<never, Value> {
  const names = Object.keys(values) as Value[];
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(names.map((value) => [value, { value, description: descriptions[value] }])),
  }) as PothosSchemaTypes.EnumRef<never, Value>;
}
