import { randomBytes } from "node:crypto";
import { type Database, openDatabase } from "@chacra/prisma";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, run, type Server, serve, stop, temporaryDirectory } from "./server-process.ts";

const administration = process.env.TEST_DATABASE_URL;

/** The codes of an answer's errors. */
const codes = ({ errors }: { errors?: { extensions: { code: string } }[] }) =>
  errors?.map(({ extensions }) => extensions.code);

describe("a server's limits", () => {
  const { dataDir, remove } = temporaryDirectory();
  let server: Server;
  beforeAll(async () => {
    server = await serve({ CHACRA_DATA_DIR: dataDir, CHACRA_SCALE: "0.001", CHACRA_RATE_LIMIT: "5000" });
  });
  afterAll(async () => {
    await stop(server);
    remove();
  });

  async function send(query: string, headers: Record<string, string> = {}) {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json", ...headers },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  test("every answer tells its cost, as a dry run does without running anything", async () => {
    const query = "{ regions(first: 5) { totalCount nodes { name } } }";
    const cost = { requested: 107, limit: 50_000 };
    const { body } = await send(query);
    expect(body).toMatchObject({ data: { regions: { totalCount: 25 } }, extensions: { cost } });
    const dry = await send(query, { "x-chacra-dry-run": "cost" });
    expect([dry.status, dry.body]).toEqual([200, { data: null, extensions: { cost } }]);
  });

  test.each([
    [
      "COST_TOO_LARGE",
      "{ families(first: 100) { nodes { farms(first: 100) { nodes { plots(first: 100) { nodes { code } } } } } } }",
    ],
    ["PAGE_TOO_LARGE", "{ families(first: 101) { totalCount } }"],
    [
      "DEPTH_TOO_LARGE",
      `{ regions { nodes { ${"provinces { nodes { region { ".repeat(7)} name ${"} } }".repeat(7)} } } }`,
    ],
    [
      "LISTS_TOO_NESTED",
      "{ regions(first: 1) { nodes { localGovernments(first: 1) { nodes { families(first: 1) { nodes { farms(first: 1) { nodes { plots(first: 1) { nodes { farm { verifications(first: 1) { nodes { farm { plots(first: 1) { nodes { harvests { year } } } } } } } } } } } } } } } } } }",
    ],
    ["TOO_MANY_ALIASES", `{ ${Array.from({ length: 51 }, (_, i) => `a${i}: __typename`).join(" ")} }`],
    ["TOO_MANY_REPEATED_FIELDS", `{ ${"__typename ".repeat(500)} }`],
    ["TOO_MANY_DIRECTIVES", `{ __typename ${"@aa".repeat(10)} }`],
    ["TOO_MANY_TOKENS", `{ ${"__typename ".repeat(10_001)} }`],
    ["TOO_MANY_FIELDS", `{ ${Array.from({ length: 1_001 }, (_, i) => `region(ubigeo: "${i}") { name }`).join(" ")} }`],
    ["INTROSPECTION_TOO_DEEP", `{ __schema { types { ${"fields { type { ".repeat(3)} name ${"} }".repeat(3)} } } }`],
  ])("%s: told before anything runs", async (code, query) => {
    const { status, body } = await send(query);
    expect([status, codes(body)]).toEqual([400, [code]]);
    expect(body.errors[0].extensions).toMatchObject({ limit: expect.any(Number), requested: expect.any(Number) });
    expect(body.data).toBeUndefined();
  });

  test("an array of operations is refused", async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify([{ query: "{ __typename }" }, { query: "{ __typename }" }]),
    });
    expect([response.status, codes((await response.json()) as never)]).toEqual([400, ["BATCH_TOO_LARGE"]]);
  });

  test("a caller's budget is told with every answer, and when it is spent the caller is told to wait; others are not", async () => {
    const [, publicKey = ""] = await server.shows(/public +(chacra_\S+)/);
    const costly = "{ families(first: 100) { nodes { farms(first: 10) { nodes { code } } } } }";
    const first = await send(costly);
    expect(first.headers.get("ratelimit-policy")).toBe('"key";q=5000;w=60');
    expect(first.headers.get("ratelimit")).toMatch(/^"key";r=\d+;t=\d+$/);
    let last = first;
    for (let i = 0; i < 8 && last.status === 200; i++) last = await send(costly);
    expect([last.status, codes(last.body)]).toEqual([429, ["RATE_LIMITED"]]);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    const garbage = await send("no operation");
    expect(garbage.status).toBe(429);
    const other = await send("{ regions { totalCount } }", { authorization: `Bearer ${publicKey}` });
    expect([other.status, other.headers.get("ratelimit-policy")]).toEqual([200, '"public";q=1250;w=60']);
  });
});

