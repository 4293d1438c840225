import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import type { GraphRecord } from "./collection.ts";

/** What a walk found other than the one before it. */
export interface Changes {
  added: string[];
  changed: string[];
  removed: string[];
}

/**
 * Compares two files of records by id. The graph tells of no record when it was changed last, so that keeping in step
 * means walking again; a short digest of each earlier record is kept in memory.
 */
export async function changesBetween(before: string, after: string): Promise<Changes> {
  const known = new Map<string, string>();
  for await (const [id, digest] of digestsIn(before)) known.set(id, digest);
  const changes: Changes = { added: [], changed: [], removed: [] };
  for await (const [id, digest] of digestsIn(after)) {
    const earlier = known.get(id);
    if (earlier === undefined) changes.added.push(id);
    else if (earlier !== digest) changes.changed.push(id);
    known.delete(id);
  }
  changes.removed.push(...known.keys());
  return changes;
}

async function* digestsIn(file: string): AsyncGenerator<[id: string, digest: string]> {
  if (!existsSync(file)) return;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const { id } = JSON.parse(line) as GraphRecord;
    yield [id, createHash("sha1").update(line).digest("base64")];
  }
}
