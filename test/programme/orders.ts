import { viewerOf } from "@chacra/schema";
import type { Order, Sortable } from "../../schema/src/connection/order.ts";
import type { GraphMap } from "../../sdk/src/testing/graph-map.ts";

const steward = viewerOf("steward");

export function collectOrders(order: Order, into: Map<string, Order>): void {
  if (into.has(order.name)) return;
  into.set(order.name, order);
  for (const sortable of order.columns().values()) if ("via" in sortable) collectOrders(sortable.via(), into);
}

export function orderOf(order: Order): GraphMap["orders"][string] {
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
