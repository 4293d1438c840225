import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

/** What the worker is told; without a directory the database lives in memory. */
export interface EmbeddedWorkerData {
  dataDir: string | undefined;
  socketPath: string;
}

/** What the worker can be asked: each request is answered by one {@link EmbeddedReply}, in order. */
export type EmbeddedRequest = { do: "copy"; sql: string; rows: Uint8Array } | { do: "close" };
export type EmbeddedReply = { done: true } | { done: false; reason: string };

const port = parentPort;
if (!port) throw new Error("This file is run as a worker thread by embedded.ts.");

const { dataDir, socketPath } = workerData as EmbeddedWorkerData;
const db = await PGlite.create({ dataDir: dataDir ?? "memory://" });
const server = new PGLiteSocketServer({ db, path: socketPath, maxConnections: 8 });
await server.start();

port.on("message", async (request: EmbeddedRequest) => {
  let reply: EmbeddedReply = { done: true };
  try {
    if (request.do === "copy") {
      // The socket cannot carry COPY ... FROM STDIN. PGlite has one session, so this runs inside the caller's transaction.
      await db.query(request.sql, [], { blob: new Blob([new Uint8Array(request.rows)]) });
    } else {
      await server.stop();
      await db.close();
    }
  } catch (error) {
    reply = { done: false, reason: error instanceof Error ? error.message : String(error) };
  }
  port.postMessage(reply);
  if (request.do === "close") port.close();
});
port.postMessage({ done: true } satisfies EmbeddedReply);
