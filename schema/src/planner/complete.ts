import {
  type FieldNode,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { Slot } from "./columns.ts";
import type { Compiler } from "./compiler.ts";
import { foundAt, foundWriter } from "./found.ts";
import type { Binding } from "./sql.ts";
import { listText, objectText, prefixOf } from "./text.ts";
import { type LiveRow, ROW, WRITE } from "./tree.ts";
import { Unplanned } from "./unplanned.ts";

/** Writes what is asked of a row as JSON; `nodes` tell for which of several selections, where a row stands behind more than one. */
export type ObjectWriter = (slots: readonly Slot[], binding: Binding, nodes?: readonly FieldNode[]) => string;

/** Writes a value, as a resolver gives it, as JSON. */
export type Completer = (value: unknown, binding: Binding, row: readonly Slot[]) => string;

/** How a value of a type is written: by its own fields, or where it is a row of the statement, as that row is. */
export function completer(compiler: Compiler, type: GraphQLOutputType, nodes: readonly FieldNode[]): Completer {
  if (isNonNullType(type)) {
    const inner = completer(compiler, type.ofType, nodes);
    return (value, binding, row) => {
      const text = inner(value, binding, row);
      if (text === "null") throw new Unplanned("a value that is missing where there must be one");
      return text;
    };
  }
  if (isListType(type)) {
    const inner = completer(compiler, type.ofType, nodes);
    return (value, binding, row) => {
      if (value === null || value === undefined) return "null";
      return listText(value as Iterable<unknown>, (item) => inner(item, binding, row));
    };
  }
  if (isLeafType(type)) return leaf(type);
  const named = getNamedType(type);
  const plain = isObjectType(named) ? lazily(() => plainObject(compiler, named, nodes)) : undefined;
  return (value, binding, row) => {
    if (value === null || value === undefined) return "null";
    const write = (value as LiveRow)[WRITE];
    if (write) return write((value as LiveRow)[ROW] ?? row, binding, nodes);
    if (!plain) throw new Unplanned(`a ${named.name} that is no row of the statement`);
    return plain()(value, binding, row);
  };
}

export function leaf(type: GraphQLLeafType): Completer {
  const names = isEnumType(type)
    ? new Map(type.getValues().map(({ name, value }): [unknown, string] => [value, JSON.stringify(name)]))
    : undefined;
  return (value) => {
    if (value === null || value === undefined) return "null";
    const name = names?.get(value);
    if (name) return name;
    const serialized = type.serialize(value);
    return serialized === null || serialized === undefined ? "null" : JSON.stringify(serialized);
  };
}

/** An object that is part of a record: its fields read it, and nothing else. */
function plainObject(compiler: Compiler, type: GraphQLObjectType, nodes: readonly FieldNode[]): Completer {
  const parts = compiler.fieldsOf(type, nodes).map((asked) => {
    const { key, field, nodes: own } = asked;
    const prefix = prefixOf(key);
    if (!field) return { prefix, write: () => JSON.stringify(type.name) };
    compiler.checkShown(type, field.name);
    const found = foundAt(field);
    if (found) {
      const list = foundWriter(compiler, found, asked);
      return { prefix, write: (_value: unknown, binding: Binding, row: readonly Slot[]) => list(row, binding) };
    }
    const read = compiler.reader(type, field, own);
    const complete = completer(compiler, field.type, own);
    const write: Completer = (value, binding, row) => complete(read(value, binding), binding, row);
    return { prefix, write };
  });
  return objectText(parts);
}

/** An object of the root that is no record, and which its resolver makes of the viewer. */
export function valueWriter(
  compiler: Compiler,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
): ObjectWriter {
  const read = compiler.reader(type, field, nodes);
  const named = getNamedType(field.type);
  if (!isObjectType(named)) throw new Unplanned(`${field.name}, which is no object`);
  const write = plainObject(compiler, named, nodes);
  return (slots, binding) => write(read(undefined, binding), binding, slots);
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
