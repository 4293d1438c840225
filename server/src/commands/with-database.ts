import { existsSync } from "node:fs";
import path from "node:path";
import { type Database, type DatabaseLocation, migrationStatus, openDatabase } from "@chacra/prisma";
import { CommandError } from "../command-error.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Settings } from "../settings.ts";

/** Opens the database for as long as the work takes. */
export async function withDatabase<T>(
  location: DatabaseLocation,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(location);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** As {@link withDatabase}, for work that needs all tables to be there. */
export function withMigrated<T>(location: DatabaseLocation, work: (database: Database) => Promise<T>): Promise<T> {
  return withDatabase(location, async (database) => {
    const { pending, conflicts } = await migrationStatus(database.pool);
    if (pending.length + conflicts.length === 0) return work(database);
    throw new CommandError(exitCodes.refused, "The database is not up to date. Run `npm run chacra -- migrate` first.");
  });
}

/** Whether there is an embedded database already; to open one is to make it. */
export function embeddedExists(location: Settings["location"]): boolean {
  return "dataDir" in location && existsSync(path.join(location.dataDir, "pgdata"));
}
