import type { Database } from "@chacra/prisma";
import { tableOf } from "@chacra/prisma/tables";

/** A record as the programme file holds it: decimals are numbers, days texts. */
export type Row = Readonly<Record<string, unknown>>;

/** The records of each model. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

/** The columns that a record brings; others are copies, or folded texts that the database makes. */
export type Columns = (model: string) => readonly string[];

/** Reads all records of some models, in the order of their ids. */
export async function readRows({ pool }: Database, models: readonly string[], columns: Columns): Promise<Rows> {
  const all: Record<string, Row[]> = {};
  for (const model of models) {
    const { name } = tableOf(model);
    const pairs = columns(model).map((column) => `'${column}', "${tableOf(model).columns[column]?.name}"`);
    const { rows } = await pool.query(
      `SELECT json_build_object(${pairs.join(", ")}) AS row FROM "${name}" ORDER BY id`,
    );
    all[model] = rows.map(({ row }) => row);
  }
  return all;
}

/** Writes records into an empty, migrated database: those first that others point at. */
export async function writeRows({ pool }: Database, rows: Rows, columns: Columns): Promise<void> {
  for (const model of inOrder(Object.keys(rows))) {
    const { name } = tableOf(model);
    const names = columns(model).map((column) => `"${tableOf(model).columns[column]?.name}"`);
    const records = (rows[model] ?? []).map((row) =>
      Object.fromEntries(columns(model).map((column) => [tableOf(model).columns[column]?.name, row[column]])),
    );
    await pool.query(
      `INSERT INTO "${name}" (${names.join(", ")}) SELECT ${names.join(", ")} FROM json_populate_recordset(NULL::"${name}", $1::json)`,
      [JSON.stringify(records)],
    );
  }
}

/** Models behind all those that they point at. */
function inOrder(models: readonly string[]): string[] {
  const ordered = new Set<string>();
  const add = (model: string) => {
    if (ordered.has(model) || !models.includes(model)) return;
    for (const relation of Object.values(tableOf(model).relations)) if (!relation.many) add(relation.model);
    ordered.add(model);
  };
  for (const model of models) add(model);
  return [...ordered];
}
