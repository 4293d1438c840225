import type { Prisma } from "@chacra/prisma";
import { getDatamodel } from "@chacra/prisma/pothos";
import { schema } from "@chacra/schema";
import { isEnumType } from "graphql";
import type { GraphMap } from "../../sdk/src/testing/graph-map.ts";

const scalars: Readonly<Record<string, string>> = {
  Int: "number",
  Float: "number",
  Decimal: "number",
  String: "string",
  Boolean: "boolean",
  DateTime: "string",
};

/** The records of the programme as TypeScript sees them. */
export function recordTypes({ models }: GraphMap): string {
  const enums = new Set<string>();
  const types = Object.entries(models).map(([model, { columns }]) => {
    const fields = getDatamodel().datamodel.models[model as Prisma.ModelName]?.fields ?? [];
    const lines = Object.entries(columns).flatMap(([name, { isNullable, folded }]) => {
      const field = fields.find((other) => other.name === name);
      if (!field || folded) return [];
      const type = scalars[field.type] ?? field.type;
      if (isEnumType(schema.getType(type))) enums.add(type);
      else if (!scalars[field.type])
        throw new Error(`${model}.${name} is of a type that the graph does not have: ${type}.`);
      return [`    ${name}: ${type}${field.isList ? "[]" : ""}${isNullable ? " | null" : ""};`];
    });
    return `  ${model}: {\n${lines.join("\n")}\n  };`;
  });
  return `// Made by test/programme/write.ts from the data model.
import type { ${[...enums].sort().join(", ")} } from "../../generated/values.ts";

/** The records of each model. Days are texts, YYYY-MM-DD; decimals are numbers. */
export interface Records {
${types.join("\n")}
}
`;
}
