import { rmSync } from "node:fs";
import path from "node:path";
import { lockDirectory } from "./lock.ts";

/**
 * Deletes the embedded database in a directory, under the lock, so that nobody's open database is taken from under them.
 *
 * @throws {DatabaseError} `DATA_DIR_LOCKED` while another process has the directory open
 */
export async function deleteEmbedded(dataDir: string): Promise<void> {
  const unlock = await lockDirectory(dataDir);
  try {
    rmSync(path.join(dataDir, "pgdata"), { recursive: true, force: true });
  } finally {
    await unlock();
  }
}
