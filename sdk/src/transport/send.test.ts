import { describe, expect, test } from "vitest";
import { AuthenticationError, createClient, graphql, NetworkError, RateLimitedError, TimeoutError } from "../index.ts";
import { type Answer, answering, refusal } from "./testing.ts";

const Count = graphql("query Count { families { totalCount } }");
const counted = { body: { data: { families: { totalCount: 7 } } } };
const busy = (retryAfter: string): Answer => ({
  status: 429,
  headers: { "retry-after": retryAfter },
  body: { errors: [{ message: "Too much.", extensions: { code: "RATE_LIMITED" } }] },
});
const wrong = { body: { errors: [{ message: "Wrong.", extensions: { code: "BAD_ARGUMENT" } }] } };

describe("a request", () => {
  test.each([429, 502, 503, 504])("that was refused with %s is made again, and answered", async (status) => {
    const { url, asked } = await answering({ ...busy("0"), status }, { ...busy("0"), status }, counted);
    expect(await createClient({ url }).query(Count)).toEqual({ families: { totalCount: 7 } });
    expect(asked.map(({ body }) => body?.operationName)).toEqual(["Count", "Count", "Count"]);
  });

  test("whose connection broke is made again", async () => {
    const { url, asked } = await answering((response) => response.destroy(), counted);
    expect(await createClient({ url }).query(Count)).toEqual({ families: { totalCount: 7 } });
    expect(asked).toHaveLength(2);
  });

  test("may take a part of a millisecond", async () => {
    const { url } = await answering(() => undefined);
    const error = await refusal(createClient({ url }).query(Count, {}, { timeout: 0.5 }));
    expect(error).toBeInstanceOf(TimeoutError);
  });

  test.each([
    [429, "RATE_LIMITED", RateLimitedError, 7],
    [401, "UNAUTHENTICATED", AuthenticationError, undefined],
  ])(
    "that a proxy refused with %i, in no words of GraphQL's, is told as %s",
    async (status, code, type, retryAfter) => {
      const headers: Answer["headers"] = {
        "content-type": "text/html",
        ...(retryAfter && { "retry-after": `${retryAfter}` }),
      };
      const { url } = await answering({ status, headers, body: "<p>No.</p>" });
      const error = await refusal(createClient({ url, retries: 0 }).query(Count));
      expect(error).toBeInstanceOf(type);
      expect(error).toMatchObject({ code, status, ...(retryAfter && { retryAfter }) });
    },
  );

  test("is made no more often than `retries` says, and told by its last answer", async () => {
    const { url, asked } = await answering(busy("0"));
    const error = await refusal(createClient({ url, retries: 1 }).query(Count));
    expect(error).toBeInstanceOf(RateLimitedError);
    expect(error).toMatchObject({ code: "RATE_LIMITED", status: 429, retryAfter: 0 });
    expect(asked).toHaveLength(2);
  });

  test.each([
    ["an answer that is wrong", wrong],
    [
      "a fault of the server's",
      { status: 500, body: { errors: [{ message: "x", extensions: { code: "INTERNAL" } }] } },
    ],
    ["what is not found", { status: 404, body: "none" }],
  ])("is not made again for %s", async (_, answer) => {
    const { url, asked } = await answering(answer, counted);
    await refusal(createClient({ url }).query(Count));
    expect(asked).toHaveLength(1);
  });

  test.each([
    ["seconds", "30"],
    ["a day and time", new Date(Date.now() + 30_500).toUTCString()],
  ])("is not made again before Retry-After says, in %s", async (_, retryAfter) => {
    const { url, asked } = await answering(busy(retryAfter), counted);
    const query = createClient({ url }).query(Count, {}, { signal: AbortSignal.timeout(1_500) });
    expect(await refusal(query)).toMatchObject({ code: "ABORTED" });
    expect(asked).toHaveLength(1);
  });

  test("is not waited for longer than the call may take: the error says when to come back", async () => {
    const { url, asked } = await answering(busy("3600"), counted);
    const error = await refusal(createClient({ url, timeout: 5_000 }).query(Count));
    expect(error).toMatchObject({ code: "RATE_LIMITED", retryAfter: 3_600 });
    expect(asked).toHaveLength(1);
  });

  test("that takes too long is TIMEOUT, by the client's or by the call's own time, also while its body comes", async () => {
    const { url } = await answering((response) => response.writeHead(200).write('{"data":'));
    const client = createClient({ url, timeout: 50 });
    expect(await refusal(client.query(Count))).toBeInstanceOf(TimeoutError);
    const patient = createClient({ url });
    expect(await refusal(patient.query(Count, {}, { timeout: 50 }))).toMatchObject({ code: "TIMEOUT", faults: [] });
  });

  test("is given up by its caller while it waits to be made again", async () => {
    const { url, asked } = await answering(busy("20"));
    const error = await refusal(createClient({ url }).query(Count, {}, { signal: AbortSignal.timeout(100) }));
    expect(error).toMatchObject({ name: "AbortedError", code: "ABORTED" });
    expect(asked).toHaveLength(1);
  });

  test("to nobody is NETWORK, with the reason", async () => {
    const error = await refusal(createClient({ url: "http://127.0.0.1:1/graphql", retries: 0 }).query(Count));
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ code: "NETWORK", cause: expect.any(Error) });
  });

  test.each([{ timeout: 0 }, { timeout: Number.NaN }, { retries: -1 }, { retries: 1.5 }])(
    "with %j is refused",
    (options) => {
      expect(() => createClient({ url: "http://127.0.0.1:1", ...options })).toThrow(TypeError);
    },
  );
});

