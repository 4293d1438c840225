import { stringify } from "csv-stringify/sync";
import type { Prisma } from "../generated/client/client.ts";

type Model = Prisma.ModelName;
type Scalars<M extends Model> = Prisma.TypeMap["model"][M]["payload"]["scalars"];
type Field<M extends Model> = keyof Scalars<M> & string;
/** What may stand in a cell: dates as ISO text; decimals as text or number. */
type Cell<T> = T extends Date ? string : T extends Prisma.Decimal ? string | number : T;

export type Row<M extends Model, F extends Field<M>> = { [K in F]: Cell<Scalars<M>[K]> };

/** A table to load into, with the fields that each row brings, in order. */
export interface Table<M extends Model, F extends Field<M>> {
  readonly name: string;
  readonly fields: readonly F[];
  /** Ties the row type to the table; there is never a value. */
  readonly row?: Row<M, F>;
}

/** Names a model and the fields that are loaded; a field that the model does not have does not compile. */
export function table<M extends Model, F extends Field<M>>(model: M, ...fields: F[]): Table<M, F> {
  return { name: tableName(model), fields };
}

/** The table and its columns as COPY wants them. */
export function copyTarget({ name, fields }: { name: string; fields: readonly string[] }): string {
  return `"${name}" (${fields.map((field) => `"${snakeCase(field)}"`).join(", ")})`;
}

/** Rows as lines of CSV, for tables whose values may hold commas and quotes; an empty cell is a null to COPY. */
export function* csvLines<M extends Model, F extends Field<M>>(
  { fields }: Table<M, F>,
  rows: Iterable<Row<M, F>>,
): Generator<string> {
  for (const row of rows) {
    const cells = fields.map((field) => {
      const cell: unknown = row[field];
      return Array.isArray(cell) ? `{${cell.map((item) => `"${item}"`).join(",")}}` : cell;
    });
    yield stringify([cells], { eof: false, cast: { boolean: String } });
  }
}

export function tableName(model: Model): string {
  return snakeCase(model);
}

/** Every @map of the model is the field's name in snake_case; one that were not would fail at the first COPY. */
function snakeCase(name: string): string {
  return name.replace(/(?<=.)[A-Z]/g, "_$&").toLowerCase();
}