describe.skipIf(!administration)("a server on PostgreSQL", () => {
  const name = `chacra_limits_${randomBytes(6).toString("hex")}`;
  const url = administration ? Object.assign(new URL(administration), { pathname: `/${name}` }).href : "";
  const environment = {
    DATABASE_URL: url,
    CHACRA_SCALE: "0.001",
    CHACRA_SECRET: randomBytes(32).toString("base64"),
    CHACRA_STATEMENT_TIMEOUT: "2",
  };
  let administrator: Database;
  let database: Database;
  let server: Server;

  beforeAll(async () => {
    administrator = await openDatabase({ url: administration ?? "" });
    await administrator.pool.query(`CREATE DATABASE ${name}`);
    database = await openDatabase({ url });
    expect((await run(["migrate"], environment)).code).toBe(0);
    server = await serve(environment);
  });
  afterAll(async () => {
    await stop(server);
    await database.close();
    await administrator.pool.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await administrator.close();
  });

  const waiting = async () => {
    const sql = "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = $1 AND wait_event_type = 'Lock'";
    return (await administrator.pool.query(sql, [name])).rows[0].n;
  };

  /** Runs while nothing can be read from the table of regions. */
  async function whileLocked(work: () => Promise<void>): Promise<void> {
    const locker = await database.pool.connect();
    await locker.query("BEGIN");
    await locker.query("LOCK TABLE region IN ACCESS EXCLUSIVE MODE");
    try {
      await work();
    } finally {
      await locker.query("ROLLBACK");
      locker.release();
    }
  }

  test("a statement that takes too long is ended, and its field told so", () =>
    whileLocked(async () => {
      const answer = await ask(server.url, "{ regions { totalCount } sources { totalCount } }");
      expect(codes(answer)).toEqual(["TIMEOUT"]);
      expect(await waiting()).toBe(0);
    }));

  test("a caller who goes away ends its statements, and no others", () =>
    whileLocked(async () => {
      const caller = new AbortController();
      const given = fetch(`${server.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ regions { nodes { name } } }" }),
        signal: caller.signal,
      });
      await expect.poll(waiting, { interval: 20 }).toBe(1);
      const other = ask(server.url, "{ regions { totalCount } }");
      await expect.poll(waiting, { interval: 20 }).toBe(2);
      caller.abort();
      await expect(given).rejects.toThrow();
      await expect.poll(waiting, { interval: 20, timeout: 1_500 }).toBe(1);
      expect(codes(await other)).toEqual(["TIMEOUT"]);
    }));
});

const redisUrl = process.env.TEST_REDIS_URL;

describe.skipIf(!redisUrl)("servers that share Redis", () => {
  const directories = [temporaryDirectory(), temporaryDirectory()];
  const environment = (at: number, url = redisUrl ?? "") => ({
    CHACRA_DATA_DIR: directories[at]?.dataDir ?? "",
    CHACRA_SCALE: "0.001",
    CHACRA_RATE_LIMIT: "3000",
    CHACRA_TRUSTED_PROXIES: "1",
    REDIS_URL: url,
  });
  afterAll(() => {
    for (const { remove } of directories) remove();
  });

  /** Asks for 1,201 objects from an address of its own, as a proxy would tell it. */
  async function status(url: string, address: string): Promise<number> {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-for": `203.0.113.9, ${address}` },
      body: JSON.stringify({ query: "{ families(first: 100) { nodes { farms(first: 10) { nodes { code } } } } }" }),
    });
    await response.text();
    return response.status;
  }

  test("count a caller's budget together, and each alone while Redis is away", { timeout: 180_000 }, async () => {
    const address = `198.51.100.${Math.floor(Math.random() * 250)}-${randomBytes(4).toString("hex")}`;
    const [one, two] = await Promise.all([serve(environment(0)), serve(environment(1))]);
    expect([await status(one.url, address), await status(two.url, address)]).toEqual([200, 200]);
    expect(await status(two.url, address)).toBe(429);
    expect(await status(one.url, address)).toBe(429);
    expect(await status(one.url, `${address}-other`)).toBe(200);
    await Promise.all([stop(one), stop(two)]);

    const alone = await serve(environment(0, "redis://127.0.0.1:9"));
    expect([await status(alone.url, address), await status(alone.url, address)]).toEqual([200, 200]);
    expect(await status(alone.url, address)).toBe(429);
    expect(alone.stdout()).toContain("Redis is away");
    await stop(alone);
  });
});
