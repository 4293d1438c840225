import type { OrderTerm } from "../../../schema/src/connection/order.ts";
import { graphMap } from "./_generated/graph-map.ts";
import { checkSort, ruleOf } from "./access.ts";
import type { Context } from "./context.ts";
import type { Sorting } from "./graph-map.ts";
import type { Row } from "./record-store.ts";
import { compare } from "./where.ts";

type OrderValue = Readonly<Record<string, unknown>>;

/**
 * What the records of a model are sorted by: the argument or the usual order, and a last term that makes places unique.
 *
 * @throws {GraphQLError} `FORBIDDEN` when the caller may not sort by something in it
 */
export function termsOf(context: Context, model: string, value: readonly OrderValue[] | null | undefined): OrderTerm[] {
  const standard = Object.entries(graphMap.orders[model]?.standard ?? {})
    .filter(([field]) => ruleOf(model, field)[context.viewer.role] === "shown")
    .map(([field, direction]) => ({ [field]: direction }));
  const terms = (value?.length ? value : standard).map((item) => termOf(context, model, item));
  const last = terms.findIndex(({ unique }) => unique);
  return last >= 0 ? terms.slice(0, last + 1) : [...terms, byId];
}

const byId: OrderTerm = { path: ["id"], direction: "asc", nullable: false, unique: true, kind: "number" };

/** The same of the nodes behind the rows of a join table; one node can stand behind several. */
export function termsThrough(relation: string, terms: readonly OrderTerm[]): OrderTerm[] {
  const ofNodes = terms.filter(({ path }) => path[0] !== "id");
  return [...ofNodes.map((term) => ({ ...term, path: [relation, ...term.path], unique: false })), byId];
}

function termOf(context: Context, model: string, value: OrderValue): OrderTerm {
  const [[field, inner] = ["", undefined]] = Object.entries(value);
  checkSort(context, model, field);
  const sortable = graphMap.orders[model]?.fields[field];
  if (!sortable) throw new Error(`${model}OrderBy has no field ${field}.`);
  if ("via" in sortable) {
    const rest = termOf(context, sortable.via, inner as OrderValue);
    return { ...rest, path: [field, ...rest.path], unique: false };
  }
  const { column, isNullable = false, isUnique = false } = sortable;
  const direction = String(inner).toLowerCase() as OrderTerm["direction"];
  return { path: [column], direction, nullable: isNullable, unique: isUnique, kind: kindOf(model, [column]) };
}

/** What a list without pages is sorted by. */
export function termsOfList(model: string, sorting: Sorting): OrderTerm[] {
  return sorting.map(({ path, direction }) => {
    return { path: [...path], direction, nullable: false, unique: false, kind: kindOf(model, path) };
  });
}

/** How the values of a column, at the end of a path of relations, are compared. */
function kindOf(model: string, path: readonly string[]): OrderTerm["kind"] {
  const [step = "", ...rest] = path;
  if (rest.length > 0) return kindOf(graphMap.models[model]?.relations[step]?.model ?? "", rest);
  const { isNumber, values } = graphMap.models[model]?.columns[step] ?? {};
  return values ?? (isNumber ? "number" : "text");
}

/** The values of a record that its place in an order is made of. */
export function placeOf({ store }: Context, terms: readonly OrderTerm[], row: Row): unknown[] {
  return terms.map(({ path }) => {
    const column = path.at(-1) ?? "id";
    const end = path.slice(0, -1).reduce<Row | null>((from, relation) => from && store.one(from, relation), row);
    return end?.[column] ?? null;
  });
}

/** Which of two places comes first. Without a value a record comes last, whichever way. */
export function comparePlaces(terms: readonly OrderTerm[], one: readonly unknown[], other: readonly unknown[]): number {
  for (const [i, { kind, direction }] of terms.entries()) {
    const [a, b] = [one[i], other[i]];
    if (a === null || b === null) {
      if (a !== b) return a === null ? 1 : -1;
      continue;
    }
    const order = compareAs(kind, a, b);
    if (order !== 0) return direction === "asc" ? order : -order;
  }
  return 0;
}

function compareAs(kind: OrderTerm["kind"], one: unknown, other: unknown): number {
  const values: readonly unknown[] | undefined = typeof kind === "object" ? kind : undefined;
  return values ? values.indexOf(one) - values.indexOf(other) : compare(one, other, kind === "number");
}

/** Which of two values of a column, at the end of a path, comes first. */
export function compareAt(model: string, path: readonly string[], one: unknown, other: unknown): number {
  return compareAs(kindOf(model, path), one, other);
}
