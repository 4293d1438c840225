import { $Enums, type Prisma } from "@chacra/prisma";
import { getDatamodel } from "@chacra/prisma/pothos";
import { tableOf } from "@chacra/prisma/tables";
import { type Role, roles, schema, viewerOf } from "@chacra/schema";
import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql";
import { hasPolicy, policyOf, ruleOf } from "../../schema/src/access/policy.ts";
import { thresholdOf } from "../../schema/src/access/totals.ts";
import type { Analysis } from "../../schema/src/analysis/analysis.ts";
import { analysisAt } from "../../schema/src/analysis/fields.ts";
import { builder } from "../../schema/src/builder.ts";
import type { Connection } from "../../schema/src/connection/connection.ts";
import { connectionAt } from "../../schema/src/connection/fields.ts";
import type { Order, Sortable } from "../../schema/src/connection/order.ts";
import { whereOf } from "../../schema/src/connection/where.ts";
import { foundAt } from "../../schema/src/found.ts";
import type { Column, Condition, Field, GraphMap, Relation, Sorting } from "../../sdk/src/testing/graph-map.ts";
import { analysed, grouped } from "./analyses.ts";
import { figures } from "./figures.ts";

// Reads off the server's schema how each field finds its value, as the planner does: what the fields say of themselves.

const steward = viewerOf("steward");

/** What the test server has code of its own for. */
const own = new Set([
  ...["node", "nodes", "viewer", "factSheet"].map((field) => `Query.${field}`),
  ...["actual", "actualsByYear", "actualsByRegion", "lineage"].map((field) => `Indicator.${field}`),
  "Family.incomeChange",
]);

/** The models of the programme's records: what the graph shows, and the tables that join it. */
export function modelsOfGraph(): string[] {
  const shown = Object.values(schema.getTypeMap()).flatMap((type) => modelOf(type) ?? []);
  const found = new Set([...shown, "PublishedFigure"]);
  for (const { model } of connections().values()) found.add(model);
  for (const { parent, field } of fieldsOfGraph())
    if (field.kind === "many") found.add(relationOf(parent ?? "", field.relation).model);
  return [...found].sort();
}

/** The whole map. */
export function graphMap(): GraphMap {
  const models = modelsOfGraph();
  const orders = new Map<string, Order>();
  // Those through a join table speak of its rows.
  for (const { order, nodeRelation } of connections().values()) if (!nodeRelation) collectOrders(order, orders);
  const fields = fieldsOfGraph().map(({ coordinate, field }) => [coordinate, field]);
  const wheres = models.filter((model) => isInputObjectType(schema.getType(`${model}Where`)));
  const named = models.filter((model) => hasPolicy(model));
  return {
    models: Object.fromEntries(
      models.map((model) => [model, { columns: columnsOf(model), relations: relationsOf(model, models) }]),
    ),
    fields: Object.fromEntries(fields),
    connections: Object.fromEntries(
      [...connections()].map(([name, { model, nodeRelation, node, sums = {}, edgeFields = {} }]) => [
        name,
        {
          model,
          ...(nodeRelation && { node: nodeRelation }),
          of: builder.configStore.getTypeConfig(node).name,
          sums: Object.fromEntries(Object.entries(sums).map(([column, { kind }]) => [column, kind])),
          edge: Object.keys(edgeFields),
        },
      ]),
    ),
    analyses: Object.fromEntries(analyses().map((analysis) => [analysis.name, analysed(analysis)])),
    figures: figures(),
    conditions: Object.fromEntries(wheres.map((model) => [model, conditionsOf(model)])),
    orders: Object.fromEntries([...orders].map(([name, order]) => [name, orderOf(order)])),
    rights: rights([...wheres, ...orders.keys()]),
    governed: objectTypes().flatMap(({ name }) => (hasPolicy(name) ? [name] : [])),
    thresholds: Object.fromEntries(roles.map((role) => [role, thresholdOf({ role })])) as Record<Role, number>,
    rows: Object.fromEntries(
      named.flatMap((model) => {
        const { rows } = policyOf(model);
        return rows.kind === "household" || rows.kind === "householdOrOpen" ? [[model, rows]] : [];
      }),
    ),
  };
}

