import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Database } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { createTestServer, type TestServer } from "@chacra/sdk/testing";
import { createKey, createLogger, type RunningServer, startServer } from "@chacra/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { graphMap } from "../sdk/src/testing/_generated/graph-map.ts";
import packed from "../sdk/src/testing/_generated/programme.json" with { type: "json" };
import { type Row, writeRows } from "./programme/database.ts";
import { columnsIn, folder, testServerFiles } from "./programme/make.ts";

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: unknown[]; extensions: { code: string } }[];
  extensions?: object;
}

const programme: Record<string, { columns: string[]; rows: unknown[][] }> = packed;
const rows = Object.fromEntries(
  Object.entries(programme).map(([model, { columns, rows: lists }]): [string, Row[]] => [
    model,
    lists.map((list) => Object.fromEntries(columns.map((column, i) => [column, list[i]]))),
  ]),
);

test("what the test server is made of is as the schema, the data model and the demo have it; `npm run sdk:programme` writes it anew", async () => {
  const files = await testServerFiles();
  for (const [name, text] of Object.entries(files)) expect(readFileSync(new URL(name, folder), "utf8")).toBe(text);
  expect(files["programme.json"]?.length).toBeLessThan(150_000);
});

/** Cursors are each server's own, and of averages the last digits. */
function comparable(value: unknown): unknown {
  const one = (key: string, inner: unknown) => {
    if (typeof inner === "number") return Number(inner.toPrecision(12));
    return /[cC]ursor$/.test(key) && inner !== null ? "a cursor" : inner;
  };
  return JSON.parse(JSON.stringify(value, one));
}

describe.each(testLocations().slice(0, 1))(
  "the SDK's test server and a server with the same records on $name",
  ({ openMigrated }) => {
    let database: Database;
    let server: RunningServer;
    let token: string;
    let testServer: TestServer;
    beforeAll(async () => {
      database = await openMigrated();
      await writeRows(database, rows, columnsIn(graphMap));
      server = await startServer({
        database,
        settings: { host: "127.0.0.1", port: 0 },
        logger: createLogger("silent"),
      });
      const expiresAt = new Date(Date.now() + 3_600_000);
      ({ key: token } = await createKey(database.prisma, {
        role: "steward",
        label: "test",
        purpose: "tests",
        expiresAt,
      }));
      testServer = createTestServer({ purpose: "tests" });
    });
    afterAll(async () => {
      await server.close();
      await database.close();
    });

    async function ask(where: typeof fetch, query: string, variables: object = {}): Promise<Answer> {
      const response = await where(`${server.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      return response.json();
    }

    /** What both answer to the same question: errors by code and path, as their messages are for people. */
    async function both(query: string, ...variables: [real: object, test: object] | [same: object] | []) {
      const [real = {}, own = real] = variables;
      const answers = [await ask(fetch, query, real), await ask(testServer.fetch, query, own)];
      return answers.map(({ data, errors = [], extensions }) => ({
        data: comparable(data),
        errors: errors.map(({ path, extensions: { code } }) => ({ path, code })),
        extensions,
      }));
    }

    const golden = new URL("./golden/", import.meta.url);
    const goldenNames = readdirSync(golden).flatMap((file) =>
      file.endsWith(".graphql") ? file.replace(".graphql", "") : [],
    );

    test.each(goldenNames)("answer the golden query %s alike", async (name) => {
      const query = readFileSync(new URL(`${name}.graphql`, golden), "utf8");
      const beside = new URL(`${name}.variables.json`, golden);
      const variables = existsSync(beside) ? JSON.parse(readFileSync(beside, "utf8")) : {};
      const [real, own] = await both(query, variables);
      expect(own).toEqual(real);
    });

    const operations = new URL("../sdk/operations/", import.meta.url);
    test.each(readdirSync(operations))("answer the ready operation in %s alike", async (file) => {
      const query = readFileSync(new URL(file, operations), "utf8");
      const [, example = "{}"] = /^# Example: (.*)$/m.exec(query) ?? [];
      const [real, own] = await both(query, JSON.parse(example.replace(/(\w+):/g, '"$1":')));
      expect(own).toEqual(real);
    });
  },
);
