import type { GraphQLFieldResolver, GraphQLTypeResolver } from "graphql";
import { LARGEST_PAGE } from "../../../schema/src/connection/page-size.ts";
import { argumentError } from "../../../schema/src/errors.ts";
import { graphMap } from "./_generated/graph-map.ts";
import { ruleOf, sees, told } from "./access.ts";
import { analyse } from "./analysis/analyse.ts";
import { type ConnectionArgs, connectionOf } from "./connection.ts";
import type { Context } from "./context.ts";
import { errorOfFault } from "./faults.ts";
import { actual, actualsBy, factSheet, lineage } from "./figures/told.ts";
import type { Field, Sorting } from "./graph-map.ts";
import { globalId, idOf } from "./masks.ts";
import { plain } from "./opaque.ts";
import { comparePlaces, placeOf, termsOfList } from "./order.ts";
import type { Row } from "./record-store.ts";
import { incomeChange, moneyOf, partOf } from "./values.ts";
import { viewerIn } from "./viewer.ts";

type Args = Readonly<Record<string, unknown>>;
type Info = Parameters<GraphQLFieldResolver<unknown, Context>>[3];

/** Answers every field: as the test says, else of the programme's records. */
export const resolveField: GraphQLFieldResolver<unknown, Context, Args> = (parent, args, context, info) => {
  const type = info.parentType.name;
  const coordinate = `${type}.${info.fieldName}`;
  if (context.fault?.at === coordinate) throw errorOfFault(context.fault);
  const given = context.resolvers.get(coordinate);
  if (given !== undefined) return typeof given === "function" ? given(Object(parent), args, context.data) : given;
  const row: Row = Object(parent);
  return told(context, type, info.fieldName, row, () => {
    const isRecord = context.store.modelOf(row) !== undefined || type === "Query";
    const field = isRecord ? graphMap.fields[coordinate] : undefined;
    return field ? answerOf(field, row, args, context, info) : ownValue(row, args, info.fieldName);
  });
};

/** The type of an object: that of a record, or what an object of the test's says of itself. */
export const resolveType: GraphQLTypeResolver<unknown, Context> = (value, { store }) =>
  store.modelOf(value) ?? (Object(value).__typename as string | undefined);

function ownValue(parent: Row, args: Args, name: string): unknown {
  const value = parent[name];
  return typeof value === "function" ? value.call(parent, args) : value;
}

function answerOf(field: Field, row: Row, args: Args, context: Context, info: Info): unknown {
  const { store } = context;
  switch (field.kind) {
    case "column":
      return row[field.column];
    case "id":
      return globalId(info.parentType.name, row.id);
    case "one":
      return store.one(row, field.relation);
    case "many":
      return many(context, row, field);
    case "connection": {
      const connection = graphMap.connections[field.connection];
      const rows = field.relation ? store.many(row, field.relation) : store.all(connection?.model ?? "");
      return connectionOf(context, field.connection, rows, args as ConnectionArgs);
    }
    case "found":
      return found(context, field, String(args[field.by]));
    case "all": {
      const rows = store.all(field.model).filter((one) => Object.entries(field.where).every(([k, v]) => one[k] === v));
      return sorted(context, field.model, field.sorting, rows);
    }
    case "money":
      return moneyOf(row[field.amount], row.currency);
    case "point":
      return partOf(row, { latitude: "latitude", longitude: "longitude" });
    case "partialDate":
      return partOf(row, { date: field.date, precision: field.precision });
    case "part":
      return partOf(row, field.columns);
    case "union":
      return field.relations.reduce<Row | null>((first, relation) => first ?? store.one(row, relation), null);
    case "analysis": {
      const { analysis, by } = field;
      return analyse(context, analysis, args, info, by && { by, id: row.id });
    }
    case "own":
      return own(row, args, context, info);
  }
}

function own(row: Row, args: Args, context: Context, info: Info): unknown {
  switch (info.fieldName) {
    case "node":
      return byGlobalId(context, String(args.id));
    case "nodes": {
      const ids = args.ids as string[];
      if (ids.length <= LARGEST_PAGE) return ids.map((id) => byGlobalId(context, id));
      throw argumentError("PAGE_TOO_LARGE", "ids", `ids may hold ${LARGEST_PAGE} ids, not ${ids.length}.`);
    }
    case "factSheet":
      return factSheet(context, args);
    case "actual":
      return actual(context, String(row.code));
    case "actualsByYear":
      return actualsBy(context, String(row.code), "year");
    case "actualsByRegion":
      return actualsBy(context, String(row.code), "region");
    case "lineage":
      return lineage(context, String(row.code));
    case "incomeChange":
      return incomeChange(context.store.many(row, "incomes"), Number(args.from), Number(args.to));
    default:
      return viewerIn(context, info.schema);
  }
}

function many(context: Context, row: Row, { relation, sorting, through }: Field & { kind: "many" }): readonly Row[] {
  const { store } = context;
  const rows = sorted(context, store.relation(row, relation).model, sorting, store.many(row, relation));
  return through ? [...new Set(store.onward(rows, through))] : rows;
}

/** In the order of some columns, and of ids where these are the same. */
function sorted(context: Context, model: string, sorting: Sorting, rows: readonly Row[]): readonly Row[] {
  const terms = termsOfList(model, sorting);
  const placed = rows.map((row) => ({ row, place: placeOf(context, terms, row) }));
  return placed.sort((a, b) => comparePlaces(terms, a.place, b.place)).map(({ row }) => row);
}

function found(context: Context, { model, by }: Field & { kind: "found" }, text: string): Row | null {
  const right = ruleOf(model, by)[context.viewer.role];
  const rows = context.store.all(model);
  const named = rows.find((row) => row[by] === text && (right === "shown" || isOpen(right, row)));
  const row = named ?? (right === "shown" ? null : context.store.byId(model, idOf(model, text) ?? 0));
  return row && sees(context, model, row) ? row : null;
}

/** Of records that belong to no household, the code is nobody's secret. */
const isOpen = (right: string, row: Row) => right === "householdPseudonym" && row.recipientFamilyId === null;

function byGlobalId(context: Context, id: string): Row | null {
  const [, type = "", name = ""] = /^(\w+):([\w-]+)$/.exec(plain(id) ?? "") ?? [];
  const isSealed = ruleOf(type, "id")[context.viewer.role] === "seal";
  const key = isSealed ? idOf(type, name) : /^\d+$/.test(name) ? Number(name) : undefined;
  if (key === undefined || graphMap.fields[`${type}.id`]?.kind !== "id") {
    const message = "This is not a global id of this graph: take ids from the field id of an object.";
    throw argumentError("BAD_ID", "id", message);
  }
  const row = context.store.byId(type, key);
  return row && sees(context, type, row) ? row : null;
}
