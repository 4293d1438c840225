import { schema, viewerOf } from "@chacra/schema";
import { type GraphQLInputObjectType, getNamedType } from "graphql";
import { whereOf } from "../../schema/src/connection/where.ts";
import type { Condition } from "../../sdk/src/testing/graph-map.ts";
import { relationOf } from "./tables.ts";

const steward = viewerOf("steward");

/** Asks the `where` type what it makes of each of its fields. */
export function conditionsOf(model: string): Record<string, Condition> {
  const fields = Object.values((schema.getType(`${model}Where`) as GraphQLInputObjectType).getFields());
  const asked = fields.filter(({ name }) => !["AND", "OR", "NOT"].includes(name));
  return Object.fromEntries(asked.map(({ name, type }) => [name, conditionOf(model, name, getNamedType(type).name)]));
}

function conditionOf(model: string, field: string, type: string): Condition {
  const probe = (value: object) => whereOf(model).toPrisma({ [field]: value }, steward);
  const [, list] = /^(\w+)ListWhere$/.exec(type) ?? [];
  const [, single] = /^(\w+)Where$/.exec(type) ?? [];
  if (list) {
    const [relation, { some }] = only(probe({ some: anything(list) })) as [string, { some: object }];
    const isDirect = relationOf(model, relation).model === list;
    return { kind: "many", relation, ...(isDirect ? {} : { through: Object.keys(some)[0] }) };
  }
  if (single) {
    const [relation, condition] = only(probe(anything(single)));
    return { kind: "one", relation, ...("is" in (condition as object) && { isOptional: true }) };
  }
  const [column] = comparisons(probe({ equals: "x" })).find(([, value]) => "equals" in value) ?? [];
  if (!column) throw new Error(`${model}Where.${field} is on no column.`);
  const [search] =
    type === "TextFilter" ? (comparisons(probe({ contains: "x" })).find(([, value]) => "contains" in value) ?? []) : [];
  return { kind: "value", column, ...(search && search !== column && { search }) };
}

/** A condition that says something, on whatever the `where` type has. */
function anything(model: string): object {
  const fields = Object.values((schema.getType(`${model}Where`) as GraphQLInputObjectType).getFields());
  const field = fields.find(({ type }) => getNamedType(type).name.endsWith("Filter"));
  return { [field?.name ?? ""]: { equals: "x" } };
}

function only(condition: object): [string, unknown] {
  const [entry, ...others] = Object.entries(condition);
  if (!entry || others.length > 0) throw new Error(`Not one condition: ${JSON.stringify(condition)}`);
  return entry;
}

/** The conditions on columns, out of the ANDs. */
function comparisons(condition: object): [string, object][] {
  return Object.entries(condition).flatMap(([key, value]) =>
    key === "AND" ? (value as object[]).flatMap(comparisons) : [[key, value] as [string, object]],
  );
}
