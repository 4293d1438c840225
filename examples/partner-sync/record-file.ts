import { type FileHandle, open } from "node:fs/promises";

/** A file of records, one in a line, that only its owner may read. */
export interface RecordFile {
  /** Bytes that are on the disk for certain. */
  readonly bytes: number;
  append(records: readonly object[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens a file to go on after so many bytes. What a run that was killed had written behind them is cut off. */
export async function openRecordFile(file: string, bytes: number): Promise<RecordFile> {
  const handle: FileHandle = await open(file, bytes === 0 ? "w" : "r+", 0o600);
  await handle.truncate(bytes);
  let written = bytes;
  return {
    get bytes() {
      return written;
    },
    async append(records) {
      const lines = Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(""));
      await handle.write(lines, 0, lines.length, written);
      await handle.datasync();
      written += lines.length;
    },
    close: () => handle.close(),
  };
}
