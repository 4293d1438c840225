import { collectFields, collectSubFields } from "@graphql-tools/utils";
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
} from "graphql";

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
}

/** A column: a leaf of the rows, by the keys that lead to it. */
export interface Column {
  name: string;
  path: readonly string[];
  type: string;
  description: string;
  /** What its value is of: the description of the field that it is asked for in, which may hold the unit. */
  of?: string;
}

interface Document {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName: string | null | undefined;
  variableValues: unknown;
}

interface Found {
  path: string[];
  node: FieldNode;
  nodes: readonly FieldNode[];
  field: GraphQLField<unknown, unknown>;
}

/**
 * Finds the one list of an operation, nearest to the root.
 *
 * @throws {GraphQLError} `NOT_A_TABLE` when there is none, or several
 */
export function tableOf(source: Document): Table {
  const reader = new Reader(source);
  const lists = reader.lists();
  if (lists.length > 1) {
    throw notATable(
      `it holds several lists: ${lists.map(({ path }) => path.join(".")).join(", ")}. Ask for one of them`,
    );
  }
  const [list] = lists;
  if (list) return reader.table(list);
  throw notATable("it holds no list. Ask for a connection, a list or an analysis");
}

/** All lists of an operation that are as near to the root as the nearest; those of which no rows are asked for are left out. */
export function tablesOf(source: Document): Table[] {
  const reader = new Reader(source);
  return reader.lists().flatMap((list) => {
    try {
      return [reader.table(list)];
    } catch (error) {
      if (error instanceof GraphQLError) return [];
      throw error;
    }
  });
}

function notATable(why: string): GraphQLError {
  return new GraphQLError(`This answer cannot be a file of rows, for ${why}.`, {
    extensions: { code: "NOT_A_TABLE", http: { status: 400 } },
  });
}

class Reader {
  readonly #source: Document;
  readonly #fragments: Record<string, FragmentDefinitionNode> = {};

  constructor(source: Document) {
    this.#source = source;
    for (const definition of source.document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments[definition.name.value] = definition;
    }
  }

  #root(): Found[] {
    const { schema, document, operationName, variableValues } = this.#source;
    const operation = getOperationAST(document, operationName);
    const type = operation && schema.getRootType(operation.operation);
    if (!operation || !type) return [];
    const { fields } = collectFields(schema, this.#fragments, variableValues as never, type, operation.selectionSet);
    return this.#found(type, fields, []);
  }

  /** The lists of the first level that has any. */
  lists(): Found[] {
    for (let level = this.#root(); level.length > 0; level = level.flatMap((found) => this.#inside(found))) {
      const lists = level.filter(({ field }) => this.#isTable(field));
      if (lists.length > 0) return lists;
    }
    return [];
  }

  #inside({ path, nodes, field }: Found): Found[] {
    return this.#objects(field).flatMap((type) => this.#found(type, this.#subFields(type, nodes), path));
  }

  #isTable({ type }: GraphQLField<unknown, unknown>): boolean {
    return (
      (isListType(getNullableType(type)) && isCompositeType(getNamedType(type))) || rowsFieldOf(type) !== undefined
    );
  }

  table(found: Found): Table {
    const { path, node, nodes, field } = found;
    const named = getNamedType(field.type);
    const columns = (from: Found, prefix: readonly string[]) => this.#columns(from, prefix, []);
    if (!isObjectType(named) || !rowsFieldOf(field.type)) {
      return { path, name: field.name, rowPath: [], columns: columns(found, []) };
    }
    // A connection's nodes or edges, or an analysis' rows: the first of them that is asked for.
    const inner = this.#found(named, this.#subFields(named, nodes), []);
    const rows = inner.find(({ field: { name } }) => name === "nodes" || name === "edges" || name === "rows");
    if (!rows) throw notATable(`${path.join(".")} is asked for no nodes, edges or rows. Ask for them`);
    const isConnection = "pageInfo" in named.getFields();
    return {
      path,
      name: field.name,
      rowPath: rows.path,
      columns: columns(rows, []),
      ...(isConnection && { connection: node }),
    };
  }

  /** The leaves below a field; several of the same name, in fragments on different types, are one column. */
  #columns({ nodes, field }: Found, prefix: readonly string[], keys: readonly string[]): Column[] {
    const columns = new Map<string, Column>();
    for (const type of this.#objects(field)) {
      for (const inner of this.#found(type, this.#subFields(type, nodes), [])) {
        const [key = ""] = inner.path;
        // How a page lies among others is not part of a row.
        if (inner.field.name === "pageInfo" || inner.field.name.startsWith("__")) continue;
        const path = [...keys, key];
        const name = isThrough(inner.field) ? prefix : [...prefix, key];
        if (isCompositeType(getNamedType(inner.field.type))) {
          for (const column of this.#columns(inner, name, path)) columns.set(column.path.join("."), column);
        } else {
          columns.set(path.join("."), {
            name: name.join("."),
            path,
            type: String(inner.field.type),
            description: inner.field.description ?? "",
            ...(keys.length > 0 && { of: field.description ?? "" }),
          });
        }
      }
    }
    return [...columns.values()];
  }

  #found(type: GraphQLObjectType, fields: Map<string, FieldNode[]>, path: readonly string[]): Found[] {
    return [...fields].flatMap(([key, nodes]) => {
      const [node] = nodes;
      const field = node && type.getFields()[node.name.value];
      return node && field ? [{ path: [...path, key], node, nodes, field }] : [];
    });
  }

  #subFields(type: GraphQLObjectType, nodes: readonly FieldNode[]): Map<string, FieldNode[]> {
    const { schema, variableValues } = this.#source;
    return collectSubFields(schema, this.#fragments, variableValues as never, type, [...nodes]).fields;
  }

  #objects({ type }: GraphQLField<unknown, unknown>): readonly GraphQLObjectType[] {
    const named = getNamedType(type);
    if (isObjectType(named)) return [named];
    return isAbstractType(named) ? this.#source.schema.getPossibleTypes(named) : [];
  }
}

/** Steps of a connection that say nothing to a reader of columns. */
function isThrough({ name, type }: GraphQLField<unknown, unknown>): boolean {
  return (
    (name === "nodes" || name === "edges" || name === "node" || name === "rows") && isCompositeType(getNamedType(type))
  );
}

/** The field that holds the rows of a connection or an analysis. */
function rowsFieldOf(type: GraphQLField<unknown, unknown>["type"]): string | undefined {
  const named = getNamedType(type);
  if (!isObjectType(named)) return undefined;
  const fields = named.getFields();
  if ("pageInfo" in fields && "nodes" in fields) return "nodes";
  return "rows" in fields && "rowCount" in fields ? "rows" : undefined;
}
