import type { PrismaClient } from "@chacra/prisma";
import type { GraphQLResolveInfo } from "graphql";
import { isHiddenFromSome, isProtected, policyOf, rootPolicy, rules } from "../access/policy.ts";
import { countedRows } from "../access/rows.ts";
import { needsCare, safeTotals } from "../access/totals.ts";
import { type AnyObject, builder } from "../builder.ts";
import type { GraphContext } from "../context.ts";
import { batched } from "./batch.ts";
import type { Connection, ConnectionShape, ConnectionTotals } from "./connection.ts";
import { all } from "./logic.ts";
import { type ConnectionArgs, type ConnectionPlan, planConnection } from "./plan.ts";
import { delegate, foreignKey, type ModelName, type Row } from "./rows.ts";

/** Where a connection hangs: on the root, or by a relation of a model on its objects. */
export interface ConnectionField {
  to: Connection;
  parent?: { model: ModelName; relation: string };
}

/** The connection that a field of the schema gives, for whoever answers it in another way. */
export function connectionAt({ extensions }: { extensions: object }): ConnectionField | undefined {
  return (extensions as { chacraConnection?: ConnectionField }).chacraConnection;
}

const marked = (chacraConnection: ConnectionField) => ({ chacraConnection });

/** Adds the plural field of an entity to the query root. */
export function rootConnection(field: string, target: Connection, description: string): void {
  // What of its records and totals is for whom, the connection itself decides.
  rootPolicy(field, rules.open);
  builder.queryField(field, (t) =>
    t.field({
      type: target.ref,
      description,
      args: connectionArgs(target),
      extensions: marked({ to: target }),
      resolve: (_root, args, context, info) => {
        const plan = planConnection(target, args, context, info);
        const rows = delegate(context.prisma, target.model);
        return {
          page: once(async () => plan.toPage(await rows.findMany(plan.pageQuery()))),
          totals: once(async () => {
            if (needsCare(target.policy, context.viewer)) return only(await safeTotals(context, target, args.where));
            const { measures } = plan;
            const where = all([plan.where, countedRows(target.policy, context.viewer)]);
            if (plan.byCurrency)
              return plan.toTotals(
                await rows.groupBy({ by: ["currency"], where, ...measures, orderBy: { currency: "asc" } }),
              );
            return plan.toTotals([await rows.aggregate({ where, ...measures })]);
          }),
        };
      },
    }),
  );
}

/** A to-many edge of an object type. */
export interface Edge {
  to: Connection;
  /** The relation of the Prisma model, where it has another name than the field. */
  relation?: string;
  description: string;
}

/** Adds the to-many edges of an entity. */
export function edges(parent: AnyObject, model: ModelName, fields: () => Record<string, Edge>): void {
  builder.objectFields(parent, (t) => {
    const declare = (field: string, { to, relation = field, description }: Edge) =>
      t.field({
        type: to.ref,
        nullable: isHiddenFromSome(model, field) as false,
        description,
        args: connectionArgs(to),
        extensions: marked({ to, parent: { model, relation } }),
        resolve: edgeResolver(model, relation, to),
      });
    return Object.fromEntries(Object.entries(fields()).map(([field, edge]) => [field, declare(field, edge)]));
  });
}

/**
 * Resolves an edge for all parents at one place of an operation together: one statement, in which the database cuts each
 * parent's page, and one for their totals.
 */
function edgeResolver(model: ModelName, relation: string, to: Connection) {
  const { child, column } = foreignKey(model, relation);
  if (child !== to.model) throw new Error(`${model}.${relation} holds ${child}, not ${to.model}.`);

  async function pages(prisma: PrismaClient, parents: readonly number[], plan: ConnectionPlan, query: object) {
    const rows = await delegate(prisma, model).findMany({
      where: { id: { in: [...parents] } },
      select: { id: true, [relation]: query },
    });
    const byParent = new Map(rows.map((row) => [row.id, row[relation] as Row[]]));
    return parents.map((parent) => plan.toPage(byParent.get(parent) ?? []));
  }

  async function totals(
    context: GraphContext,
    parents: readonly number[],
    plan: ConnectionPlan,
    args: ConnectionArgs,
  ): Promise<ConnectionTotals[]> {
    const { prisma, viewer } = context;
    // What belongs to one household's record is part of it: whoever sees the record may count it.
    if (needsCare(to.policy, viewer) && !isProtected(policyOf(model))) {
      return safeTotals(context, to, args.where, { model, column, ids: parents });
    }
    const groups = await delegate(prisma, child).groupBy({
      by: plan.byCurrency ? [column, "currency"] : [column],
      where: { AND: [{ [column]: { in: [...parents] } }, plan.where] },
      ...plan.measures,
      ...(plan.byCurrency && { orderBy: { currency: "asc" } }),
    });
    const byParent = Map.groupBy(groups, (group) => group[column]);
    return parents.map((parent) => plan.toTotals(byParent.get(parent) ?? []));
  }

  return (row: unknown, args: ConnectionArgs, context: GraphContext, info: GraphQLResolveInfo): ConnectionShape => {
    const { id } = row as { id: number };
    const plan = planConnection(to, args, context, info);
    return {
      page: once(() => {
        // Each parent plans for itself, for that is how plugin-prisma learns what its rows will hold.
        const query = plan.pageQuery();
        return batched(context, info, "page", id, (parents) => pages(context.prisma, parents, plan, query));
      }),
      totals: once(() => batched(context, info, "totals", id, (parents) => totals(context, parents, plan, args))),
    };
  };
}

function connectionArgs({ plural, where, order }: Connection) {
  return builder.args((t) => ({
    first: t.int({ description: "Number of items from the start of the list; 20 when absent, 100 at most." }),
    after: t.string({ description: "Only items after this cursor." }),
    last: t.int({ description: "Number of items from the end of the list; 100 at most." }),
    before: t.string({ description: "Only items before this cursor." }),
    where: t.field({ type: where.ref, description: `Which ${plural} to take; all when absent.` }),
    orderBy: t.field({ type: [order.ref], description: `How to sort the ${plural}.` }),
  }));
}

function only<T>(items: T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error("There is nothing.");
  return item;
}

export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= load();
    return result;
  };
}