describe("a token that the server does not take", () => {
  const refused = { status: 401, body: { errors: [{ message: "No.", extensions: { code: "UNAUTHENTICATED" } }] } };

  test("is asked for anew once, with `refresh`, by all who wait for it together", async () => {
    const { url, asked } = await answering(refused, refused, counted);
    const requests: boolean[] = [];
    const renewed = Promise.withResolvers<string>();
    const client = createClient({
      url,
      token({ refresh }) {
        requests.push(refresh);
        return refresh ? renewed.promise : "old";
      },
    });
    const Own = graphql("query Own { regions { totalCount } }");
    const both = [client.query(Count), client.query(Own)];
    await expect.poll(() => asked.length).toBe(2);
    setTimeout(() => renewed.resolve("new"), 100);
    await Promise.all(both);
    expect(requests).toEqual([false, false, true]);
    expect(asked.map(({ authorization }) => authorization)).toEqual(
      ["old", "old", "new", "new"].map((t) => `Bearer ${t}`),
    );
  });

  test("is taken from those who were refused before, by who comes late", async () => {
    const late = Promise.withResolvers<void>();
    const { url } = await answering(
      async (response) => {
        await late.promise;
        response.writeHead(401, { "content-type": "application/json" }).end(JSON.stringify(refused.body));
      },
      refused,
      counted,
    );
    let renewals = 0;
    const token = ({ refresh }: { refresh: boolean }) => (refresh ? `new ${++renewals}` : "old");
    const client = createClient({ url, token });
    const slow = client.query(Count);
    await client.query(graphql("query Own { regions { totalCount } }"));
    late.resolve();
    await slow;
    expect(renewals).toBe(1);
  });

  test("and that never comes is not waited for longer than the call may take", async () => {
    const { url } = await answering(counted);
    const client = createClient({ url, token: () => new Promise<string>(() => {}), timeout: 50 });
    expect(await refusal(client.query(Count))).toBeInstanceOf(TimeoutError);
  });

  test("is told of when the new one is not taken either, or when it is a text", async () => {
    const { url, asked } = await answering(refused);
    const error = await refusal(createClient({ url, token: () => "never" }).query(Count));
    expect(error).toMatchObject({ name: "AuthenticationError", code: "UNAUTHENTICATED", status: 401 });
    expect(asked).toHaveLength(2);
    await refusal(createClient({ url, token: "fixed" }).query(Count));
    expect(asked).toHaveLength(3);
  });
});
