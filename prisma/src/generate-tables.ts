import { writeFileSync } from "node:fs";
import generatorHelper, { type DMMF } from "@prisma/generator-helper";

// A Prisma generator: writes what SQL of our own must know of the model, the names of tables and columns and how they join.

const scalars: Record<string, string> = {
  Int: "int4",
  BigInt: "int8",
  Float: "float8",
  Boolean: "bool",
  String: "text",
  DateTime: "timestamptz",
  Decimal: "numeric",
  Bytes: "bytea",
};

generatorHelper.generatorHandler({
  onManifest: () => ({ prettyName: "tables", defaultOutput: "./src/generated/tables.ts" }),
  async onGenerate({ dmmf, generator }) {
    const { models, enums } = dmmf.datamodel;
    const enumNames = new Map(enums.map(({ name, dbName }) => [name, dbName ?? name]));
    const tables = Object.fromEntries(models.map((model) => [model.name, table(model, models, enumNames)]));
    const lines = Object.entries(tables).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},`);
    writeFileSync(
      generator.output?.value ?? "",
      `// Made by generate-tables.ts from schema.prisma.\nexport default {\n${lines.join("\n")}\n};\n`,
    );
  },
});

function table(model: DMMF.Model, models: readonly DMMF.Model[], enumNames: Map<string, string>) {
  const columns: Record<string, object> = {};
  const relations: Record<string, object> = {};
  const copies: Record<string, string> = {};
  for (const field of model.fields) {
    if (field.kind === "object") relations[field.name] = relation(field, model, models);
    else {
      const isDate = field.nativeType?.[0] === "Date";
      const type = enumNames.get(field.type) ?? (isDate ? "date" : (scalars[field.type] ?? "text"));
      columns[field.name] = {
        name: field.dbName ?? field.name,
        type: field.isList ? `${type}[]` : type,
        ...(field.isRequired ? {} : { nullable: true }),
        ...(field.isId || field.isUnique ? { unique: true } : {}),
      };
      const [, original] = /^Copy of ([\w.]+)\.$/.exec(field.documentation ?? "") ?? [];
      if (original) copies[inDatabase(original, model, models)] = field.dbName ?? field.name;
    }
  }
  const hasCopies = Object.keys(copies).length > 0;
  return { name: model.dbName ?? model.name, columns, relations, ...(hasCopies && { copies }) };
}

/** A path of relations to a field, whose end is the name of the column. */
function inDatabase(path: string, model: DMMF.Model, models: readonly DMMF.Model[]): string {
  const [step, ...rest] = path.split(".");
  const field = model.fields.find(({ name }) => name === step);
  if (!field) throw new Error(`${model.name} has no ${step}, of which a field is said to be a copy.`);
  if (rest.length === 0) return field.dbName ?? field.name;
  const next = models.find(({ name }) => name === field.type);
  if (!next) throw new Error(`${model.name}.${step} leads to no record, of which a field is said to be a copy.`);
  return `${step}.${inDatabase(rest.join("."), next, models)}`;
}

/**
 * How the rows of a relation are found: pairs of a column here and the one there that equals it. Where one of them is a record's id, it alone
 * says which record that is: what else a foreign key holds the database keeps in step, and it would only mislead its estimates.
 */
function relation(field: DMMF.Field, model: DMMF.Model, models: readonly DMMF.Model[]) {
  const target = models.find(({ name }) => name === field.type);
  const back = target?.fields.find((other) => other.relationName === field.relationName && other !== field);
  const isHere = (field.relationFromFields ?? []).length > 0;
  const from = isHere ? field.relationFromFields : back?.relationToFields;
  const to = isHere ? field.relationToFields : back?.relationFromFields;
  const dbName = (fields: readonly DMMF.Field[] | undefined, name: string) =>
    fields?.find((other) => other.name === name)?.dbName ?? name;
  const pairs = (from ?? []).map((name, i) => [name, to?.[i] ?? ""] as const);
  const byId = pairs.filter((pair) => pair[isHere ? 1 : 0] === "id");
  return {
    model: field.type,
    many: field.isList,
    on: (byId.length > 0 ? byId : pairs).map(([here, there]) => [
      dbName(model.fields, here),
      dbName(target?.fields, there),
    ]),
  };
}
