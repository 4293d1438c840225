import type { Prisma } from "@chacra/prisma";
import { queryFromInfo } from "@pothos/plugin-prisma";
import type { GraphQLResolveInfo } from "graphql";
import { visibleRows } from "../access/rows.ts";
import { builder } from "../builder.ts";
import type { GraphContext } from "../context.ts";
import type { MoneyShape } from "../money.ts";
import type { Connection, ConnectionTotals, EdgeField, Page, Sum } from "./connection.ts";
import type { WhereValue } from "./logic.ts";
import { cursorOf, orderSelection, type PageArgs, planPage, type Selection } from "./page.ts";
import type { Row, Totals } from "./rows.ts";

export interface ConnectionArgs extends PageArgs {
  where?: WhereValue | null;
  orderBy?: readonly Record<string, unknown>[] | null;
}

/** A connection field as calls on Prisma; what is not asked for is not made. */
export interface ConnectionPlan {
  /** The argument, translated. */
  where: WhereValue;
  /** `where`, `orderBy`, `take` and `select` of the page's rows, and one row more to know if there is a next page. */
  pageQuery(): object;
  toPage(rows: Row[]): Page;
  /** Whether the totals come in one group a currency. */
  byCurrency: boolean;
  /** `_count` and `_sum`. */
  measures: object;
  toTotals(groups: (Row & Totals)[]): ConnectionTotals;
}

/** @throws {GraphQLError} when an argument is wrong, whatever is selected */
export function planConnection(
  target: Connection,
  args: ConnectionArgs,
  context: GraphContext,
  info: GraphQLResolveInfo,
): ConnectionPlan {
  const { sums = {}, nodeRelation, name, node } = target;
  const terms = target.order.terms(args.orderBy, context.viewer);
  const page = planPage(args, terms, name, context.cursors);
  const where = target.where.toPrisma(args.where, context.viewer);
  const visible = visibleRows(target.policy, context.viewer);
  return {
    where,
    pageQuery() {
      const typeName = builder.configStore.getTypeConfig(node).name;
      const nodeQuery = (select: Selection) =>
        queryFromInfo({ context, info, typeName, paths: [["nodes"], ["edges", "node"]], select });
      const columns: Selection = { id: true, ...orderSelection(terms) };
      const select = nodeRelation
        ? {
            ...columns,
            ...edgeSelection(target, context, info),
            [nodeRelation]: nodeQuery(nodeSelection(columns, nodeRelation)),
          }
        : nodeQuery(columns).select;
      return { where: { AND: [where, visible, ...page.where] }, orderBy: page.orderBy, take: page.size + 1, select };
    },
    toPage(rows) {
      const more = rows.length > page.size;
      const kept = rows.slice(0, page.size);
      if (page.backward) kept.reverse();
      return {
        edges: kept.map((row) => ({
          row,
          node: nodeRelation ? row[nodeRelation] : row,
          cursor: () => cursorOf(row, terms, name, context.cursors),
        })),
        hasNextPage: page.backward ? Boolean(args.before) : more,
        hasPreviousPage: page.backward ? more : Boolean(args.after),
      };
    },
    byCurrency: Object.values(sums).some(({ kind }) => kind === "money"),
    measures: {
      _count: { _all: true },
      ...(Object.keys(sums).length > 0 && {
        _sum: Object.fromEntries(Object.keys(sums).map((column) => [column, true])),
      }),
    },
    toTotals: (groups) => totalsOf(sums, groups),
  };
}

/** Adds up groups of rows. */
export function totalsOf(sums: Record<string, Sum>, groups: readonly (Row & Totals)[]): ConnectionTotals {
  return {
    count: groups.reduce((total, group) => total + group._count._all, 0),
    sums: Object.fromEntries(
      Object.entries(sums).map(([column, { kind }]) => [
        column,
        kind === "money"
          ? groups.map(({ currency, _sum }) => ({ currency, amount: _sum?.[column] as Prisma.Decimal }) as MoneyShape)
          : groups.reduce((total, { _sum }) => total + Number(_sum?.[column] ?? 0), 0),
      ]),
    ),
  };
}

/** The columns of the order that lie on the node itself, where the rows are those of a join table. */
function nodeSelection(columns: Selection, nodeRelation: string): Selection {
  const ofNode = columns[nodeRelation];
  return { id: true, ...(typeof ofNode === "object" ? ofNode.select : {}) };
}

function edgeSelection(target: Connection, context: GraphContext, info: GraphQLResolveInfo): object {
  return Object.fromEntries(
    Object.entries(target.edgeFields ?? {}).map(([field, { type }]) => [field, edgeColumn(field, type, context, info)]),
  );
}

function edgeColumn(field: string, type: EdgeField["type"], context: GraphContext, info: GraphQLResolveInfo) {
  if (typeof type === "string" || !("relation" in type)) return true;
  const typeName = builder.configStore.getTypeConfig(type.relation).name;
  return queryFromInfo({ context, info, typeName, path: ["edges", field], select: { id: true } });
}
