import { type GraphQLObjectType, getNamedType, isInterfaceType } from "graphql";
import { policyOf } from "../access/policy.ts";
import { visibleRows } from "../access/rows.ts";
import { isNode } from "../builder.ts";
import { LARGEST_PAGE } from "../connection/page-size.ts";
import { decodeGlobalID } from "../global-id.ts";
import { compileWhere } from "../sql/where.ts";
import { argumentsOf } from "./arguments.ts";
import { parsed, type Slot } from "./columns.ts";
import type { AskedField, Compiler } from "./compiler.ts";
import type { ObjectWriter } from "./complete.ts";
import { objectWriter } from "./object.ts";
import { Shape } from "./shape.ts";
import { type Binding, type Piece, render } from "./sql.ts";
import { aggregated } from "./tree.ts";
import { Unplanned } from "./unplanned.ts";

/** Objects of one type among those that are asked for by their ids. */
interface Kind {
  write: ObjectWriter;
  id: number;
  rows: Piece;
}

/** Adds to the root the objects with some global ids: each type that they are of is one list in the statement. */
export function nodesWriter(compiler: Compiler, root: Shape, { field, node, nodes }: AskedField): ObjectWriter {
  const type = field && getNamedType(field.type);
  if (!field || !isInterfaceType(type)) throw new Unplanned("nodes of one type");
  const isOne = field.name === "node";
  const args = argumentsOf<{ id?: string; ids?: readonly string[] }>(field, node);
  /** The ids of rows, by type, in the order in which the types first come. */
  const wanted = (binding: Binding) => {
    const { id, ids = [id ?? ""] } = args(binding);
    if (ids.length > LARGEST_PAGE) throw new Unplanned("more nodes than a page holds");
    const found = ids.map((one) => decodeGlobalID(one, isNode, binding.context));
    return { found, byType: Map.groupBy(found, ({ typename }) => typename) };
  };
  const kinds = new Map(
    compiler.schema
      .getPossibleTypes(type)
      .map((possible) => [
        possible.name,
        attempt(() => kindOf(compiler, root, possible, nodes, (binding) => binding.once(wanted).byType)),
      ]),
  );
  const kindNamed = (name: string): Kind => {
    const kind = kinds.get(name);
    if (kind instanceof Unplanned || !kind) throw kind ?? new Unplanned(`nodes of ${name}`);
    return kind;
  };
  const slot = root.add((binding) => {
    const rows = [...binding.once(wanted).byType.keys()].map((name) => render(kindNamed(name).rows, binding));
    return `json_build_array(${rows.join(", ")})`;
  });
  return (slots, binding) => {
    const { found, byType } = binding.once(wanted);
    const lists = parsed(slots[slot]) as (Slot[][] | null)[];
    const rowOf = new Map(
      [...byType.keys()].flatMap((name, i) => {
        const { id } = kindNamed(name);
        return (lists[i] ?? []).map((row) => [`${name} ${row[id]}`, row] as const);
      }),
    );
    const texts = found.map(({ typename, id }) => {
      const row = rowOf.get(`${typename} ${id}`);
      return row ? kindNamed(typename).write(row, binding) : "null";
    });
    return isOne ? (texts[0] ?? "null") : `[${texts.join(",")}]`;
  };
}

/** What a type cannot be asked for matters only where an object of it is. */
function attempt(make: () => Kind): Kind | Unplanned {
  try {
    return make();
  } catch (error) {
    if (error instanceof Unplanned) return error;
    throw error;
  }
}

function kindOf(
  compiler: Compiler,
  root: Shape,
  type: GraphQLObjectType,
  nodes: AskedField["nodes"],
  byType: (binding: Binding) => ReadonlyMap<string, { id: string }[]>,
): Kind {
  const { pothosPrismaModel: model } = type.extensions as { pothosPrismaModel?: string };
  if (!model) throw new Unplanned(`${type.name}, which is of no model`);
  const shape = new Shape(model, root.aliases);
  const id = shape.column("id");
  const write = objectWriter(compiler, shape, type, nodes);
  const where: Piece = (binding) => {
    const ids = (byType(binding).get(type.name) ?? []).map((one) => Number(one.id));
    const visible = visibleRows(policyOf(type.name), binding.context.viewer);
    return compileWhere(model, shape.alias, { id: { in: ids }, AND: [visible] }, binding.params);
  };
  return { write, id, rows: aggregated(shape, { where: [where], order: "", orderJoins: "" }) };
}