function modelOf(type: unknown): string | undefined {
  if (!isObjectType(type)) return undefined;
  const { pothosPrismaModel: model } = type.extensions as { pothosPrismaModel?: string };
  if (model && model !== type.name) throw new Error(`${type.name} shows records of ${model}, and is not named for it.`);
  return model;
}

/** Every connection of the graph, by its name. */
function connections(): Map<string, Connection> {
  const all = objectTypes().flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => connectionAt(field)?.to ?? []),
  );
  return new Map(all.map((connection) => [connection.name, connection]));
}

function analyses(): Analysis[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return fields.flatMap((field) => analysisAt(field)?.of ?? []);
}

function objectTypes(): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__"),
  );
}

/** Every field that is one of a record or of the root. */
function fieldsOfGraph(): { coordinate: string; parent: string | undefined; field: Field }[] {
  const root = schema.getQueryType();
  return objectTypes().flatMap((type) => {
    const parent = modelOf(type);
    if (!parent && type !== root) return [];
    return Object.values(type.getFields()).map((field) => {
      const coordinate = `${type.name}.${field.name}`;
      const found = fieldOf(coordinate, field, parent);
      if (!found) throw new Error(`${coordinate} finds its value in a way that the SDK's test server does not know.`);
      return { coordinate, parent, field: found };
    });
  });
}

/** What Pothos leaves on a field. */
interface Extensions {
  pothosExposedField?: string;
  pothosPrismaSelect?: unknown;
  pothosPrismaRelationField?: { name: string; isList: boolean };
}

function fieldOf(
  coordinate: string,
  field: GraphQLField<unknown, unknown>,
  model: string | undefined,
): Field | undefined {
  if (own.has(coordinate)) return { kind: "own" };
  const analysis = analysisAt(field);
  if (analysis) {
    const { of, by } = analysis;
    return { kind: "analysis", analysis: of.name, ...(by && { by: grouped(of.model, by) }) };
  }
  const edge = connectionAt(field);
  if (edge)
    return { kind: "connection", connection: edge.to.name, ...(edge.parent && { relation: edge.parent.relation }) };
  const found = foundAt(field);
  const [key, ...others] = field.args;
  if (found && key && others.length === 0) return { kind: "found", model: found.model, by: key.name };
  if (found) {
    const where = found.where({}, {} as never) ?? {};
    return { kind: "all", model: found.model, where, sorting: sortingOf(found.orderBy) };
  }
  if (!model) return undefined;
  if (field.name === "id") return { kind: "id" };
  const {
    pothosExposedField: column,
    pothosPrismaRelationField: relation,
    pothosPrismaSelect: select,
  } = field.extensions as Extensions;
  if (relation) {
    if (!relation.isList) return { kind: "one", relation: relation.name };
    const { query } = selected(select)[relation.name] as { query?: { orderBy?: unknown } };
    return { kind: "many", relation: relation.name, sorting: sortingOf(query?.orderBy) };
  }
  if (column && tableOf(model).columns[column]) return { kind: "column", column };
  return select ? madeOf(field, selected(select)) : undefined;
}

/** What a field selects; in it, in place of what the operation asks for, `{ query }`. */
function selected(select: unknown): Record<string, unknown> {
  const made = typeof select === "function" ? select({}, {}, (query: unknown) => ({ query })) : select;
  return made.select ?? made;
}

/** A field with code of its own, by what it selects and what it gives. */
function madeOf(field: GraphQLField<unknown, unknown>, selection: Record<string, unknown>): Field | undefined {
  const type = getNamedType(field.type);
  const names = Object.keys(selection);
  const [first = "", second = ""] = names;
  if (isUnionType(type)) return { kind: "union", relations: names };
  if (type.name === "Coordinates") return { kind: "point" };
  if (type.name === "PartialDate") return { kind: "partialDate", date: first, precision: second };
  if (type.name === "Money") return { kind: "money", amount: names.find((name) => name !== "currency") ?? "" };
  const list = isNonNullType(field.type) ? field.type.ofType : field.type;
  if (isListType(list) && modelOf(type)) {
    const { orderBy, select = {} } = selection[first] as { orderBy?: unknown; select?: object };
    const [through = ""] = Object.keys(select);
    return { kind: "many", relation: first, sorting: sortingOf(orderBy), through };
  }
  if (!isObjectType(type)) return undefined;
  const columns = Object.values(type.getFields()).map(({ name, extensions }) => {
    const { pothosExposedField = "" } = extensions as Extensions;
    return [name, pothosExposedField];
  });
  return columns.every(([, column = ""]) => names.includes(column))
    ? { kind: "part", columns: Object.fromEntries(columns) }
    : undefined;
}

