import { existsSync, globSync, readFileSync } from "node:fs";
import type { Database } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { type Role, roles, schema } from "@chacra/schema";
import { arbitraryDocument } from "@chacra/schema/testing";
import { createTestServer } from "@chacra/sdk/testing";
import { createKey, createLogger, type RunningServer, startServer } from "@chacra/server";
import fc from "fast-check";
import { type GraphQLObjectType, getNamedType, isInputObjectType, isLeafType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectionAt } from "../schema/src/connection/fields.ts";
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
  return JSON.parse(JSON.stringify(value ?? null, one));
}

/** Random operations in all; more are tried on demand. */
const RUNS = Number(process.env.EQUALITY_RUNS ?? 300);

/** Pseudonyms, and ids that hold them, are each server's own. */
function withoutNames(answer: { data: unknown } | undefined) {
  const isOwn = (name: string) => /^P-|:P-/.test(name) || /:P-/.test(Buffer.from(name, "base64url").toString());
  const text = JSON.stringify(answer?.data).replaceAll(/"([\w-]+)"/g, (whole, name) => (isOwn(name) ? '"own"' : whole));
  return { ...answer, data: JSON.parse(text) };
}

/** What tells of groups of families, which a server may keep from all but stewards, and the test server never does. */
const totals = /^(actual|lineage|actualsByYear|actualsByRegion)$/;

/** A selection of each field of a type that holds no further records, nor totals. */
function plainFields(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields()).flatMap(({ name, args, type: given }) => {
    const inner = getNamedType(given);
    if (args.length > 0 || totals.test(name)) return [];
    if (isLeafType(inner)) return [name];
    if (!isObjectType(inner) || inner.getInterfaces().length > 0) return [];
    return plainFields(inner).map((field) => `${name} { ${field} }`);
  });
}

describe.each(testLocations().slice(0, 1))(
  "the SDK's test server and a server with the same records on $name",
  ({ openMigrated }) => {
    let database: Database;
    let server: RunningServer;
    const keys = new Map<Role, string>();
    const purpose = "tests";
    const regions = ["10", "22"];
    const testServers = Object.fromEntries(
      roles.map((role) => [role, createTestServer({ role, purpose, regions: role === "partner" ? regions : [] })]),
    );
    beforeAll(async () => {
      database = await openMigrated();
      await writeRows(database, rows, columnsIn(graphMap));
      const settings = { host: "127.0.0.1", port: 0, rateLimit: 1_000_000_000 };
      server = await startServer({ database, settings, logger: createLogger("silent") });
      const grant = { label: "test", purpose, expiresAt: new Date(Date.now() + 3_600_000) };
      for (const role of ["analyst", "steward"] as const)
        keys.set(role, (await createKey(database.prisma, { ...grant, role })).key);
      keys.set(
        "partner",
        (await createKey(database.prisma, { ...grant, role: "partner", partner: "Cacao", regions })).key,
      );
    });
    afterAll(async () => {
      await server.close();
      await database.close();
    });

    async function ask(where: typeof fetch, role: Role, query: string, variables: object): Promise<Answer> {
      const key = keys.get(role);
      const response = await where(`${server.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }) },
        body: JSON.stringify({ query, variables }),
      });
      return response.json();
    }

    /** What both answer to the same question: errors by code and path, as their messages are for people. */
    async function both(role: Role, query: string, real: object = {}, own: object = real) {
      const answers = [
        await ask(fetch, role, query, real),
        await ask(testServers[role]?.fetch ?? fetch, role, query, own),
      ];
      return answers.map(({ data, errors = [], extensions }) => ({
        data: comparable(data),
        errors: errors.map(({ path, extensions: { code } }) => ({ path, code })),
        extensions,
      }));
    }

    /** A server's own cursors for the query of pages. */
    async function places(where: typeof fetch): Promise<object> {
      const order = "orderBy: [{ localGovernment: { name: ASC } }, { hectares: DESC }]";
      const answer = await ask(where, "steward", `{ farms(first: 9, ${order}) { edges { cursor } } }`, {});
      const { edges } = (answer.data as { farms: { edges: { cursor: string }[] } }).farms;
      return { after: edges[2]?.cursor, before: edges[8]?.cursor };
    }

    const root = new URL("../", import.meta.url);
    const files = globSync("{test/golden,sdk/operations,server/explorer/gallery/*}/*.graphql", { cwd: root });
    test.each(files)("answer a steward's %s alike", async (file) => {
      const query = readFileSync(new URL(file, root), "utf8");
      const beside = new URL(file.replace(/graphql$/, "variables.json"), root);
      const [, example = "{}"] = /^# Example: (.*)$/m.exec(query) ?? [];
      const given = existsSync(beside) ? readFileSync(beside, "utf8") : example.replace(/(\w+):/g, '"$1":');
      const [real, own] = await (file.includes("pages")
        ? both("steward", query, await places(fetch), await places(testServers.steward?.fetch ?? fetch))
        : both("steward", query, JSON.parse(given)));
      expect(own).toEqual(real);
      expect(real?.data).toBeTruthy();
    });

    test("answer a steward's random operations alike", { timeout: 3_600_000 }, async () => {
      let answered = 0;
      await fc.assert(
        fc.asyncProperty(arbitraryDocument(schema, 5), async (source) => {
          const query = source.replaceAll(/\b(cursor|startCursor|endCursor)\b/g, "__typename");
          const [real, own] = await both("steward", query);
          if (real?.data) answered += 1;
          // Of several things that are wrong, which is told is chance.
          const told = (answer: typeof real) => ({ ...answer, errors: answer?.errors.length !== 0 });
          expect(told(own)).toEqual(told(real));
        }),
        { numRuns: RUNS },
      );
      expect(answered).toBeGreaterThan(RUNS / 10);
    });

    test.each(roles)("give the role %s the same fields of the same records", async (role) => {
      const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(connectionAt);
      expect(fields.length).toBeGreaterThan(15);
      for (const field of fields) {
        const type = schema.getType(connectionAt(field)?.to.policy.type ?? "");
        for (const asked of isObjectType(type) ? plainFields(type) : []) {
          const query = `{ ${field.name}(first: 7) { nodes { __typename ${asked} } } }`;
          const [real, own] = await both(role, query);
          expect({ query, ...withoutNames(own) }).toEqual({ query, ...withoutNames(real) });
        }
      }
    });

    test.each(roles)("let the role %s filter and sort by the same fields", async (role) => {
      for (const field of Object.values(schema.getQueryType()?.getFields() ?? {}).filter(connectionAt)) {
        const inputs = ["where", "orderBy"].map((name) =>
          getNamedType(field.args.find((arg) => arg.name === name)?.type),
        );
        for (const [i, input] of inputs.entries()) {
          for (const one of isInputObjectType(input) ? Object.values(input.getFields()) : []) {
            const inner = getNamedType(one.type);
            if (!isInputObjectType(inner) && i === 0) continue;
            const argument =
              i === 0
                ? `where: { ${one.name}: {} }`
                : `orderBy: [{ ${one.name}: ${isInputObjectType(inner) ? "{ name: DESC }" : "DESC"} }]`;
            const query = `{ ${field.name}(first: 9, ${argument}) { pageInfo { hasNextPage } } }`;
            const [real, own] = await both(role, query);
            expect({ query, ...own }).toEqual({ query, ...real });
          }
        }
      }
    });
  },
);
