import type { Prisma } from "./generated/client/client.ts";
import generated from "./generated/tables.ts";

/** A model as SQL knows it. */
export interface Table {
  name: string;
  columns: Readonly<Record<string, Column>>;
  relations: Readonly<Record<string, Relation>>;
  /** Columns that are copies of another record's: by its relations and its column, `plot.farm.region_id`. */
  copies?: Readonly<Record<string, string>>;
}

export interface Column {
  name: string;
  /** Type in PostgreSQL: `int4`, `date`, `numeric`, the name of an enum ... */
  type: string;
  nullable?: true;
  /** Whether no two rows have the same value. */
  unique?: true;
}

export interface Relation {
  model: string;
  many: boolean;
  /** Pairs of a column here and the column there that equals it. */
  on: readonly (readonly [string, string])[];
}

// What is generated is typed by its literals, where pairs are lists of any length.
const tables = generated as unknown as Readonly<Record<string, Table>>;

/** The table of a model. */
export function tableOf(model: Prisma.ModelName | string): Table {
  const table = tables[model];
  if (!table) throw new Error(`There is no model ${model}.`);
  return table;
}
