import { describe, expect, test } from "vitest";
import { createClient, graphql, NetworkError, RateLimitedError, TimeoutError } from "../index.ts";
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

  test("waits as long as Retry-After says, in seconds", async () => {
    const { url, asked } = await answering(busy("1"), counted);
    await createClient({ url }).query(Count);
    expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBeGreaterThan(990);
  });

  test("waits until the day and time in Retry-After", async () => {
    const { url, asked } = await answering(busy(new Date(Date.now() + 2_000).toUTCString()), counted);
    await createClient({ url }).query(Count);
    expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBeGreaterThan(500);
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

  test("is told of when the new one is not taken either, or when it is a text", async () => {
    const { url, asked } = await answering(refused);
    const error = await refusal(createClient({ url, token: () => "never" }).query(Count));
    expect(error).toMatchObject({ name: "AuthenticationError", code: "UNAUTHENTICATED", status: 401 });
    expect(asked).toHaveLength(2);
    await refusal(createClient({ url, token: "fixed" }).query(Count));
    expect(asked).toHaveLength(3);
  });
});
