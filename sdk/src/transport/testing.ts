import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) server.close();
});

/** What one request is answered with. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: object | string;
}

/** One request as it came. */
export interface Asked {
  method: string | undefined;
  url: string;
  authorization: string | undefined;
  body: Record<string, unknown> | undefined;
  at: number;
}

/** A server that answers each request with the next of these, the last one again and again, until the test is over. */
export async function answering(...answers: (Answer | ((response: ServerResponse) => void))[]) {
  const asked: Asked[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    const text = Buffer.concat(await request.toArray()).toString();
    const { method, url = "", headers } = request;
    const body = text ? JSON.parse(text) : undefined;
    asked.push({ method, url, authorization: headers.authorization, body, at: performance.now() });
    const answer = answers[Math.min(asked.length, answers.length) - 1] ?? {};
    if (typeof answer === "function") return answer(response);
    const { status = 200, headers: given = {}, body: told = {} } = answer;
    response.writeHead(status, { "content-type": "application/json", ...given });
    response.end(typeof told === "string" ? told : JSON.stringify(told));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  opened.push({ close: () => server.close().closeAllConnections() });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, asked };
}

export const refusal = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
