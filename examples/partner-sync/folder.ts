import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import writeFileAtomic from "write-file-atomic";

/** A folder that cannot be used as it is; the message says what to do. */
export class FolderError extends Error {
  override readonly name = "FolderError";
}

/**
 * Makes the folder the caller's own. What one caller is shown must not be compared with, or lie among, what another is.
 *
 * @throws {FolderError} when it holds records that another caller took over, or from another server
 */
export async function claim(folder: string, url: string, caller: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, "caller.json");
  const claimed = JSON.stringify({ url, caller });
  const holder = await readFile(file, "utf8").catch(() => undefined);
  if (holder === undefined) await writeFileAtomic(file, claimed, { mode: 0o600 });
  else if (holder !== claimed) {
    throw new FolderError(`${folder} holds records of another caller or server: ${holder}. Name another by --into.`);
  }
}
