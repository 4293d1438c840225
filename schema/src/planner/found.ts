import type { GraphQLNamedType } from "graphql";
import { isObjectType } from "graphql";
import { visibleRows } from "../access/rows.ts";
import { named, type SingleField } from "../single.ts";
import { compileWhere } from "../sql/where.ts";
import { argumentsOf } from "./arguments.ts";
import { parsed, type Slot } from "./columns.ts";
import type { AskedField, Compiler } from "./compiler.ts";
import type { ObjectWriter } from "./complete.ts";
import { objectWriter } from "./object.ts";
import { Shape } from "./shape.ts";
import { aggregated } from "./tree.ts";
import { Unplanned } from "./unplanned.ts";

export { singleAt } from "../single.ts";

/** Adds to the root an object that is found by its code. */
export function singleWriter(
  compiler: Compiler,
  root: Shape,
  { key, model, policy }: SingleField,
  { field, node, nodes }: AskedField,
  type: GraphQLNamedType,
): ObjectWriter {
  if (!field || !isObjectType(type)) throw new Unplanned("an object of no type");
  const row = new Shape(model, root.aliases);
  row.column("id");
  const write = objectWriter(compiler, row, type, nodes);
  const args = argumentsOf<Record<string, string>>(field, node);
  const slot = root.add(
    aggregated(row, {
      where: [
        (binding) => {
          const { context, params } = binding;
          const where = {
            ...named(policy.type, key, args(binding)[key] ?? "", context),
            AND: [visibleRows(policy, context.viewer)],
          };
          return compileWhere(model, row.alias, where, params);
        },
      ],
      order: "",
      orderJoins: "",
    }),
  );
  return (slots, binding) => {
    const [found] = (parsed(slots[slot]) ?? []) as Slot[][];
    return found ? write(found, binding) : "null";
  };
}
