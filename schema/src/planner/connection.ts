import { type GraphQLObjectType, getNamedType, isLeafType, isObjectType } from "graphql";
import { visibleRows } from "../access/rows.ts";
import type { Connection, ConnectionTotals } from "../connection/connection.ts";
import type { ConnectionField } from "../connection/fields.ts";
import type { WhereValue } from "../connection/logic.ts";
import type { OrderTerm } from "../connection/order.ts";
import { cursorAt, type PagePlan, planPage } from "../connection/page.ts";
import type { ConnectionArgs } from "../connection/plan.ts";
import { compileWhere } from "../sql/where.ts";
import { argumentsOf, boundBy } from "./arguments.ts";
import { parsed, type Slot } from "./columns.ts";
import type { AskedField, Compiler } from "./compiler.ts";
import { completer, type ObjectWriter } from "./complete.ts";
import { columnWriter, objectWriter } from "./object.ts";
import { decodePlace, SqlOrder } from "./order.ts";
import { on, Shape } from "./shape.ts";
import type { Binding, Piece } from "./sql.ts";
import { listText, objectText, prefixOf } from "./text.ts";
import { totalsReader } from "./totals.ts";
import { aggregated } from "./tree.ts";
import { Unplanned } from "./unplanned.ts";

/** What a request makes of a connection's arguments. */
export interface Bound {
  args: ConnectionArgs;
  terms: OrderTerm[];
  page: PagePlan;
  where: WhereValue;
  order: SqlOrder;
}

/** A page as its rows are written. */
interface Page {
  of: Bound;
  rows: readonly Slot[][];
  hasMore: boolean;
}

type PageWriter = (page: Page, totals: ConnectionTotals | undefined, binding: Binding) => string;

/** Adds a connection to the rows of a shape, or to the root, and tells how it is written. */
export function connectionWriter(
  compiler: Compiler,
  outer: Shape,
  { to, parent }: ConnectionField,
  { field, node, nodes }: AskedField,
): ObjectWriter {
  const type = field && getNamedType(field.type);
  if (!field || !isObjectType(type)) throw new Unplanned("a connection of no type");
  const rows = new Shape(to.model, outer.aliases);
  rows.areMany = parent === undefined;
  const args = argumentsOf<ConnectionArgs>(field, node);
  const bound = boundBy(node, (binding): Bound => {
    const given = args(binding);
    const { viewer, cursors } = binding.context;
    const terms = to.order.terms(given.orderBy, viewer);
    return {
      args: given,
      terms,
      page: planPage(given, terms, to.name, cursors),
      where: to.where.toPrisma(given.where, viewer),
      order: new SqlOrder(to.model, rows.alias, terms),
    };
  });
  const belongs = parent ? [on(outer.relation(parent.relation), outer.alias, rows.alias)] : [];

  const needs = { rows: false, totals: false };
  const parts = compiler.fieldsOf(type, nodes).map((asked) => ({
    prefix: prefixOf(asked.key),
    write: partWriter(compiler, to, rows, type, asked, bound, needs),
  }));

  const page = needs.rows ? outer.add(pageSql(rows, to, bound, belongs)) : undefined;
  if (needs.rows && rows.slots.length === 0) rows.column("id");
  const write = objectText(parts);
  const totals = needs.totals ? totalsReader(compiler, to, bound, outer, parent) : undefined;

  return (slots, binding) => {
    const of = bound(binding);
    const found = page === undefined ? [] : ((parsed(slots[page]) ?? []) as Slot[][]);
    const hasMore = found.length > of.page.size;
    const kept = hasMore ? found.slice(0, of.page.size) : found;
    if (of.page.backward) kept.reverse();
    return write({ of, rows: kept, hasMore }, totals?.(slots, binding), binding);
  };
}

function pageSql(rows: Shape, to: Connection, bound: (binding: Binding) => Bound, belongs: readonly string[]): Piece {
  const condition: Piece = (binding) => {
    const { where, page } = bound(binding);
    const visible = visibleRows(to.policy, binding.context.viewer);
    const condition = compileWhere(to.model, rows.alias, { AND: [where, visible, ...page.where] }, binding.params);
    return [...belongs, condition].filter((part, i) => i === 0 || part !== "TRUE").join(" AND ");
  };
  return aggregated(rows, {
    where: [condition],
    order: (binding) => {
      const { order, terms, page } = bound(binding);
      return order.by(terms, page.backward);
    },
    orderJoins: (binding) => bound(binding).order.joins.join(" "),
    // A whole number that has been checked, and which PostgreSQL plans by.
    limit: (binding) => String(bound(binding).page.size + 1),
    first: {
      columns: (binding) => bound(binding).order.columns(),
      order: (binding) => {
        const { order, terms, page } = bound(binding);
        return order.by(terms, page.backward, true);
      },
    },
  });
}