/** Prisma's `orderBy`: one of objects within objects, or a list of them. */
function sortingOf(orderBy: unknown): Sorting {
  if (orderBy === undefined) return [];
  return [orderBy].flat().flatMap((item) =>
    Object.entries(item as object).map(([key, value]) => {
      if (typeof value === "string") return { path: [key], direction: value as "asc" };
      const [inner] = sortingOf(value);
      return { path: [key, ...(inner?.path ?? [])], direction: inner?.direction ?? "asc" };
    }),
  );
}

function columnsOf(model: string): Record<string, Column> {
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

function relationsOf(model: string, models: readonly string[]): Record<string, Relation> {
  const names = Object.keys(tableOf(model).relations).filter((name) =>
    models.includes(tableOf(model).relations[name]?.model ?? ""),
  );
  return Object.fromEntries(names.map((name) => [name, relationOf(model, name)]));
}

function relationOf(model: string, name: string): Relation {
  const relation = tableOf(model).relations[name];
  const [pair, ...others] = relation?.on ?? [];
  if (!relation || !pair || others.length > 0) throw new Error(`${model}.${name} is not a relation by one column.`);
  const [here, there] = [fieldNamed(model, pair[0]), fieldNamed(relation.model, pair[1])];
  return { model: relation.model, isMany: relation.many, here, there };
}

function fieldNamed(model: string, column: string): string {
  const [found] = Object.entries(tableOf(model).columns).find(([, { name }]) => name === column) ?? [];
  if (!found) throw new Error(`${model} has no column ${column}.`);
  return found;
}

/** Asks the `where` type what it makes of each of its fields. */
function conditionsOf(model: string): Record<string, Condition> {
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

function collectOrders(order: Order, into: Map<string, Order>): void {
  if (into.has(order.name)) return;
  into.set(order.name, order);
  for (const sortable of order.columns().values()) if ("via" in sortable) collectOrders(sortable.via(), into);
}

function orderOf(order: Order): GraphMap["orders"][string] {
  const fields = [...order.columns()].map(([field, sortable]) => [field, sortableOf(field, sortable)] as const);
  const [standard] = order.terms(undefined, steward);
  const [column = "id"] = standard?.path ?? [];
  return {
    standard: column === "id" ? {} : { [column]: standard?.direction ?? "asc" },
    fields: Object.fromEntries(fields),
  };
}

function sortableOf(field: string, sortable: Sortable) {
  if ("via" in sortable) return { via: sortable.via().name };
  const { column = field, nullable, unique } = sortable;
  return {
    column,
    ...(nullable && { isNullable: true as const }),
    ...(unique && { isUnique: true as const }),
  };
}

/** The rules of all fields, and of what can be filtered and sorted by, but those that let everyone do all. */
function rights(models: readonly string[]): GraphMap["rights"] {
  const input = models.flatMap((model) =>
    ["Where", "OrderBy"].flatMap((ending) => {
      const type = schema.getType(`${model}${ending}`);
      const names = isInputObjectType(type) ? Object.keys(type.getFields()) : [];
      return names.filter((name) => !["AND", "OR", "NOT"].includes(name)).map((name) => [model, name] as const);
    }),
  );
  const output = objectTypes().flatMap((type) =>
    Object.keys(type.getFields()).map((name) => [type.name, name] as const),
  );
  const rules = [...output, ...input].map(([type, name]) => [`${type}.${name}`, ruleOf(type, name)] as const);
  return Object.fromEntries(rules.filter(([, rule]) => roles.some((role) => rule[role] !== "shown")).sort());
}
