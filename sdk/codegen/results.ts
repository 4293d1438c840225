import {
  type GraphQLSchema,
  type IntrospectionField,
  type IntrospectionQuery,
  type IntrospectionScalarType,
  type IntrospectionType,
  introspectionFromSchema,
} from "graphql";

/** What a scalar is in TypeScript: the same in results and variables, or not. */
export type ScalarTypes = Record<string, string | { input: string; output: string }>;

/** Names of types of the SDK's, and the file of its sources that has them. */
export interface TypeImport {
  names: string[];
  from: string;
}

/** The name of the type that stands in for one that this version of the schema does not have. */
export const unknownMember = "UnknownMember";

/**
 * The graph as its results are to be typed, which may come from a newer server: enums and what scalars are in results have
 * types of their own, and each union and interface one more member. Variables name types in documents, and keep theirs.
 *
 * @returns the introspection, where enums are scalars too; what each scalar is in TypeScript; the types that this takes
 */
export function resultTypes(
  schema: GraphQLSchema,
  own: ScalarTypes,
): { introspection: IntrospectionQuery; scalars: Record<string, string>; imports: TypeImport[] } {
  const introspection = introspectionFromSchema(schema, { descriptions: false });
  const enums = introspection.__schema.types.flatMap(({ kind, name }) =>
    kind === "ENUM" && !name.startsWith("__")
      ? [[name, { input: name, output: `${name} | UnknownValue` }] as const]
      : [],
  );
  const scalars: Record<string, string> = {};
  const inResults = new Map<string, string>();
  for (const [name, type] of [...Object.entries(own), ...enums]) {
    scalars[name] = typeof type === "string" ? type : type.input;
    if (typeof type === "string") continue;
    inResults.set(name, `${name}Result`);
    scalars[`${name}Result`] = type.output;
  }
  for (const { name } of introspection.__schema.types) {
    if (name === unknownMember || [...inResults.values()].includes(name)) {
      throw new Error(`The graph has a type ${name}, which is a name of the SDK's own.`);
    }
  }

  const renamed = <Type extends { kind: string }>(type: Type): Type => {
    if ("ofType" in type && type.ofType) return { ...type, ofType: renamed(type.ofType as Type) };
    const name = inResults.get(String(Reflect.get(type, "name")));
    return name ? { ...type, kind: "SCALAR", name } : type;
  };
  const fieldsOf = (fields: readonly IntrospectionField[]) =>
    fields.map((field) => ({ ...field, type: renamed(field.type) }));
  const scalar = (name: string): IntrospectionScalarType => ({ kind: "SCALAR", name });
  const shared: IntrospectionField[] = [];
  const types = introspection.__schema.types.map((type): IntrospectionType => {
    if (type.name.startsWith("__")) return type;
    if (type.kind === "ENUM") return scalar(type.name);
    if (type.kind === "OBJECT") return { ...type, fields: fieldsOf(type.fields) };
    if (type.kind !== "INTERFACE" && type.kind !== "UNION") return type;
    const possibleTypes = [...type.possibleTypes, { kind: "OBJECT", name: unknownMember } as const];
    if (type.kind === "UNION") return { ...type, possibleTypes };
    const fields = fieldsOf(type.fields);
    shared.push(...fields);
    return { ...type, fields, possibleTypes };
  });
  const member: IntrospectionType = { kind: "OBJECT", name: unknownMember, interfaces: [], fields: shared };
  const all = [...types, ...[...inResults.values()].map(scalar), member];
  return {
    introspection: { __schema: { ...introspection.__schema, types: all } },
    scalars,
    imports: [
      { names: ["CivilDate", "CivilDateInput", "Decimal", "DecimalInput"], from: "../scalars/types.ts" },
      { names: [unknownMember, "UnknownValue"], from: "../scalars/unknown.ts" },
      { names: enums.map(([name]) => name), from: "./values.ts" },
    ],
  };
}

/** An import as generated sources have it. */
export function importOf({ names, from }: TypeImport): string {
  return `import type { ${names.join(", ")} } from "${from}";`;
}
