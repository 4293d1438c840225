import { Client } from "undici";

// Sends requests from a process of its own, so that it does not hold up what counts and starts. Asked and answered by messages.

/** What is to be sent. */
export interface Order {
  url: string;
  headers: Record<string, string>[];
  bodies: string[];
  connections: number;
  seconds: number;
}

/** How that went; times in milliseconds. */
export interface Result {
  perSecond: number;
  requests: number;
  failures: number;
  p50: number;
  p99: number;
  bytes: number;
}

async function load({ url, headers, bodies, connections, seconds }: Order): Promise<Result> {
  const times: number[] = [];
  let failures = 0;
  let bytes = 0;
  let next = 0;
  const began = performance.now();
  const end = began + seconds * 1_000;

  function send(client: Client, own: Record<string, string>): Promise<void> {
    const body = bodies[next++ % bodies.length] ?? "";
    const sent = performance.now();
    let begins = "";
    return new Promise((resolve) => {
      const done = (ok: boolean) => {
        times.push(performance.now() - sent);
        if (!ok) failures += 1;
        resolve();
      };
      let status = 0;
      client.dispatch(
        { path: "/graphql", method: "POST", headers: own, body },
        {
          onRequestStart: () => {},
          onResponseStart: (_controller, code) => {
            status = code;
          },
          onResponseData: (_controller, chunk) => {
            if (begins === "") begins = chunk.toString("latin1", 0, 16);
            bytes += chunk.length;
          },
          onResponseEnd: () =>
            done(status === 200 && !begins.includes('"errors"') && !begins.startsWith('{"data":null')),
          onResponseError: () => done(false),
        },
      );
    });
  }

  await Promise.all(
    Array.from({ length: connections }, async (_, i) => {
      const client = new Client(url, { headersTimeout: 0, bodyTimeout: 0 });
      const own = { "content-type": "application/json", accept: "application/json", ...headers[i % headers.length] };
      while (performance.now() < end) await send(client, own);
      await client.close();
    }),
  );
  const took = (performance.now() - began) / 1_000;
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return { perSecond: times.length / took, requests: times.length, failures, p50: at(0.5), p99: at(0.99), bytes };
}

process.on("message", (order: Order) => {
  load(order).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
