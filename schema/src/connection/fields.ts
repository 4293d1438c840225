import { type AnyObject, builder } from "../builder.ts";
import { batched } from "./batch.ts";
import type { Connection } from "./connection.ts";
import { planConnection } from "./plan.ts";
import { delegate, foreignKey, type ModelName, type Row } from "./rows.ts";

/** Adds the plural field of an entity to the query root. */
export function rootConnection(field: string, target: Connection, description: string): void {
  builder.queryField(field, (t) =>
    t.field({
      type: target.ref,
      description,
      args: connectionArgs(target),
      resolve: (_root, args, context, info) => {
        const plan = planConnection(target, args, context, info);
        const rows = delegate(context.prisma, target.model);
        return {
          page: once(async () => plan.toPage(await rows.findMany(plan.pageQuery()))),
          totals: once(async () => {
            const { where, measures } = plan;
            if (plan.byCurrency) return plan.toTotals(await rows.groupBy({ by: ["currency"], where, ...measures }));
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

/**
 * Adds the to-many edges of an entity. All parents at one place of an operation share one statement, in which the
 * database cuts each parent's page.
 */
export function edges(parent: AnyObject, model: ModelName, fields: () => Record<string, Edge>): void {
  builder.objectFields(parent, (t) =>
    Object.fromEntries(
      Object.entries(fields()).map(([field, { to, relation = field, description }]) => {
        const key = foreignKey(model, relation);
        if (key.child !== to.model) throw new Error(`${model}.${relation} holds ${key.child}, not ${to.model}.`);
        return [
          field,
          t.field({
            type: to.ref,
            description,
            args: connectionArgs(to),
            resolve: (row, args, context, info) => {
              const { id } = row as { id: number };
              const plan = planConnection(to, args, context, info);
              return {
                page: once(() => {
                  // Each parent plans for itself, for that is how plugin-prisma learns what its rows will hold.
                  const query = plan.pageQuery();
                  return batched(context, info, "page", id, async (parents) => {
                    const found = await delegate(context.prisma, model).findMany({
                      where: { id: { in: [...parents] } },
                      select: { id: true, [relation]: query },
                    });
                    const byParent = new Map(found.map((each) => [each.id, each[relation] as Row[]]));
                    return parents.map((each) => plan.toPage(byParent.get(each) ?? []));
                  });
                }),
                totals: once(() =>
                  batched(context, info, "totals", id, async (parents) => {
                    const groups = await delegate(context.prisma, to.model).groupBy({
                      by: plan.byCurrency ? [key.column, "currency"] : [key.column],
                      where: { AND: [{ [key.column]: { in: [...parents] } }, plan.where] },
                      ...plan.measures,
                    });
                    const byParent = Map.groupBy(groups, (group) => group[key.column]);
                    return parents.map((each) => plan.toTotals(byParent.get(each) ?? []));
                  }),
                ),
              };
            },
          }),
        ];
      }),
    ),
  );
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

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= load();
    return result;
  };
}
