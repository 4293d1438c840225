import { tableOf } from "@chacra/prisma/tables";
import { type Role, roles, schema } from "@chacra/schema";
import {
  type GraphQLField,
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
import type { Order } from "../../schema/src/connection/order.ts";
import { foundAt } from "../../schema/src/found.ts";
import type { Field, GraphMap, Sorting } from "../../sdk/src/testing/graph-map.ts";
import { analysed, grouped } from "./analyses.ts";
import { conditionsOf } from "./conditions.ts";
import { figures } from "./figures.ts";
import { collectOrders, orderOf } from "./orders.ts";
import { columnsOf, relationOf, relationsOf } from "./tables.ts";

// Reads off the server's schema how each field finds its value, as the planner does: what the fields say of themselves.

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