function partWriter(
  compiler: Compiler,
  to: Connection,
  rows: Shape,
  type: GraphQLObjectType,
  { field, nodes }: AskedField,
  bound: (binding: Binding) => Bound,
  needs: { rows: boolean; totals: boolean },
): PageWriter {
  if (!field) return () => JSON.stringify(type.name);
  compiler.checkShown(type, field.name);
  const named = getNamedType(field.type);
  switch (field.name) {
    case "nodes": {
      needs.rows = true;
      const write = nodeWriter(compiler, to, rows, named, nodes);
      return ({ rows: found }, _totals, binding) => listText(found, (row) => write(row, binding));
    }
    case "edges": {
      needs.rows = true;
      const write = edgeWriter(compiler, to, rows, named, nodes, bound);
      return ({ rows: found }, _totals, binding) => listText(found, (row) => write(row, binding));
    }
    case "pageInfo":
      needs.rows = true;
      return pageInfoWriter(compiler, to, rows, named, nodes, bound);
    case "totalCount":
      needs.totals = true;
      return (_page, totals) => String(totals?.count);
    case "sum": {
      needs.totals = true;
      const complete = completer(compiler, field.type, nodes);
      return (_page, totals, binding) => complete(totals?.sums, binding, []);
    }
    case "suppressed": {
      needs.totals = true;
      const complete = completer(compiler, field.type, nodes);
      return (_page, totals, binding) => complete(totals?.suppressed, binding, []);
    }
    default:
      throw new Unplanned(`${type.name}.${field.name}`);
  }
}

type Named = ReturnType<typeof getNamedType>;

function nodeWriter(
  compiler: Compiler,
  to: Connection,
  rows: Shape,
  type: Named,
  nodes: AskedField["nodes"],
): ObjectWriter {
  if (!isObjectType(type)) throw new Unplanned("nodes of several types");
  return objectWriter(compiler, to.nodeRelation ? rows.one(to.nodeRelation).shape : rows, type, nodes);
}

function edgeWriter(
  compiler: Compiler,
  to: Connection,
  rows: Shape,
  type: Named,
  nodes: AskedField["nodes"],
  bound: (binding: Binding) => Bound,
): ObjectWriter {
  if (!isObjectType(type)) throw new Unplanned("edges of several types");
  const parts = compiler.fieldsOf(type, nodes).map((asked) => ({
    prefix: prefixOf(asked.key),
    write: edgePart(compiler, to, rows, type, asked, bound),
  }));
  return objectText(parts);
}

function edgePart(
  compiler: Compiler,
  to: Connection,
  rows: Shape,
  type: GraphQLObjectType,
  { field, nodes }: AskedField,
  bound: (binding: Binding) => Bound,
): ObjectWriter {
  if (!field) return () => JSON.stringify(type.name);
  compiler.checkShown(type, field.name);
  const named = getNamedType(field.type);
  if (field.name === "node") return nodeWriter(compiler, to, rows, named, nodes);
  if (field.name === "cursor") {
    const cursor = cursorReader(to, rows, bound);
    return (row, binding) => `"${cursor(row, binding)}"`;
  }
  if (isObjectType(named)) {
    const { shape, presence } = rows.one(field.name);
    const write = objectWriter(compiler, shape, named, nodes);
    return (row, binding) => (row[presence] === null ? "null" : write(row, binding));
  }
  if (!isLeafType(named)) throw new Unplanned(`${type.name}.${field.name}`);
  return columnWriter(compiler, rows, field, field.name);
}

/** A cursor is sealed of the values that a row has in the order. */
function cursorReader(to: Connection, rows: Shape, bound: (binding: Binding) => Bound) {
  const slot = rows.add((binding) => bound(binding).order.place(rows.isChosenFirst));
  return (row: readonly Slot[], binding: Binding): string => {
    const { order, terms } = bound(binding);
    const place = decodePlace(parsed(row[slot]) as unknown[], order);
    return cursorAt(place, terms, to.name, binding.context.cursors);
  };
}

function pageInfoWriter(
  compiler: Compiler,
  to: Connection,
  rows: Shape,
  type: Named,
  nodes: AskedField["nodes"],
  bound: (binding: Binding) => Bound,
): PageWriter {
  if (!isObjectType(type)) throw new Unplanned("a page of no type");
  const parts = compiler.fieldsOf(type, nodes).map(({ key, field }): { prefix: string; write: PageWriter } => {
    const prefix = prefixOf(key);
    switch (field?.name) {
      case undefined:
        return { prefix, write: () => JSON.stringify(type.name) };
      case "hasNextPage":
        return {
          prefix,
          write: ({ of: { page, args }, hasMore }) => String(page.backward ? Boolean(args.before) : hasMore),
        };
      case "hasPreviousPage":
        return {
          prefix,
          write: ({ of: { page, args }, hasMore }) => String(page.backward ? hasMore : Boolean(args.after)),
        };
      case "startCursor":
      case "endCursor": {
        const cursor = cursorReader(to, rows, bound);
        const isStart = field.name === "startCursor";
        const write: PageWriter = ({ rows: found }, _totals, binding) => {
          const row = found.at(isStart ? 0 : -1);
          return row ? `"${cursor(row, binding)}"` : "null";
        };
        return { prefix, write };
      }
      default:
        throw new Unplanned(`PageInfo.${field?.name}`);
    }
  });
  return objectText(parts);
}
