import { queryFromInfo } from "@pothos/plugin-prisma";
import { type Policy, rootPolicy, ruleOf, rules } from "./access/policy.ts";
import { visibleRows } from "./access/rows.ts";
import { type AnyObject, builder } from "./builder.ts";
import { delegate, type ModelName } from "./connection/rows.ts";
import type { GraphContext } from "./context.ts";
import { storableText } from "./errors.ts";

/** How a field of the root finds one object. */
export interface SingleField {
  /** The argument and the column. */
  key: string;
  model: ModelName;
  policy: Policy;
}

/** How a field of the schema finds one object, for whoever answers it in another way. */
export function singleAt({ extensions }: { extensions: object }): SingleField | undefined {
  return (extensions as { chacraSingle?: SingleField }).chacraSingle;
}

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
      extensions: { chacraSingle: { key: key.name, model: target.model, policy } satisfies SingleField },
      resolve: (_root, args, context, info) => {
        const { viewer } = context;
        const name = args[key.name] ?? "";
        return delegate(context.prisma, target.model).findUnique({
          ...queryFromInfo({ context, info, select: { id: true } }),
          where: { ...named(policy.type, key.name, name, context), AND: [visibleRows(policy, viewer)] },
        });
      },
    }),
  );
}

/**
 * The condition on the record's own name, or on the pseudonym by which the viewer knows it.
 *
 * @throws {GraphQLError} `BAD_ARGUMENT` for a name that no database can hold
 */
export function named(type: string, key: string, text: string, { viewer, pseudonyms }: GraphContext): object {
  const name = storableText(key, text);
  const right = ruleOf(type, key)[viewer.role];
  if (right === "shown") return { [key]: name };
  const id = pseudonyms?.open(type, name);
  if (id !== undefined) return { id };
  // A household's own name must not be found, or it could be tried out; what is open keeps its name.
  return right === "householdPseudonym" ? { [key]: name, recipientFamilyId: null } : { id: 0 };
}
