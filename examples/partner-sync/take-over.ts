import { existsSync } from "node:fs";
import { readFile, rename } from "node:fs/promises";
import path from "node:path";
import { type ChacraClient, ChacraError } from "@chacra/sdk";
import writeFileAtomic from "write-file-atomic";
import { type Changes, changesBetween } from "./changes.ts";
import { type Checkpoint, type Progress, writeCheckpoint } from "./checkpoint.ts";
import type { Collection, GraphRecord } from "./collection.ts";
import { openRecordFile } from "./record-file.ts";

/** So many records may have to be read again after a kill. */
const BATCH = 500;

/** As many as come at once. */
const PAGE = 100;

export interface Run {
  chacra: ChacraClient;
  folder: string;
  checkpoint: Checkpoint;
  signal: AbortSignal;
}

/** Takes a collection over, from where the checkpoint says, and puts its file in the place of the one before. */
export async function takeOver(run: Run, collection: Collection, tell: (records: number) => void): Promise<Changes> {
  const { folder, checkpoint } = run;
  const progress: Progress = checkpoint.collections[collection.name] ?? begin();
  checkpoint.collections[collection.name] = progress;
  const file = path.join(folder, `${collection.name}.ndjson`);
  const part = `${file}.part`;
  try {
    await walk(run, collection, progress, part, tell);
  } catch (error) {
    // A server whose secret has changed does not know the cursors of before: from the start, then.
    if (!(error instanceof ChacraError && error.code === "BAD_CURSOR" && progress.token)) throw error;
    await walk(run, collection, Object.assign(progress, begin()), part, tell);
  }
  const changes = await settle(file, part, path.join(folder, `${collection.name}.changes.json`));
  progress.state = "settled";
  await writeCheckpoint(folder, checkpoint);
  return changes;
}

function begin(): Progress {
  return { token: undefined, bytes: 0, records: 0, state: "walking" };
}

async function walk(
  { chacra, folder, checkpoint, signal }: Run,
  collection: Collection,
  progress: Progress,
  part: string,
  tell: (records: number) => void,
): Promise<void> {
  if (progress.state !== "walking") return;
  const file = await openRecordFile(part, progress.bytes);
  const pages = collection.walk(chacra, { signal, resume: progress.token });
  let batch: GraphRecord[] = [];
  // The records come first and the token after them: killed in between, the next run cuts off what has no token yet.
  async function save(): Promise<void> {
    await file.append(batch);
    Object.assign(progress, { token: pages.token, bytes: file.bytes, records: progress.records + batch.length });
    batch = [];
    await writeCheckpoint(folder, checkpoint);
  }
  try {
    for await (const record of pages) {
      batch.push(record);
      if (batch.length === BATCH) await save();
      const records = progress.records + batch.length;
      if (records % PAGE === 0) tell(records);
    }
    progress.state = "walked";
    await save();
  } catch (error) {
    // Whatever ended it: what has come is kept, and the next run goes on behind it.
    if (batch.length > 0) await save();
    throw error;
  } finally {
    await file.close();
  }
}

/** Each of these steps may be the last before a kill: done again, they give the same. */
async function settle(file: string, part: string, list: string): Promise<Changes> {
  if (!existsSync(part)) return JSON.parse(await readFile(list, "utf8")) as Changes;
  const changes = await changesBetween(file, part);
  await writeFileAtomic(list, `${JSON.stringify(changes, null, 1)}\n`, { mode: 0o600 });
  await rename(part, file);
  return changes;
}
