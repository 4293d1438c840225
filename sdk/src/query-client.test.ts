import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { ChacraError, createClient, graphql } from "./index.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** A server that is not Chacra. */
async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

/** A server that answers each request with the next of these, the last one again and again. */
function answering(...answers: object[]): Promise<string> {
  let asked = 0;
  return listen((_request, response) => {
    const answer = answers[Math.min(asked++, answers.length - 1)];
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
}

const counted = (totalCount: number) => ({ data: { families: { totalCount } } });
const Count = graphql("query Count { families { totalCount } }");
const Page = graphql(
  "query Page($after: String, $first: Int) { families(after: $after, first: $first) { totalCount } }",
);

/** What a promise is refused with. */
async function refusal(promise: Promise<unknown>): Promise<ChacraError> {
  const error = await promise.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(ChacraError);
  return error;
}

describe("a query", () => {
  test("asked again is answered anew", async () => {
    const chacra = createClient({ url: await answering(counted(1), counted(2), counted(3)) });
    const counts: (number | null)[] = [];
    for (let turn = 0; turn < 3; turn++) counts.push((await chacra.query(Count)).families.totalCount);
    expect(counts).toEqual([1, 2, 3]);
  });

  test("asked by two at once and given up by one is answered to the other", async () => {
    const caller = new AbortController();
    const asked = Promise.withResolvers<() => void>();
    const url = await listen((_request, response) => {
      asked.resolve(() =>
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(counted(7))),
      );
    });
    const chacra = createClient({ url });
    const given = refusal(chacra.query(Count, {}, { signal: caller.signal }));
    const kept = chacra.query(Count);
    const answer = await asked.promise;
    caller.abort();
    expect((await given).code).toBe("ABORTED");
    answer();
    expect((await kept).families.totalCount).toBe(7);
  });

  test("takes as long as its own timeout lets it, whatever that of an equal one beside it", async () => {
    const waiting: (() => void)[] = [];
    const url = await listen((_request, response) => {
      waiting.push(() =>
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(counted(7))),
      );
    });
    const chacra = createClient({ url });
    const short = refusal(chacra.query(Count, {}, { timeout: 50 }));
    const long = [chacra.query(Count, {}, { timeout: 50_000 }), chacra.query(Count, {}, { timeout: 50_000 })];
    expect((await short).code).toBe("TIMEOUT");
    await expect.poll(() => waiting.length).toBe(2);
    for (const answer of waiting) answer();
    expect(await Promise.all(long)).toEqual([counted(7).data, counted(7).data]);
  });

  test("leaves nothing on a signal that outlives it", async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const watched = new Proxy(signal, {
      get(target, name) {
        if (name === "addEventListener") listeners++;
        if (name === "removeEventListener") listeners--;
        const value = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const chacra = createClient({ url: await answering(counted(1)) });
    await chacra.query(Count, {}, { signal: watched });
    expect(listeners).toBe(0);
  });

  test("is ABORTED before it is sent, or while it runs, and then ends the request", async () => {
    const unsent = createClient({ url: "http://127.0.0.1:1", fetch: () => expect.unreachable("it was sent") });
    const early = await refusal(unsent.query(Count, {}, { signal: AbortSignal.abort("enough") }));
    expect(early).toMatchObject({ code: "ABORTED", cause: "enough" });
    const caller = new AbortController();
    const ended = Promise.withResolvers<void>();
    const url = await listen((request) => {
      request.on("close", ended.resolve);
      caller.abort();
    });
    expect((await refusal(createClient({ url }).query(Count, {}, { signal: caller.signal }))).code).toBe("ABORTED");
    await ended.promise;
  });

  test("is a POST, its variables in the body alone", async () => {
    const seen: unknown[] = [];
    const url = await listen(async (request, response) => {
      const { variables } = JSON.parse(Buffer.concat(await request.toArray()).toString());
      seen.push(request.method, request.url, variables);
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(counted(1)));
    });
    await createClient({ url: new URL(url) }).query(Page, { first: 2 });
    expect(seen).toEqual(["POST", "/graphql", { first: 2 }]);
  });
});

describe("a token", () => {
  test("is sent as Authorization, fetched anew for each request", async () => {
    const seen: (string | undefined)[] = [];
    const url = await listen((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(counted(1)));
    });
    let turn = 0;
    const client = createClient({ url, token: async () => `token-${++turn}` });
    await client.query(Count);
    await client.query(Count);
    await createClient({ url, token: "fixed" }).query(Count);
    await createClient({ url }).query(Count);
    expect(seen).toEqual(["Bearer token-1", "Bearer token-2", "Bearer fixed", undefined]);
  });

  test("that cannot be had, or sent, is TOKEN and is not shown", async () => {
    const lost = createClient({ url: "http://127.0.0.1:1", token: () => Promise.reject(new Error("signed out")) });
    expect(await refusal(lost.query(Count))).toMatchObject({ code: "TOKEN", cause: { message: "signed out" } });
    const broken = createClient({ url: "http://127.0.0.1:1", token: "secret\nvalue" });
    const error = await refusal(broken.query(Count));
    expect(error.code).toBe("TOKEN");
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/secret/);
  });
});

