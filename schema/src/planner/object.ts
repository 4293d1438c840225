import { type GraphQLField, type GraphQLObjectType, getNamedType, isLeafType, isObjectType } from "graphql";
import { masks } from "../access/masks.ts";
import type { MaskName } from "../access/policy.ts";
import { analysisAt } from "../analysis/fields.ts";
import { connectionAt } from "../connection/fields.ts";
import { encodeGlobalID } from "../global-id.ts";
import { analysisWriter } from "./analysis.ts";
import { decode, parsed, type Slot } from "./columns.ts";
import { type AskedField, type Compiler, extensionsOf } from "./compiler.ts";
import { completer, leaf, type ObjectWriter } from "./complete.ts";
import { connectionWriter } from "./connection.ts";
import { Shape } from "./shape.ts";
import type { Binding } from "./sql.ts";
import { listText, objectText, prefixOf } from "./text.ts";
import { type Asked, type Build, buildSelection, columnOf, type LiveRow, many, ROW, WRITE } from "./tree.ts";
import { Unplanned } from "./unplanned.ts";

type Field = GraphQLField<unknown, unknown>;
type Write = ObjectWriter;

/** Adds to a shape what is asked of its rows, and tells how a row is written. */
export function objectWriter(
  compiler: Compiler,
  shape: Shape,
  type: GraphQLObjectType,
  nodes: AskedField["nodes"],
): ObjectWriter {
  const parts = compiler.fieldsOf(type, nodes).map((asked) => ({
    prefix: prefixOf(asked.key),
    write: fieldWriter(compiler, shape, type, asked),
  }));
  return objectText(parts);
}

function fieldWriter(compiler: Compiler, shape: Shape, type: GraphQLObjectType, asked: AskedField): Write {
  const { field } = asked;
  if (!field) {
    const name = JSON.stringify(type.name);
    return () => name;
  }
  const mask = compiler.checkShown(type, field.name);
  const analysis = analysisAt(field);
  if (analysis) return analysisWriter(compiler, shape, analysis, asked);
  const edge = connectionAt(field);
  if (edge) return connectionWriter(compiler, shape, edge, asked);
  const { pothosExposedField: column, pothosPrismaRelationField: relation } = extensionsOf(field);
  if (relation) return relationWriter(compiler, shape, field, asked);
  if (field.name === "id" && type.getInterfaces().some(({ name }) => name === "Node")) {
    const id = shape.column("id");
    const plain: Write = (slots) => `"${encodeGlobalID(type.name, slots[id] as string)}"`;
    return mask ? masked(shape, type, mask, (slots) => slots[id], leaf(namedLeaf(field))) : plain;
  }
  if (column && shape.has(column)) {
    const build = columnOf(shape, column);
    if (mask) return masked(shape, type, mask, build, leaf(namedLeaf(field)));
    return columnWriter(compiler, shape, field, column);
  }
  const selection = selectionOf(compiler, field, asked);
  const fill = buildSelection(shape, selection);
  const id = shape.column("id");
  const resolve = compiler.resolver(type, field, asked.nodes);
  const read = (slots: readonly Slot[], binding: Binding) => {
    const row: LiveRow = { id: Number(slots[id]) };
    fill(slots, row);
    return resolve(row, binding);
  };
  const complete = completer(compiler, field.type, asked.nodes);
  return mask
    ? masked(shape, type, mask, read, complete)
    : (slots, binding) => complete(read(slots, binding), binding, slots);
}

function namedLeaf(field: Field) {
  const type = getNamedType(field.type);
  if (!isLeafType(type)) throw new Unplanned(`${field.name}, which is no value`);
  return type;
}

