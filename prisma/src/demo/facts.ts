import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** One line of a CSV file of prisma/data, by column; an empty cell is the empty string. */
export type Fact<Column extends string> = Readonly<Record<Column, string>>;

/** Reads a file of prisma/data; a column that is asked for and not there is an error. */
export function readFacts<Column extends string>(file: string, ...columns: Column[]): Fact<Column>[] {
  const text = readFileSync(new URL(`../../data/${file}.csv`, import.meta.url), "utf8");
  const facts = parse<Fact<Column>>(text, { columns: true });
  const missing = columns.filter((column) => facts[0]?.[column] === undefined);
  if (missing.length > 0) throw new Error(`prisma/data/${file}.csv has no column ${missing.join(", ")}`);
  return facts;
}

/** The cell's number; null where the cell is empty. */
export function numberOrNull(cell: string): number | null {
  return cell === "" ? null : Number(cell);
}

export function textOrNull(cell: string): string | null {
  return cell === "" ? null : cell;
}

/** The cell as a value of an enum of the model. */
export function oneOf<T extends string>(values: Readonly<Record<string, T>>, cell: string): T {
  const value = Object.values(values).find((candidate) => candidate === cell);
  if (value === undefined) throw new Error(`${cell} is none of ${Object.values(values).join(", ")}`);
  return value;
}

/** The parts of a cell that holds a list. */
export function list(cell: string): string[] {
  return cell === "" ? [] : cell.split(";");
}

/** Numbers rows from 1 in the order given and finds a row's number by its code. */
export class Ids {
  readonly #ids: Map<string, number>;

  constructor(codes: Iterable<string>) {
    this.#ids = new Map([...codes].map((code, index) => [code, index + 1]));
  }

  of(code: string): number {
    const id = this.#ids.get(code);
    if (id === undefined) throw new Error(`Nothing has the code ${code}.`);
    return id;
  }

  orNull(code: string): number | null {
    return code === "" ? null : this.of(code);
  }
}
