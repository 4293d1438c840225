import { type GraphQLSchema, getNamedType, isEnumType, isInterfaceType, isLeafType, isObjectType } from "graphql";

/** Sent as numbers or truth values, so never taken for a text. */
const notTexts = ["Int", "Float", "Boolean", "Latitude", "Longitude"];

/**
 * A codegen plugin: the names of the fields that hold decimals and days. Names are enough, and a tenth of a table of types,
 * as long as none is a text of another kind elsewhere.
 */
export function plugin(schema: GraphQLSchema): string {
  const types = new Map<string, Set<string>>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(isObjectType(type) || isInterfaceType(type)) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const of = getNamedType(field.type);
      if (!isLeafType(of) || notTexts.includes(of.name)) continue;
      types.set(field.name, (types.get(field.name) ?? new Set()).add(isEnumType(of) ? "an enum" : of.name));
    }
  }
  const fieldsOf = (scalar: string) =>
    [...types].flatMap(([field, of]) => {
      if (!of.has(scalar)) return [];
      if (of.size > 1) throw new Error(`Fields named ${field} are of ${[...of].join(" and ")}: name one otherwise.`);
      return field;
    });
  const table = { Decimal: fieldsOf("Decimal").join(" "), Date: fieldsOf("Date").join(" ") };
  return `export const scalarFields = ${JSON.stringify(table, null, 2)};\n`;
}
