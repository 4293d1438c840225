import { randomBytes } from "node:crypto";
import { type Database, openDatabase } from "@chacra/prisma";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, run, type Server, serve, stop } from "./server-process.ts";

const administration = process.env.TEST_DATABASE_URL;

describe.skipIf(!administration)("a server on PostgreSQL", () => {
  const name = `chacra_http_${randomBytes(6).toString("hex")}`;
  const url = administration ? Object.assign(new URL(administration), { pathname: `/${name}` }).href : "";
  const environment = { DATABASE_URL: url, CHACRA_SCALE: "0.001", CHACRA_SECRET: randomBytes(32).toString("base64") };
  let administrator: Database;
  let database: Database;
  let server: Server;

  beforeAll(async () => {
    administrator = await openDatabase({ url: administration ?? "" });
    await administrator.pool.query(`CREATE DATABASE ${name}`);
    database = await openDatabase({ url });
    server = await serve(environment);
  });

  afterAll(async () => {
    await stop(server);
    await database.close();
    await administrator.pool.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await administrator.close();
  });

  async function readiness(): Promise<{ status: number; reasons?: string[] }> {
    const response = await fetch(`${server.url}/ready`);
    const { reasons } = (await response.json()) as { reasons?: string[] };
    return { status: response.status, reasons };
  }

  test("begins an empty database and never fills it on its own, but says how", async () => {
    expect(server.stderr()).toContain("The database holds no demo programme; `npm run chacra -- seed` fills it");
    expect(await readiness()).toEqual({ status: 200 });
    expect((await ask(server.url, "{ regions { totalCount } }")).data).toEqual({ regions: { totalCount: 0 } });
  });

  test("is not emptied while it holds no demo, for it may hold somebody's own records", async () => {
    const { code, stderr } = await run(["reset", "--yes"], environment);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/does not hold the demo programme.+Nothing was changed/)]);
  });

  test("is filled by seed, at once seen by the running server, and not twice", async () => {
    expect((await run(["seed"], environment)).code).toBe(0);
    expect((await ask(server.url, "{ regions { totalCount } }")).data).toEqual({ regions: { totalCount: 25 } });
    expect(await run(["seed"], environment)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("holds the demo already"),
    });
  });

  test("masks a fault of the database: the client gets an id, the log the way to it, neither gets what was asked", async () => {
    await database.pool.query("ALTER TABLE farm RENAME TO farm_away");
    const secret = "dni-70123456";
    const answer = await ask(
      server.url,
      "query Where($code: String!) { farm(code: $code) { hectares } }",
      {
        code: secret,
      },
      (await run(["key", "create", "--role", "analyst", "--label", "test"], environment)).stdout.trim(),
    );
    await database.pool.query("ALTER TABLE farm_away RENAME TO farm");
    expect(answer.data).toEqual({ farm: null });
    expect(answer.errors).toHaveLength(1);
    const { message, extensions } = answer.errors?.[0] ?? {};
    expect([message, extensions]).toEqual(["Internal server error", { code: "INTERNAL", id: expect.any(String) }]);
    await expect.poll(() => server.stdout()).toContain('"faults"');
    const lines = server
      .stdout()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const fault = lines.find((line) => line.fault === extensions?.id);
    expect(fault).toMatchObject({
      level: 50,
      field: "farm",
      error: { code: "P2021", stack: expect.stringMatching(/^at /) },
    });
    expect(lines.find(({ faults }) => faults?.includes(extensions?.id))).toMatchObject({
      operation: "Where",
      status: 200,
    });
    expect(server.stdout()).not.toContain(secret);
  });

  test("is not ready while a migration is missing, and the next start refuses to go on", async () => {
    await database.pool.query("ALTER TABLE _prisma_migrations RENAME TO kept_migrations");
    await database.pool.query("CREATE TABLE _prisma_migrations (LIKE kept_migrations INCLUDING ALL)");
    expect(await readiness()).toEqual({
      status: 503,
      reasons: expect.arrayContaining([expect.stringMatching(/^The migration \d{14}_\w+ is not applied/)]),
    });
    expect((await run(["migrate", "--status"], environment)).code).toBe(3);
    await database.pool.query("DROP TABLE _prisma_migrations");
    await database.pool.query("ALTER TABLE kept_migrations RENAME TO _prisma_migrations");
    expect(await readiness()).toEqual({ status: 200 });
    expect((await run(["migrate", "--status"], environment)).code).toBe(0);
  });

  test("finishes a query that runs when the signal comes", async () => {
    const locker = await database.pool.connect();
    await locker.query("BEGIN");
    await locker.query("LOCK TABLE region IN ACCESS EXCLUSIVE MODE");
    const running = ask(server.url, "{ regions { totalCount } }");
    const waiting = "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = $1 AND wait_event_type = 'Lock'";
    await expect.poll(async () => (await database.pool.query(waiting, [name])).rows[0].n).toBe(1);
    server.kill("SIGTERM");
    await expect.poll(() => server.stdout()).toContain('"closing"');
    await locker.query("COMMIT");
    locker.release();
    expect((await running).data).toEqual({ regions: { totalCount: 25 } });
    expect((await server.ended).code).toBe(0);
    server = await serve(environment);
  });

  test("is emptied by reset, tables and all, once it holds the demo and was told to", async () => {
    expect(await run(["reset"], environment)).toMatchObject({ code: 2, stderr: expect.stringContaining("add --yes") });
    const { code, stdout } = await run(["reset", "--yes"], environment);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^Dropped all tables of Chacra in PostgreSQL at .+ and made them anew/),
    ]);
    expect((await ask(server.url, "{ regions { totalCount } }")).data).toEqual({ regions: { totalCount: 0 } });
  });
});
