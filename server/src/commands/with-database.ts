import { existsSync } from "node:fs";
import path from "node:path";
import { type Database, type DatabaseLocation, openDatabase } from "@chacra/prisma";
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

/** Whether there is an embedded database already; to open one is to make it. */
export function embeddedExists(location: Settings["location"]): boolean {
  return "dataDir" in location && existsSync(path.join(location.dataDir, "pgdata"));
}
