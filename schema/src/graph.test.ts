import { readdirSync, readFileSync } from "node:fs";
import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType } from "graphql";
import { expect, test } from "vitest";
import { schema } from "./index.ts";
import { printedSchema } from "./print.ts";

test("schema.graphql is what the code declares; run `pnpm --filter @chacra/schema print` after a change", () => {
  expect(readFileSync(new URL("../schema.graphql", import.meta.url), "utf8")).toBe(printedSchema());
});

test("every type, field, argument, input and enum value is described", () => {
  const silent: string[] = [];
  function check(name: string, { description }: { description?: string | null }): void {
    if (!description?.trim()) silent.push(name);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    check(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field);
    }
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field);
      for (const arg of field.args) check(`${type.name}.${field.name}(${arg.name}:)`, arg);
    }
  }
  expect(silent).toEqual([]);
});

test("every figure with a unit names it", () => {
  const unit = /hectare|percent|kilogram|metre|hour|year|number|degree|share|0 to|sum|rank|place|band|unit|points/i;
  const unitless = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => /^(Int|Float|Decimal)!?$/.test(String(field.type)))
        .filter((field) => !unit.test(field.description ?? ""))
        .map((field) => `${type.name}.${field.name}: ${field.description}`),
    );
  expect(unitless).toEqual([]);
});

const entities = readdirSync(new URL("./entities", import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

test.each(entities)("%s has the files of an entity, and both roots of the graph know it", (entity) => {
  const files = readdirSync(new URL(`./entities/${entity}`, import.meta.url));
  expect(files).toEqual(expect.arrayContaining(["object.ts", "where.ts", "order.ts", "query.ts"]));
  const index = readFileSync(new URL("./entities/index.ts", import.meta.url), "utf8");
  expect(index).toContain(`./${entity}/query.ts`);
  if (files.includes("edges.ts")) expect(index).toContain(`./${entity}/edges.ts`);
});
