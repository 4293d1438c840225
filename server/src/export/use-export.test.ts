import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { graphOf } from "../http/graph.ts";
import { createLogger } from "../logger.ts";
import { type RunningServer, startServer } from "../start-server.ts";

const log: Record<string, unknown>[] = [];
let database: Database;
let server: RunningServer;
/** Pages that have been asked of the graph; at `failAt` it fails. */
let pages = 0;
let failAt = Number.POSITIVE_INFINITY;

async function start(rateLimit = 1_000_000): Promise<RunningServer> {
  const graph = graphOf(database);
  return await startServer({
    database,
    logger: createLogger("info", { write: (line) => void log.push(JSON.parse(line)) }),
    settings: { host: "127.0.0.1", port: 0, anonymous: "analyst", rateLimit },
    graph: {
      ...graph,
      createContext(viewer) {
        pages += 1;
        if (pages === failAt) throw new Error("the roof fell in");
        return graph.createContext(viewer);
      },
    },
  });
}

beforeAll(async () => {
  const [embedded] = testLocations();
  if (!embedded) throw new Error("There is always the embedded database.");
  database = await embedded.openMigrated();
  await fillDemo(database, { scale: 0.01, seed: 1 });
  server = await start();
});

afterAll(async () => {
  await server.close();
  await database.close();
});

beforeEach(() => {
  log.length = 0;
  pages = 0;
  failAt = Number.POSITIVE_INFINITY;
});

const families = (url = server.url, signal?: AbortSignal) =>
  fetch(`${url}/graphql?format=csv&query=${encodeURIComponent("{ families { nodes { code } } }")}`, { signal });

describe("a file", () => {
  test("walks through all pages, each with a context of its own", async () => {
    const text = await (await families()).text();
    expect(text.trimEnd().split("\r\n")).toHaveLength(873);
    expect(pages).toBe(9);
  });

  test.each([2, 5, 9])(
    "that fails at page %i breaks off, so that nobody takes it for whole, and says why in the log",
    async (page) => {
      failAt = page;
      const response = await families();
      expect([response.status, response.headers.get("x-chacra-rows")]).toEqual([200, "872"]);
      await expect(response.text()).rejects.toThrow();
      await expect.poll(() => log.length).toBe(2);
      const id = response.headers.get("x-request-id");
      expect(log).toContainEqual(
        expect.objectContaining({
          level: 50,
          id,
          msg: "a file broke off",
          error: expect.objectContaining({ message: "the roof fell in" }),
        }),
      );
      expect(log).toContainEqual(expect.objectContaining({ id, msg: "request", aborted: true }));
    },
  );

  test("that fails at its first page is an error with a status that says so", async () => {
    failAt = 1;
    const response = await families();
    expect([response.status, response.headers.get("content-disposition")]).toEqual([500, null]);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "INTERNAL" } }] });
  });

  test("is not made any further for a caller who has gone away", async () => {
    const gone = new AbortController();
    const response = await families(server.url, gone.signal);
    await response.body?.getReader().read();
    gone.abort();
    await expect.poll(() => log.length).toBe(1);
    const asked = pages;
    expect(asked).toBeLessThan(9);
    await families().then((next) => next.text());
    expect(pages).toBeLessThanOrEqual(asked + 1 + 9);
    expect(log.filter(({ level }) => level === 50)).toEqual([]);
  });

  test("costs its caller what its pages cost, which the headers of the next answer tell", async () => {
    const own = await start(5_000);
    try {
      await (await families(own.url)).text();
      const next = await fetch(`${own.url}/graphql?query={__typename}`);
      // Nine pages of a connection and a hundred families, the request itself, the total, and the question after it.
      expect(next.headers.get("ratelimit")).toMatch(/r=4\d{3};/);
      const remaining = Number(/r=(\d+)/.exec(next.headers.get("ratelimit") ?? "")?.[1]);
      expect(5_000 - remaining).toBeGreaterThanOrEqual(8 * 101);
    } finally {
      await own.close();
    }
  });
});
