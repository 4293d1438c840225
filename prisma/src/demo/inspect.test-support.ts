import { createHash } from "node:crypto";
import type { Database } from "../database/open.ts";
import { Prisma } from "../generated/client/client.ts";

/** Tables that are not the programme's: a secret and a time, keys, what was read, documents. */
const houseTables = ["installation", "api_key", "audit_entry", "trusted_document", "data_change"];

/** The tables of the programme. */
export async function modelTables(database: Database): Promise<string[]> {
  const tables = await database.pool.query<{ name: string }>(
    `SELECT table_name::text AS name FROM information_schema.tables
     WHERE table_schema = current_schema() AND table_name <> '_prisma_migrations' AND table_name <> ALL($1::text[])
     ORDER BY 1`,
    [houseTables],
  );
  const names = tables.rows.map(({ name }) => name);
  if (names.length !== Object.keys(Prisma.ModelName).length - houseTables.length)
    throw new Error("A table is not in the model.");
  return names;
}

/** One checksum over every column of every row of every table. */
export async function checksum(database: Database): Promise<string> {
  const hash = createHash("sha256");
  for (const name of await modelTables(database)) {
    const rows = await database.pool.query<{ sum: string | null }>(
      `SELECT md5(string_agg(r::text, E'\\n' ORDER BY id)) AS sum FROM "${name}" r`,
    );
    hash.update(`${name} ${rows.rows[0]?.sum}\n`);
  }
  return hash.digest("hex");
}

/** Every index and constraint as the catalog describes it. */
export async function definitions(database: Database): Promise<string[]> {
  const found = await database.pool.query<{ definition: string }>(
    `SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index
       JOIN pg_class ON pg_class.oid = indrelid WHERE relnamespace = current_schema()::regnamespace
     UNION ALL
     SELECT format('%s %s %s %s', conrelid::regclass, conname, convalidated, pg_get_constraintdef(oid))
       FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
     ORDER BY 1`,
  );
  return found.rows.map(({ definition }) => definition);
}

/** Numbers of one row, by column. */
export async function figures(database: Database, sql: string): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<Record<string, string | number>>(sql);
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([column, value]) => [column, Number(value)]));
}
