import { mkdirSync } from "node:fs";
import lockfile from "proper-lockfile";
import { DatabaseError } from "../errors.ts";

/** A lock that its holder has not renewed for this long belonged to a process that was killed. */
const STALE_AFTER_MS = 10_000;

/**
 * Takes the lock of an embedded data directory, for two processes on one directory would both write to it.
 *
 * @returns a function that gives the lock back
 * @throws {DatabaseError} `DATA_DIR_LOCKED` while another process has the directory open
 */
export async function lockDirectory(dataDir: string): Promise<() => Promise<void>> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    return await lockfile.lock(dataDir, {
      stale: STALE_AFTER_MS,
      update: STALE_AFTER_MS / 4,
      // A holder that was killed leaves a lock that turns stale: wait that long, and no longer, before giving up.
      retries: { retries: 6, factor: 1, minTimeout: STALE_AFTER_MS / 5, maxTimeout: STALE_AFTER_MS / 5 },
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ELOCKED") {
      throw new DatabaseError(
        "DATA_DIR_LOCKED",
        `Another process has the embedded database in ${dataDir} open. Stop it, or set CHACRA_DATA_DIR to another directory.`,
      );
    }
    throw error;
  }
}
