import { $Enums, type Prisma } from "@chacra/prisma";
import { getDatamodel } from "@chacra/prisma/pothos";
import { tableOf } from "@chacra/prisma/tables";
import type { Column, Relation } from "../../sdk/src/testing/graph-map.ts";

export function columnsOf(model: string): Record<string, Column> {
  const { columns, copies = {} } = tableOf(model);
  const copied = new Set(Object.values(copies));
  const enums: Readonly<Record<string, Readonly<Record<string, string>>>> = $Enums;
  const fields = new Map(
    getDatamodel().datamodel.models[model as Prisma.ModelName]?.fields.map((field) => [field.name, field]),
  );
  const own = Object.entries(columns).filter(([, { name }]) => !copied.has(name));
  return Object.fromEntries(
    own.map(([name, { type, nullable }]) => {
      const values = enums[fields.get(name)?.type ?? ""];
      const [, from = "", use = ""] = /^(.*)(Search|Sort)$/.exec(name) ?? [];
      const isFolded = from in columns;
      return [
        name,
        {
          ...(/^(int4|int8|float8|numeric)$/.test(type) && { isNumber: true }),
          ...(values && { values: Object.values(values) }),
          ...(nullable && { isNullable: true }),
          ...(fields.get(name)?.hasDefaultValue && name === "provenance" && { standard: "SYNTHETIC" }),
          ...(isFolded && { folded: { from, for: use.toLowerCase() as "search" | "sort" } }),
        } satisfies Column,
      ];
    }),
  );
}

export function relationsOf(model: string, models: readonly string[]): Record<string, Relation> {
  const names = Object.keys(tableOf(model).relations).filter((name) =>
    models.includes(tableOf(model).relations[name]?.model ?? ""),
  );
  return Object.fromEntries(names.map((name) => [name, relationOf(model, name)]));
}

export function relationOf(model: string, name: string): Relation {
  const relation = tableOf(model).relations[name];
  const [pair, ...others] = relation?.on ?? [];
  if (!relation || !pair || others.length > 0) throw new Error(`${model}.${name} is not a relation by one column.`);
  const [here, there] = [fieldNamed(model, pair[0]), fieldNamed(relation.model, pair[1])];
  return { model: relation.model, isMany: relation.many, here, there };
}

export function fieldNamed(model: string, column: string): string {
  const [found] = Object.entries(tableOf(model).columns).find(([, { name }]) => name === column) ?? [];
  if (!found) throw new Error(`${model} has no column ${column}.`);
  return found;
}
