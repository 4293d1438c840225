import type pg from "pg";
import { DatabaseError } from "../errors.ts";
import { migrationFiles } from "./migrate.ts";

/** What a migration makes, in the order in which it can be dropped again. */
const kinds = [
  { kind: "TABLE", made: /^CREATE TABLE "?(\w+)"?/gim },
  { kind: "TYPE", made: /^CREATE TYPE "?(\w+)"?/gim },
  { kind: "FUNCTION", made: /^CREATE (?:OR REPLACE )?FUNCTION "?(\w+)"?/gim },
];

/**
 * Drops what Chacra's migrations made, and only that: where something else hangs on it, nothing is dropped at all.
 *
 * @throws {DatabaseError} `FOREIGN_OBJECTS`
 */
export async function dropTables(pool: pg.Pool): Promise<void> {
  const sql = migrationFiles().map((file) => file.sql);
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    for (const { kind, made } of kinds) {
      const names = new Set(sql.flatMap((text) => Array.from(text.matchAll(made), ([, name]) => `"${name}"`)));
      if (kind === "TABLE") names.add('"_prisma_migrations"');
      // One statement a kind: tables that refer to one another go together, without CASCADE.
      if (names.size > 0) await client.query(`DROP ${kind} IF EXISTS ${[...names].join(", ")}`);
    }
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK");
    if (!(cause instanceof Error && "code" in cause && cause.code === "2BP01")) throw cause;
    const message = "Something that is not Chacra's hangs on its tables, so nothing was dropped. Remove that first.";
    throw new DatabaseError("FOREIGN_OBJECTS", message, { cause });
  } finally {
    client.release();
  }
}
