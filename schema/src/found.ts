import { queryFromInfo } from "@pothos/plugin-prisma";
import type { GraphQLResolveInfo } from "graphql";
import { type Policy, rootPolicy, ruleOf, rules } from "./access/policy.ts";
import { visibleRows } from "./access/rows.ts";
import { type AnyObject, builder } from "./builder.ts";
import type { WhereValue } from "./connection/logic.ts";
import { delegate, type ModelName } from "./connection/rows.ts";
import type { GraphContext } from "./context.ts";
import { storableText } from "./errors.ts";

/** How a field finds objects by its arguments and the viewer alone, whatever it hangs on. */
export interface FoundField {
  model: ModelName;
  /** @returns undefined where the answer is null */
  where(args: Record<string, string>, context: GraphContext): WhereValue | undefined;
  /** For a list of all that there are, rather than one. */
  orderBy?: Record<string, "asc" | "desc">;
}

/** How a field of the schema finds objects, for whoever answers it in another way. */
export function foundAt({ extensions }: { extensions: object }): FoundField | undefined {
  return (extensions as { chacraFound?: FoundField }).chacraFound;
}

const marked = (chacraFound: FoundField) => ({ chacraFound });

/** A list of all objects that meet a condition: what stands on its field. */
export function listOf(found: FoundField) {
  return {
    extensions: marked(found),
    resolve: (_parent: unknown, args: object, context: GraphContext, info: GraphQLResolveInfo) => {
      const where = found.where(args as Record<string, string>, context);
      const query = queryFromInfo({ context, info, select: { id: true } });
      // The model of the rows is that of the field's type, which the two say apart.
      return (where &&
        delegate(context.prisma, found.model).findMany({ ...query, where, orderBy: found.orderBy })) as never;
    },
  };
}

/** Adds a field to the query root that finds one object by its code; null when there is none that the viewer sees. */
export function findBy(
  field: string,
  key: { name: string; description: string },
  target: { model: ModelName; node: AnyObject; policy: Policy },
  description: string,
): void {
  const { model, policy } = target;
  const found: FoundField = {
    model,
    where: (args, context) => ({
      ...named(policy.type, key.name, args[key.name] ?? "", context),
      AND: [visibleRows(policy, context.viewer)],
    }),
  };
  rootPolicy(field, policy.rows.kind === "household" ? rules.record : rules.open);
  builder.queryField(field, (t) =>
    t.field({
      type: target.node,
      nullable: true,
      description,
      args: { [key.name]: t.arg.string({ required: true, description: key.description }) },
      extensions: marked(found),
      resolve: (_root, args, context, info) =>
        delegate(context.prisma, model).findUnique({
          ...queryFromInfo({ context, info, select: { id: true } }),
          where: found.where(args as Record<string, string>, context),
        }),
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
