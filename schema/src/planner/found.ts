import { getNamedType, isObjectType } from "graphql";
import type { FoundField } from "../found.ts";
import { compileWhere } from "../sql/where.ts";
import { argumentsOf } from "./arguments.ts";
import { parsed, type Slot } from "./columns.ts";
import type { AskedField, Compiler } from "./compiler.ts";
import type { ObjectWriter } from "./complete.ts";
import { objectWriter } from "./object.ts";
import { SqlOrder, termsOf } from "./order.ts";
import { Shape } from "./shape.ts";
import type { Binding } from "./sql.ts";
import { listText } from "./text.ts";
import { aggregated } from "./tree.ts";
import { Unplanned } from "./unplanned.ts";

export { foundAt } from "../found.ts";

/** Adds to the root the objects that a field finds by its arguments and the viewer. */
export function foundWriter(
  compiler: Compiler,
  { model, where, orderBy }: FoundField,
  { field, node, nodes }: AskedField,
): ObjectWriter {
  const type = field && getNamedType(field.type);
  if (!field || !isObjectType(type)) throw new Unplanned("objects of no type");
  const rows = new Shape(model, compiler.root.aliases);
  rows.column("id");
  const write = objectWriter(compiler, rows, type, nodes);
  const args = argumentsOf<Record<string, string>>(field, node);
  const condition = (binding: Binding) => where(args(binding), binding.context);
  const terms = orderBy ? termsOf(orderBy) : [];
  const order = new SqlOrder(model, rows.alias, terms);
  const slot = compiler.root.add(
    aggregated(rows, {
      where: [
        (binding) => {
          const given = binding.once(condition);
          return given ? compileWhere(model, rows.alias, given, binding.params) : "FALSE";
        },
      ],
      order: order.by(terms, false),
      orderJoins: order.joins.join(" "),
    }),
  );
  return (_slots, binding) => {
    if (!binding.once(condition)) return "null";
    const found = (parsed(binding.root[slot]) ?? []) as Slot[][];
    if (orderBy) return listText(found, (row) => write(row, binding));
    const [one] = found;
    return one ? write(one, binding) : "null";
  };
}
