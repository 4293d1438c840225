import type { InputRef } from "@pothos/core";
import { forbidden, sorters } from "../access/forbidden.ts";
import { ruleOf } from "../access/policy.ts";
import type { Viewer } from "../access/viewer.ts";
import { builder } from "../builder.ts";
import { argumentError } from "../errors.ts";

export type Direction = "asc" | "desc";

export const SortDirection = builder.enumType("SortDirection", {
  description: "Which way to sort. Items without a value come last either way.",
  values: {
    ASC: { value: "asc", description: "From the smallest, the earliest, or A on." },
    DESC: { value: "desc", description: "From the largest, the latest, or Z back." },
  } as const,
});

/** One field of an `orderBy` type. */
export type Sortable = SortableColumn | { via: () => Order; description: string };

interface SortableColumn {
  description: string;
  /** The column that sorts, where it is not the field of the same name. */
  column?: string;
  nullable?: boolean;
  unique?: boolean;
  kind: ValueKind;
}

/** How a value travels in a cursor. A list is the order of an enum, which SQL cannot compare through Prisma. */
type ValueKind = "text" | "number" | "decimal" | "date" | readonly (string | boolean)[];

/** One step of an order, from the row to a column. */
export interface OrderTerm {
  path: string[];
  direction: Direction;
  nullable: boolean;
  unique: boolean;
  kind: ValueKind;
}

/** An `orderBy` type of the graph. */
export interface Order {
  name: string;
  ref: InputRef<OrderValue>;
  columns(): Map<string, Sortable>;
  /**
   * The terms of an argument, with the default when it is absent and a unique last term, so that places are unique.
   *
   * @throws {GraphQLError} `FORBIDDEN` when the viewer may not sort by a field
   */
  terms(value: readonly OrderValue[] | null | undefined, viewer: Viewer): OrderTerm[];
}

type OrderValue = Record<string, unknown>;

/**
 * Declares the `orderBy` type of an entity.
 *
 * @param standard the order when the argument is absent
 */
export function order<PrismaOrder extends object>(
  name: string,
  plural: string,
  standard: { [K in keyof PrismaOrder]?: Direction },
  sortables: () => { [K in keyof PrismaOrder]?: Sortable },
): Order {
  let known: Map<string, Sortable> | undefined;
  function columns(): Map<string, Sortable> {
    known ??= new Map(
      Object.entries<Sortable | undefined>(sortables()).flatMap(([key, sortable]) =>
        sortable ? [[key, sortable] as const] : [],
      ),
    );
    return known;
  }
  const ref = builder.inputRef<OrderValue>(`${name}OrderBy`);
  ref.implement({
    description: `One field to sort ${plural} by; put several in the list to break ties.`,
    isOneOf: true,
    fields: (t) =>
      Object.fromEntries(
        [...columns()].map(([field, sortable]) => [
          field,
          t.field({
            type: "via" in sortable ? sortable.via().ref : SortDirection,
            description: sortable.description,
          }),
        ]),
      ),
  });

  const self: Order = {
    name,
    ref,
    columns,
    terms(value, viewer) {
      // The default falls away for a viewer who may not sort by it: the order of codes would tell something of them.
      const asked = value?.length
        ? value
        : Object.entries(standard).flatMap(([field, way]) =>
            field !== "id" && ruleOf(name, field)[viewer.role] === "shown" ? [{ [field]: way }] : [],
          );
      const terms = asked.map((item) => term(self, item, viewer));
      const last = terms.findIndex(({ unique }) => unique);
      if (last >= 0) return terms.slice(0, last + 1);
      return [...terms, { path: ["id"], direction: "asc", nullable: false, unique: true, kind: "number" }];
    },
  };
  return self;
}

function term(order: Order, value: OrderValue, viewer: Viewer): OrderTerm {
  const [field, inner] = Object.entries(value)[0] ?? [];
  const sortable = field === undefined ? undefined : order.columns().get(field);
  if (!field || !sortable) {
    throw argumentError("BAD_ARGUMENT", "orderBy", `${order.name}OrderBy takes exactly one of its fields an item.`);
  }
  const rule = ruleOf(order.name, field);
  if (rule[viewer.role] !== "shown") throw forbidden(viewer, `to sort by ${order.name}.${field}`, sorters(rule));
  if ("via" in sortable) {
    const rest = term(sortable.via(), inner as OrderValue, viewer);
    return { ...rest, path: [field, ...rest.path], unique: false };
  }
  return {
    path: [sortable.column ?? field],
    direction: inner as Direction,
    nullable: sortable.nullable ?? false,
    unique: sortable.unique ?? false,
    kind: sortable.kind,
  };
}

/** Sorting by a column; `name` columns sort by the key that the database keeps for Spanish order. */
export const by = {
  code: (description: string): Sortable => ({ description, kind: "text", unique: true }),
  name: (column: string, description: string): Sortable => ({ description, kind: "text", column }),
  text: (description: string): Sortable => ({ description, kind: "text" }),
  number: (description: string): Sortable => ({ description, kind: "number" }),
  decimal: (description: string): Sortable => ({ description, kind: "decimal" }),
  date: (description: string): Sortable => ({ description, kind: "date" }),
  boolean: (description: string): Sortable => ({ description, kind: [false, true] }),
  oneOf: (values: Record<string, string>, description: string): Sortable => ({
    description,
    kind: Object.values(values),
  }),
  edge: (via: () => Order, description: string): Sortable => ({ description, via }),
  /** The same column, which may be empty. */
  nullable: (sortable: Sortable): Sortable => ({ ...sortable, nullable: true }) as Sortable,
};
