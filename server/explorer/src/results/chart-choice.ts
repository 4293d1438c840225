import { cellOf } from "../../../src/export/flatten.ts";
import type { Column } from "../../../src/export/table.ts";
import { isNumeric, type List, singleColumns } from "./lists.ts";
import { isTime, isYear, numberIn } from "./values.ts";

/** What a chart shows. */
export interface ChartChoice {
  kind: "bar" | "line";
  /** By path. */
  x: string;
  y: string;
  colour: string;
}

/** More colours than this cannot be told apart. */
const MOST_COLOURS = 16;

export const pathOf = ({ path }: Column): string => path.join(".");

/** The columns that can be drawn as lengths. */
export function measuresOf(list: List): Column[] {
  return singleColumns(list).filter((column) => isNumeric(column) && !isYear(column));
}

/** The columns that rows can be told apart by. */
export function dimensionsOf(list: List): Column[] {
  return singleColumns(list).filter((column) => !isNumeric(column) || isYear(column));
}

/** The picture that suits the columns: lines along time, else bars; coloured by what else tells the rows apart. */
export function chartChoice(list: List): ChartChoice | undefined {
  const measures = measuresOf(list);
  // A count says how many records a measure is of; it is drawn where there is nothing else.
  const y =
    measures.find(({ path }) => !/^(count|share|totalCount|suppressed)$/.test(path.at(-1) ?? "")) ?? measures[0];
  if (!y) return undefined;
  const told = dimensionsOf(list)
    .filter(({ path }) => path[0] !== "suppressed" && path.at(-1) !== "currency")
    .map((column) => ({ column, values: valuesOf(list, column, y) }));
  const time = told.find(({ column, values }) => isTime(column) && values > 1);
  const named = told
    .filter(({ column, values }) => !isTime(column) && values > 1)
    .sort((a, b) => rank(a.column) - rank(b.column));
  const x = time ?? named[0] ?? told[0];
  if (!x) return undefined;
  const colour = named.find(
    ({ column, values }) =>
      column !== x.column && values <= MOST_COLOURS && rank(column) === 0 && !isNameOf(column, x.column),
  );
  const repeats = x.values < list.rows.length;
  return {
    kind: time ? "line" : "bar",
    x: pathOf(x.column),
    y: pathOf(y),
    colour: colour && repeats ? pathOf(colour.column) : "",
  };
}

/** How many different values the rows have that can be drawn. */
function valuesOf({ rows }: List, column: Column, y: Column): number {
  return new Set(rows.filter((row) => numberIn(row, y) !== null).map((row) => cellOf(row, column))).size;
}

/** Names and kinds before codes. */
function rank({ path }: Column): number {
  return /^(code|ubigeo|id|identifier)$/.test(path.at(-1) ?? "") ? 1 : 0;
}

/** Whether two columns say the same of the same object, as a region's code and its name. */
function isNameOf(one: Column, other: Column): boolean {
  const place = (column: Column) => column.path.slice(0, -1).join(".");
  return place(one) === place(other) && (rank(one) > 0 || rank(other) > 0);
}
