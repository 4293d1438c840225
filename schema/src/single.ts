import { queryFromInfo } from "@pothos/plugin-prisma";
import { type Policy, rootPolicy, ruleOf, rules } from "./access/policy.ts";
import { visibleRows } from "./access/rows.ts";
import { type AnyObject, builder } from "./builder.ts";
import { delegate, type ModelName } from "./connection/rows.ts";
import type { GraphContext } from "./context.ts";
import { storableText } from "./errors.ts";

/** Adds a field to the query root that finds one object by its code; null when there is none that the viewer sees. */
export function findBy(
  field: string,
  key: { name: string; description: string },
  target: { model: ModelName; node: AnyObject; policy: Policy },
  description: string,
): void {
  const { policy } = target;
  rootPolicy(field, policy.rows.kind === "household" ? rules.record : rules.open);
  builder.queryField(field, (t) =>
    t.field({
      type: target.node,
      nullable: true,
      description,
      args: { [key.name]: t.arg.string({ required: true, description: key.description }) },
      resolve: (_root, args, context, info) => {
        const { viewer } = context;
        const name = storableText(key.name, args[key.name] ?? "");
        return delegate(context.prisma, target.model).findUnique({
          ...queryFromInfo({ context, info, select: { id: true } }),
          where: { ...named(policy.type, key.name, name, context), AND: [visibleRows(policy, viewer)] },
        });
      },
    }),
  );
}

/** The record's own name, or the pseudonym by which the viewer knows it. */
function named(type: string, key: string, name: string, { viewer, pseudonyms }: GraphContext): object {
  const right = ruleOf(type, key)[viewer.role];
  if (right === "shown") return { [key]: name };
  const id = pseudonyms?.open(type, name);
  if (id !== undefined) return { id };
  // A household's own name must not be found, or it could be tried out; what is open keeps its name.
  return right === "householdPseudonym" ? { [key]: name, recipientFamilyId: null } : { id: 0 };
}
