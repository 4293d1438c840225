import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import type pg from "pg";
import { DatabaseError } from "../errors.ts";
import { withSchemaEngine } from "./engine.ts";

const migrationsDirectory = fileURLToPath(new URL("../../migrations", import.meta.url));
const modelPath = fileURLToPath(new URL("../../schema.prisma", import.meta.url));

/** The session-level lock that keeps two processes from migrating one database at a time. */
const ADVISORY_LOCK = 7_229_012;

const noFilters = { externalTables: [], externalEnums: [] };

/** How a database stands to the migrations that this version of Chacra brings. */
export interface MigrationStatus {
  applied: string[];
  /** Migrations that are not applied yet, oldest first. */
  pending: string[];
  /** Why the two cannot be brought together without a person; empty when they can. */
  conflicts: string[];
}

/** Compares the database's migration table with the migration files; changes nothing. */
export async function migrationStatus(pool: pg.Pool): Promise<MigrationStatus> {
  const files = migrationFiles();
  const table = await pool.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists");
  const rows: { name: string; checksum: string; finished: boolean }[] = table.rows[0].exists
    ? (
        await pool.query(
          `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
           FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
        )
      ).rows
    : [];
  const byName = new Map(rows.map((row) => [row.name, row]));
  const conflicts = rows.flatMap((row) => {
    const file = files.find(({ name }) => name === row.name);
    if (!file) return [`${row.name} was applied by another version of Chacra and is not among its migrations`];
    if (!row.finished) return [`${row.name} began and did not finish`];
    return file.checksum === row.checksum ? [] : [`${row.name} was edited after it had been applied`];
  });
  return {
    applied: files.filter(({ name }) => byName.has(name)).map(({ name }) => name),
    pending: files.filter(({ name }) => !byName.has(name)).map(({ name }) => name),
    conflicts,
  };
}

/**
 * Brings a database up to the newest migration. Where nothing is pending this is one query.
 *
 * @returns the names of the migrations that were applied
 * @throws {DatabaseError} `MIGRATIONS_DIVERGED` or `MIGRATION_FAILED`
 */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  if ((await checkedStatus(pool)).pending.length === 0) return [];
  // The embedded database has one connection and a locked directory: there the advisory lock would wait for itself.
  const lock = pool.options.max === 1 ? undefined : await pool.connect();
  try {
    await lock?.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
    if ((await checkedStatus(pool)).pending.length === 0) return [];
    return await withSchemaEngine(pool, undefined, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: migrationList(),
        filters: noFilters,
      });
      return appliedMigrationNames;
    });
  } catch (cause) {
    if (cause instanceof DatabaseError) throw cause;
    const message = `A migration failed; what it had done was undone. ${(cause as Error).message}`;
    throw new DatabaseError("MIGRATION_FAILED", message, { cause });
  } finally {
    await lock?.query("SELECT pg_advisory_unlock($1)", [ADVISORY_LOCK]);
    lock?.release();
  }
}

/**
 * What schema.prisma holds and the migrations do not, as SQL; "-- This is an empty migration." when they agree.
 */
export function unmigratedChanges(pool: pg.Pool): Promise<string> {
  const datamodel = { path: modelPath, content: readFileSync(modelPath, "utf8") };
  return withSchemaEngine(pool, datamodel, async (engine) => {
    const migrationsList = migrationList();
    await engine.devDiagnostic({ migrationsList, filters: noFilters });
    const diff = await engine.diff({
      from: { tag: "migrations", ...migrationsList },
      to: { tag: "schemaDatamodel", files: [datamodel] },
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    return diff.stdout ?? "";
  });
}

async function checkedStatus(pool: pg.Pool): Promise<MigrationStatus> {
  const status = await migrationStatus(pool);
  if (status.conflicts.length > 0) {
    throw new DatabaseError(
      "MIGRATIONS_DIVERGED",
      `The database's migrations are not those of this version of Chacra: ${status.conflicts.join("; ")}. ` +
        "Run the version that the database belongs to, or begin anew with `chacra reset` where it holds only the demo.",
    );
  }
  return status;
}

/** The migrations that this version of Chacra brings, oldest first. */
export function migrationFiles(): { name: string; sql: string; checksum: string }[] {
  return readdirSync(migrationsDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(path.join(migrationsDirectory, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function migrationList(): MigrationList {
  return {
    baseDir: migrationsDirectory,
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(path.join(migrationsDirectory, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: migrationFiles().map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}
