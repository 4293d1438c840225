import { cellOf } from "../../../src/export/flatten.ts";
import type { Column } from "../../../src/export/table.ts";
import { isAdditive, numberIn } from "./values.ts";

/** What is drawn of one or several rows. */
export interface Point {
  x: string;
  y: number;
  colour: string;
}

/** The rows as points: those that fall together are added up where their values can be, else averaged. */
export function pointsOf(
  rows: readonly unknown[],
  columns: { x: Column; y: Column; colour?: Column },
  words: { noValue: string; yes: string; no: string },
): { points: Point[]; withheld: number; isCombined: boolean } {
  const groups = new Map<string, { x: string; colour: string; values: number[] }>();
  const text = (row: unknown, column: Column): string => {
    const cell = cellOf(row, column);
    // In a legend a bare "yes" says nothing.
    if (typeof cell === "boolean") return `${column.path.at(-1)}: ${cell ? words.yes : words.no}`;
    return String(cell ?? words.noValue);
  };
  let withheld = 0;
  for (const row of rows) {
    const value = numberIn(row, columns.y);
    if (value === null) {
      withheld += 1;
      continue;
    }
    const x = text(row, columns.x);
    const colour = columns.colour ? text(row, columns.colour) : "";
    const group = groups.get(`${x}\0${colour}`) ?? { x, colour, values: [] };
    group.values.push(value);
    groups.set(`${x}\0${colour}`, group);
  }
  const points = [...groups.values()].map(({ x, colour, values }) => ({ x, colour, y: combined(values, columns.y) }));
  return { points, withheld, isCombined: [...groups.values()].some(({ values }) => values.length > 1) };
}

/** One value for several rows. */
export function combined(values: readonly number[], column: Column): number {
  const sum = values.reduce((total, value) => total + value, 0);
  return isAdditive(column) ? sum : sum / values.length;
}