/** A column as it is. */
export function columnWriter(compiler: Compiler, shape: Shape, field: Field, name: string): Write {
  const slot = shape.column(name);
  const type = shape.table.columns[name]?.type ?? "text";
  // What the statement gives is written as it comes.
  if (type === "int4" || type === "bool") return (slots) => String(slots[slot]);
  const leafType = namedLeaf(field);
  if (type === "text" && (leafType.name === "String" || leafType.name === "ID"))
    return (slots) => JSON.stringify(slots[slot] ?? null);
  if (type === "date" && leafType.name === "Date")
    return (slots) => (slots[slot] === null ? "null" : `"${slots[slot]}"`);
  if ((type === "numeric" || type === "float8") && leafType.name === "Float")
    return (slots) => (slots[slot] === null ? "null" : String(Number(slots[slot])));
  const complete = completer(compiler, field.type, []);
  return (slots, binding) => complete(decode(slots[slot], type), binding, slots);
}

function masked(
  shape: Shape,
  type: GraphQLObjectType,
  name: MaskName,
  read: (slots: readonly Slot[], binding: Binding) => unknown,
  complete: ReturnType<typeof leaf>,
): Write {
  const id = shape.column("id");
  const recipient = shape.has("recipientFamilyId") ? shape.column("recipientFamilyId") : undefined;
  return (slots, binding) => {
    const value = read(slots, binding);
    if (value === null || value === undefined) return "null";
    const family = recipient === undefined ? undefined : slots[recipient];
    const row = {
      id: Number(slots[id]),
      recipientFamilyId: family === null || family === undefined ? family : Number(family),
    };
    return complete(masks[name](value as never, row, type.name, binding.context), binding, slots);
  };
}

/** A relation as the Prisma model has it. */
function relationWriter(compiler: Compiler, shape: Shape, field: Field, { nodes }: AskedField): Write {
  const type = getNamedType(field.type);
  const { pothosPrismaRelationField: relation } = extensionsOf(field);
  if (!relation || !isObjectType(type)) throw new Unplanned(`${field.name}, which is no plain relation`);
  const { select: selection } = selected(field, (query) => ({ query })) as {
    select: Record<string, { query?: Record<string, unknown> }>;
  };
  const { orderBy, where, ...rest } = selection[relation.name]?.query ?? {};
  for (const other of Object.keys(rest)) throw new Unplanned(`${other} of a relation`);
  if (!relation.isList) {
    const { shape: inner, presence } = shape.one(relation.name);
    const write = objectWriter(compiler, inner, type, nodes);
    return (slots, binding) => (slots[presence] === null ? "null" : write(slots, binding));
  }
  const inner = new Shape(shape.relation(relation.name).model, shape.aliases);
  const write = objectWriter(compiler, inner, type, nodes);
  inner.column("id");
  const slot = shape.add(many(shape, inner, relation.name, orderBy, where as object | undefined));
  return (slots, binding) => {
    return listText((parsed(slots[slot]) ?? []) as Slot[][], (row) => write(row, binding));
  };
}

/** What a field selects, where that does not depend on arguments. */
function selected(field: Field, nested: (selection: unknown, path?: readonly string[], type?: string) => unknown) {
  const { pothosPrismaSelect: select } = extensionsOf(field);
  if (typeof select !== "function") return select as Record<string, unknown> | undefined;
  if (field.args.length > 0) throw new Unplanned(`${field.name}, which selects by its arguments`);
  return select({}, {}, nested) as Record<string, unknown>;
}

/** What a field with code of its own selects; in it, what the operation asks for of the objects that it leads to. */
function selectionOf(compiler: Compiler, field: Field, { nodes }: AskedField): Record<string, unknown> {
  const named = getNamedType(field.type);
  const made = selected(field, (_selection, path = [], typeName = named.name): Asked => {
    const type = compiler.schema.getType(typeName);
    if (path.length > 0 || !isObjectType(type))
      throw new Unplanned(`${field.name}, which selects in a way that is not known here`);
    return { asked: (inner) => liveRow(inner, objectWriter(compiler, inner, type, nodes)) };
  });
  if (!made) throw new Unplanned(`${field.name}, which has code of its own`);
  return (made.select ?? made) as Record<string, unknown>;
}

/** A row as a resolver is handed it, which passes it on to be written. */
function liveRow(shape: Shape, write: ObjectWriter): { build: Build } {
  const id = shape.column("id");
  return { build: (slots) => (slots[id] === null ? null : { id: Number(slots[id]), [WRITE]: write, [ROW]: slots }) };
}
