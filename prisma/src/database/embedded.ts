import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { DatabaseError } from "../errors.ts";
import type { EmbeddedReply, EmbeddedRequest, EmbeddedWorkerData } from "./embedded-worker.ts";
import { lockDirectory } from "./lock.ts";

/** A running embedded PostgreSQL, reached through a Unix socket that only this user can open. */
export interface EmbeddedServer {
  socketDirectory: string;
  /** Runs one `COPY table FROM '/dev/blob'` statement with the rows given, in the session's transaction. */
  copy(sql: string, rows: Uint8Array): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts PGlite in a worker thread, so that a long query does not hold up the event loop.
 *
 * @param dataDir where the data is kept; absent: in memory
 * @throws {DatabaseError} `DATA_DIR_LOCKED` when another process has the directory open
 */
export async function startEmbedded(dataDir?: string): Promise<EmbeddedServer> {
  const unlock = dataDir === undefined ? undefined : await lockDirectory(dataDir);
  // mkdtemp makes a directory with mode 0700, and a Unix socket's path may hold only about 100 characters.
  const socketDirectory = mkdtempSync(path.join(tmpdir(), "chacra-"));
  const data: EmbeddedWorkerData = {
    dataDir: dataDir === undefined ? undefined : path.join(dataDir, "pgdata"),
    socketPath: path.join(socketDirectory, ".s.PGSQL.5432"),
  };
  const worker = new Worker(new URL("./embedded-worker.ts", import.meta.url), { workerData: data });
  const replies = replyQueue(worker);

  async function ask(request: EmbeddedRequest): Promise<void> {
    const reply = replies.next();
    worker.postMessage(request);
    await reply;
  }
  async function release(): Promise<void> {
    await worker.terminate();
    rmSync(socketDirectory, { recursive: true, force: true });
    await unlock?.();
  }

  try {
    await replies.next();
  } catch (cause) {
    await release();
    const where = dataDir === undefined ? "in memory" : `in ${dataDir}`;
    const message = `The embedded database ${where} did not open: ${(cause as Error).message}`;
    throw new DatabaseError("DATABASE_UNREACHABLE", message, { cause });
  }
  return {
    socketDirectory,
    copy: (sql, rows) => ask({ do: "copy", sql, rows }),
    async stop() {
      try {
        await ask({ do: "close" });
      } finally {
        await release();
      }
    },
  };
}

/** The worker's replies, one promise a request; all of them are refused once the worker has ended. */
function replyQueue(worker: Worker): { next(): Promise<void> } {
  const waiting: PromiseWithResolvers<void>[] = [];
  let ended: Error | undefined;
  function end(error: Error): void {
    ended ??= error;
    for (const { reject } of waiting.splice(0)) reject(ended);
  }
  worker.on("error", (error) => end(error instanceof Error ? error : new Error(String(error))));
  worker.on("exit", () => end(new Error("the database thread ended")));
  worker.on("message", (reply: EmbeddedReply) => {
    const first = waiting.shift();
    if (reply.done) first?.resolve();
    else first?.reject(new Error(reply.reason));
  });
  return {
    next() {
      if (ended) return Promise.reject(ended);
      const deferred = Promise.withResolvers<void>();
      waiting.push(deferred);
      return deferred.promise;
    },
  };
}
