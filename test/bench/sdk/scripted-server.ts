import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a server does with the nth request, from 0. */
export type Script = (response: ServerResponse, nth: number, body: string) => void;

/** A request that was made. */
export interface Seen {
  /** Milliseconds since the server began. */
  at: number;
  /** Whether the caller ended it before it was answered. */
  isGivenUp: boolean;
}

/** Answers by a script, and tells what was asked. */
export async function scriptedServer(script: Script): Promise<{ url: string; seen: Seen[]; close(): void }> {
  const seen: Seen[] = [];
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const note: Seen = { at: performance.now(), isGivenUp: false };
    const nth = seen.push(note) - 1;
    response.on("close", () => {
      note.isGivenUp = !response.writableFinished;
    });
    const body = Buffer.concat(await request.toArray()).toString();
    script(response, nth, body);
  }
  const server = createServer((request, response) => void answer(request, response).catch(() => undefined));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    seen,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export function answerJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
