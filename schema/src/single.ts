import { queryFromInfo } from "@pothos/plugin-prisma";
import { type AnyObject, builder } from "./builder.ts";
import { delegate, type ModelName } from "./connection/rows.ts";
import { storableText } from "./errors.ts";

/** Adds a field to the query root that finds one object by its code; null when there is none. */
export function findBy(
  field: string,
  key: { name: string; description: string },
  target: { model: ModelName; node: AnyObject },
  description: string,
): void {
  builder.queryField(field, (t) =>
    t.field({
      type: target.node,
      nullable: true,
      description,
      args: { [key.name]: t.arg.string({ required: true, description: key.description }) },
      resolve: (_root, args, context, info) =>
        delegate(context.prisma, target.model).findUnique({
          ...queryFromInfo({ context, info, select: { id: true } }),
          where: { [key.name]: storableText(key.name, args[key.name] ?? "") },
        }),
    }),
  );
}
