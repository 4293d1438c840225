import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { CollectionName } from "./totals.ts";

/** How far a walk has come: the token goes on after the last of the records that the first `bytes` of its file hold. */
export interface Progress {
  token?: string;
  bytes: number;
  records: number;
  /** `walked`: all its records are in the file; `settled`: the file has taken its place. */
  state: "walking" | "walked" | "settled";
}

/** What a run knows of itself when it is started again. */
export interface Checkpoint {
  collections: Partial<Record<CollectionName, Progress>>;
}

const fileIn = (folder: string) => path.join(folder, "checkpoint.json");

export async function readCheckpoint(folder: string): Promise<Checkpoint> {
  try {
    // Only writeCheckpoint writes it, and whole.
    return JSON.parse(await readFile(fileIn(folder), "utf8")) as Checkpoint;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return { collections: {} };
    throw error;
  }
}

/** The old checkpoint stays until the new one is on the disk. */
export async function writeCheckpoint(folder: string, checkpoint: Checkpoint): Promise<void> {
  await writeFileAtomic(fileIn(folder), JSON.stringify(checkpoint), { mode: 0o600 });
}

export async function removeCheckpoint(folder: string): Promise<void> {
  await rm(fileIn(folder), { force: true });
}
