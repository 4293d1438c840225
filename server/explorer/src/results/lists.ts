import { type GraphQLSchema, parse } from "graphql";
import { coercedVariables } from "../../../src/export/coerced-variables.ts";
import { at } from "../../../src/export/flatten.ts";
import { type Column, tablesOf } from "../../../src/export/table.ts";
import type { Answer } from "../request/fetcher.ts";

/** Rows that can be looked at: a list of an answer, or the lists inside its rows, one after the other. */
export interface List {
  id: string;
  /** What a row is: the list's place in the answer. */
  name: string;
  columns: readonly Column[];
  rows: readonly unknown[];
  /** How many there are in all, where the answer tells of more than are here. */
  total?: number;
}

/** Every list of an answer that can be a table, the outermost first. */
export function listsOf(schema: GraphQLSchema, answer: Answer): List[] {
  const { query, operationName, variables, result } = answer;
  const source = { schema, document: parse(query), operationName, variableValues: variables };
  const tables = tablesOf({ ...source, variableValues: coercedVariables(source) });
  return tables.flatMap((table) => {
    const held = at(result.data, table.path);
    const found = at(held, table.rowPath);
    const rows = Array.isArray(found) ? found : [];
    const name = table.path.join(".");
    const total = (held as { totalCount?: number | null } | null)?.totalCount ?? undefined;
    const outer: List = { id: name, name, columns: table.columns, rows, ...(total !== undefined && { total }) };
    return [outer, ...innerLists(outer)];
  });
}

/** The list that most likely answers the question: the outermost whose rows hold a number of their own. */
export function mainList(lists: readonly List[]): List | undefined {
  return lists.find((list) => singleColumns(list).some(isNumeric)) ?? lists[0];
}

/** The columns that hold one value in each row, rather than those of a list inside it. */
export function singleColumns({ columns, rows }: List): Column[] {
  return columns.filter(({ path }) => listPathsIn(rows, path).length === 0);
}

export function isNumeric({ type }: Column): boolean {
  return /^(Int|Float|Decimal)!?$/.test(type);
}

function innerLists({ id, name, columns, rows }: List): List[] {
  const paths = new Map<string, string[]>();
  for (const column of columns) for (const path of listPathsIn(rows, column.path)) paths.set(path.join("."), path);
  return [...paths.values()].map((path) => {
    const unrolled = rows.flatMap((row) => unroll(row, path));
    const key = path.join(".");
    const named = columns.find((column) => column.path.join(".").startsWith(`${key}.`))?.name ?? key;
    const list = {
      id: `${id}/${key}`,
      name: `${name}.${named.split(".").slice(0, -1).join(".") || key}`,
      columns,
      rows: unrolled,
    };
    return { ...list, columns: singleColumns(list) };
  });
}

/** The beginnings of a path at which the rows hold a list. */
function listPathsIn(rows: readonly unknown[], path: readonly string[]): string[][] {
  const found: string[][] = [];
  for (let length = 1; length <= path.length; length += 1) {
    const start = path.slice(0, length);
    if (rows.some((row) => reaches(row, start))) found.push(start);
  }
  return found;
}

/** Whether the path ends at a list; through other lists on the way. */
function reaches(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (Array.isArray(value)) return key === undefined || value.some((item) => reaches(item, [key, ...rest]));
  if (key === undefined || typeof value !== "object" || value === null) return false;
  return reaches((value as Record<string, unknown>)[key], rest);
}

/** The row once for each item that its path leads to, with that item in the list's place. */
function unroll(value: unknown, [key, ...rest]: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => unroll(item, key === undefined ? [] : [key, ...rest]));
  if (key === undefined || typeof value !== "object" || value === null) return [value];
  return unroll((value as Record<string, unknown>)[key], rest).map((inner) => ({ ...value, [key]: inner }));
}