describe("an error", () => {
  test("is NETWORK when nobody listens", async () => {
    const error = await refusal(createClient({ url: "http://127.0.0.1:1/graphql" }).query(Count));
    expect([error.code, error.status, error.path]).toEqual(["NETWORK", undefined, []]);
    expect(error.cause).toBeInstanceOf(Error);
  });

  test("is HTTP when the answer is none of GraphQL's", async () => {
    const url = await listen((_request, response) =>
      response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad</h1>"),
    );
    expect(await refusal(createClient({ url }).query(Count))).toMatchObject({ code: "HTTP", status: 502 });
    expect((await refusal(createClient({ url: await answering({}) }).query(Count))).code).toBe("HTTP");
  });

  test("without a code of the server's is UNKNOWN", async () => {
    const error = await refusal(
      createClient({ url: await answering({ errors: [{ message: "a" }, { message: "b" }] }) }).query(Count),
    );
    expect(error).toMatchObject({ code: "UNKNOWN", message: "a (and 1 more)", faults: [{ message: "a" }, {}] });
  });

  test("has the id of the fault when the server tells none of the request", async () => {
    const answer = { errors: [{ message: "Internal", extensions: { code: "INTERNAL", id: "fault-1" } }] };
    expect(await refusal(createClient({ url: await answering(answer) }).query(Count))).toMatchObject({
      requestId: "fault-1",
      faults: [{ id: "fault-1" }],
    });
  });

  test("does not repeat variables that the server quotes", async () => {
    const message = 'No page "FAM (1)\\n" of 4321, nor FAM (1); 100 at most, not 43210.';
    const url = await answering({ errors: [{ message, extensions: { code: "BAD_CURSOR" } }] });
    const error = await refusal(createClient({ url }).query(Page, { after: "FAM (1)\n", first: 4321 }));
    expect(error.message).toBe('No page "…" of …, nor FAM (1); 100 at most, not 43210.');
    expect(error.faults[0]?.message).toBe(error.message);
  });

  test("keeps what came all the same, out of the sight of loggers", async () => {
    const url = await answering({ ...counted(5), errors: [{ message: "half", path: ["families", 0] }] });
    const error = await refusal(createClient({ url }).query(Count));
    expect(error.path).toEqual(["families", 0]);
    expect(error.data).toEqual({ families: { totalCount: 5 } });
    expect(inspect(error)).not.toContain("totalCount");
    expect(JSON.stringify(error)).not.toContain("totalCount");
  });
});

describe("an address", () => {
  test.each(["graphql", "", "localhost:4000/graphql", "ftp://host/graphql"])("%j is refused at once", (url) => {
    expect(() => createClient({ url })).toThrow(TypeError);
    expect(() => createClient({ url })).toThrow(`url is not an address of http or https: "${url}"`);
  });

  test("with a password is refused without showing it", () => {
    expect(() => createClient({ url: "http://me:secret@host/graphql" })).toThrow(/^(?!.*secret).*option token/);
  });
});
