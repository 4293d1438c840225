import { type GraphQLInputObjectType, isInputObjectType, isObjectType } from "graphql";
import { describe, expect, test } from "vitest";
import { schema } from "../index.ts";
import { hasPolicy, policyOf } from "./policy.ts";

const types = Object.values(schema.getTypeMap());
const objects = types.filter(isObjectType).filter(({ name }) => !name.startsWith("__"));
const logic = new Set(["AND", "OR", "NOT"]);

/** The input types that name fields of an entity: `FarmWhere` and `FarmOrderBy` those of Farm. */
const inputs = types.filter(isInputObjectType).flatMap((input: GraphQLInputObjectType) => {
  const [, entity] = /^(\w+?)(?:(?<!List)Where|OrderBy)$/.exec(input.name) ?? [];
  // What an analysis is sorted by are the fields of its rows.
  return entity ? [{ entity: entity.endsWith("Analysis") ? `${entity}Row` : entity, input }] : [];
});

describe("policies deny by default, so every field has one", () => {
  test.each(objects)("$name", ({ name }) => {
    expect(hasPolicy(name)).toBe(true);
    const object = schema.getType(name);
    const fields = isObjectType(object) ? Object.keys(object.getFields()) : [];
    expect(fields.filter((field) => !(field in policyOf(name).fields))).toEqual([]);
  });

  test.each(inputs)("$input.name", ({ entity, input }) => {
    const fields = Object.keys(input.getFields()).filter((field) => !logic.has(field));
    expect(fields.filter((field) => !(field in policyOf(entity).fields))).toEqual([]);
  });
});

describe("policies name nothing that is not there", () => {
  test.each(objects)("$name", ({ name }) => {
    const object = schema.getType(name);
    const known = new Set([
      ...(isObjectType(object) ? Object.keys(object.getFields()) : []),
      ...inputs.filter(({ entity }) => entity === name).flatMap(({ input }) => Object.keys(input.getFields())),
    ]);
    const generated = /(Connection|Viewer)$/.test(name);
    expect(Object.keys(policyOf(name).fields).filter((field) => !known.has(field) && !generated)).toEqual([]);
  });
});
