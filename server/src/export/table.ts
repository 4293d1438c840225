import {
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
} from "graphql";
import { type Asked, type Operation, Reader } from "./reader.ts";

/** How an operation's answer is a table: where its rows are, and what columns they have. */
export interface Table {
  /** Response keys from the root to the connection, list or analysis. */
  path: readonly string[];
  /** Name of the field, for the file. */
  name: string;
  /** From there to the rows. */
  rowPath: readonly string[];
  columns: readonly Column[];
  /** Where the rows are those of a connection that may have further pages: its field in the document. */
  connection?: FieldNode;
  /** Connections within the rows of which only the first page is asked for. */
  nested: ReadonlySet<FieldNode>;
  /** The object that has coordinates, nearest to the row: the row itself, or one that it is asked for with. */
  place?: { node: FieldNode; path: readonly string[] };
}

/** The rows of a table, page by page. */
export type Rows = AsyncIterable<readonly unknown[]>;

/** A column: a leaf of the rows, by the keys that lead to it. */
export interface Column {
  /** The keys with dots between, without the steps of connections. */
  name: string;
  path: readonly string[];
  /** Name of its scalar or enum. */
  type: string;
  description: string;
  /** What its value is of: the description of the field that it is asked for in, which may hold the unit. */
  of?: string;
}

/**
 * Finds the one list of an operation, nearest to the root.
 *
 * @throws {GraphQLError} `NOT_A_TABLE` when there is none, or several
 */
export function tableOf(operation: Operation): Table {
  const reader = new Reader(operation);
  const [list, ...more] = nearestLists(reader);
  if (!list) throw notATable("it holds no list. Ask for a connection, a list or an analysis");
  if (more.length > 0) {
    const names = [list, ...more].map(({ path }) => path.join("."));
    throw notATable(`it holds several lists: ${names.join(", ")}. Ask for one of them`);
  }
  const rows = rowsIn(reader, list);
  if (!rows) throw notATable(`${list.path.join(".")} is asked for no nodes, edges or rows. Ask for them`);
  return toTable(reader, list, rows);
}

/** The lists of an operation that are nearest to the root, without those that are asked for no rows. */
export function tablesOf(operation: Operation): Table[] {
  const reader = new Reader(operation);
  return nearestLists(reader).flatMap((list) => {
    const rows = rowsIn(reader, list);
    return rows ? [toTable(reader, list, rows)] : [];
  });
}

function nearestLists(reader: Reader): Asked[] {
  for (let level = reader.root(); level.length > 0; level = level.flatMap((asked) => reader.inside(asked))) {
    // Of an interface, a field is found once for each type.
    const lists = new Map(
      level.flatMap((asked) => (isTable(asked.field) ? [[asked.path.join("."), asked] as const] : [])),
    );
    if (lists.size > 0) return [...lists.values()];
  }
  return [];
}

/** The list itself, or a connection's nodes or edges, or an analysis' rows: the first of them that is asked for. */
function rowsIn(reader: Reader, list: Asked): Asked | undefined {
  if (!isConnection(list.field.type) && !isAnalysis(list.field.type)) return list;
  return reader.inside(list).find(({ field: { name } }) => name === "nodes" || name === "edges" || name === "rows");
}

function toTable(reader: Reader, { path, node, field }: Asked, rows: Asked): Table {
  const columns = new Columns(reader);
  columns.read(rows, [], []);
  return {
    path,
    name: field.name,
    rowPath: rows.path.slice(path.length),
    columns: [...columns.found.values()],
    ...(isConnection(field.type) && { connection: node }),
    nested: columns.nested,
    place: columns.place,
  };
}

/** Collects the leaves below a field; several of the same name, in fragments on different types, are one column. */
class Columns {
  readonly found = new Map<string, Column>();
  readonly nested = new Set<FieldNode>();
  place: Table["place"];
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  read(row: Asked, name: readonly string[], path: readonly string[]): void {
    this.#notePlace(row, path);
    for (const asked of this.#reader.inside(row)) {
      const { field, key, node } = asked;
      // How a page lies among others is not part of a row.
      if (field.name === "pageInfo") continue;
      const inner = [...path, key];
      const innerName = isStep(field) ? name : [...name, key];
      const type = getNamedType(field.type);
      if (isCompositeType(type)) {
        if (isConnection(field.type) && !isSized(node)) this.nested.add(node);
        this.read(asked, innerName, inner);
      } else {
        const { description } = field;
        const column = { name: innerName.join("."), path: inner, type: type.name, description: description ?? "" };
        // Of the row itself there is nothing more to say.
        const of = path.length > 0 ? row.field.description : undefined;
        this.found.set(inner.join("."), of ? { ...column, of } : column);
      }
    }
  }

  #notePlace({ field, node }: Asked, path: readonly string[]): void {
    const type = getNamedType(field.type);
    if (!isObjectType(type) || !("coordinates" in type.getFields())) return;
    // Of a list within the row there may be many, none of which is where the row is.
    const isOne = path.length === 0 || !isListType(getNullableType(field.type));
    if (isOne && path.length < (this.place?.path.length ?? Number.POSITIVE_INFINITY)) this.place = { node, path };
  }
}

/** Steps of a connection or an analysis that say nothing to a reader of columns. */
function isStep({ name, type }: GraphQLField<unknown, unknown>): boolean {
  return ["nodes", "edges", "node", "rows"].includes(name) && isCompositeType(getNamedType(type));
}

function isTable({ type }: GraphQLField<unknown, unknown>): boolean {
  return (
    isConnection(type) || isAnalysis(type) || (isListType(getNullableType(type)) && isCompositeType(getNamedType(type)))
  );
}

function isConnection(type: GraphQLField<unknown, unknown>["type"]): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && "pageInfo" in named.getFields() && "edges" in named.getFields();
}

function isAnalysis(type: GraphQLField<unknown, unknown>["type"]): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && "rows" in named.getFields() && "rowCount" in named.getFields();
}

/** Whether a page of a size of its own is asked for. */
export function isSized({ arguments: given }: FieldNode): boolean {
  return given?.some(({ name: { value } }) => value === "first" || value === "last" || value === "before") ?? false;
}

function notATable(why: string): GraphQLError {
  return new GraphQLError(`This answer cannot be a file of rows, for ${why}.`, {
    extensions: { code: "NOT_A_TABLE", http: { status: 400 } },
  });
}
