import type pg from "pg";

/** Definitions that were taken from the catalog, in the order in which they can be made again. */
export interface DeferredIndexes {
  /** One statement for each, with a name to report it by. */
  readonly statements: readonly { name: string; sql: string }[];
}

/**
 * Drops the foreign keys and every index but the primary keys of the tables, for rows load several times faster without.
 *
 * @returns the same definitions, to be made again with {@link restoreIndexes}
 */
export async function deferIndexes(client: pg.PoolClient, tables: readonly string[]): Promise<DeferredIndexes> {
  const indexes = await client.query<{ name: string; sql: string }>(
    `SELECT quote_ident(c.relname) AS name, pg_get_indexdef(i.indexrelid) AS sql
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
     WHERE t.relnamespace = current_schema()::regnamespace AND t.relname = ANY ($1)
       AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
     ORDER BY t.relname, c.relname`,
    [tables],
  );
  const foreignKeys = await client.query<{ name: string; owner: string; sql: string }>(
    `SELECT quote_ident(k.conname) AS name, quote_ident(t.relname) AS owner,
       format('ALTER TABLE %I ADD CONSTRAINT %I %s', t.relname, k.conname, pg_get_constraintdef(k.oid)) AS sql
     FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
     WHERE k.contype = 'f' AND t.relnamespace = current_schema()::regnamespace AND t.relname = ANY ($1)
     ORDER BY t.relname, k.conname`,
    [tables],
  );
  for (const { owner, name } of foreignKeys.rows) await client.query(`ALTER TABLE ${owner} DROP CONSTRAINT ${name}`);
  for (const { name } of indexes.rows) await client.query(`DROP INDEX ${name}`);
  return { statements: [...indexes.rows, ...foreignKeys.rows].map(({ name, sql }) => ({ name, sql })) };
}

/** Makes again what {@link deferIndexes} dropped; foreign keys come last, for some lean on a unique index. */
export async function restoreIndexes(
  client: pg.PoolClient,
  { statements }: DeferredIndexes,
  onStatement: (name: string) => void,
): Promise<void> {
  for (const { name, sql } of statements) {
    onStatement(name);
    await client.query(sql);
  }
}
