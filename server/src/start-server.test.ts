import type { Database } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { GraphQLError, GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createLogger } from "./logger.ts";
import { type RunningServer, startServer } from "./start-server.ts";

const secret = "dni 70123456";
const log: Record<string, unknown>[] = [];
let contextFails = false;
let database: Database;
let server: RunningServer;

function failure(resolve: () => unknown) {
  return { type: GraphQLString, resolve };
}

const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: "Query",
    fields: {
      echo: {
        type: GraphQLInt,
        args: { value: { type: new GraphQLNonNull(GraphQLInt) } },
        resolve: (_, { value }) => value,
      },
      old: {
        type: GraphQLInt,
        args: { by: { type: GraphQLInt, deprecationReason: "It has no effect." } },
        deprecationReason: "Take echo.",
        resolve: () => 1,
      },
      throws: failure(() => {
        throw new Error("the roof fell in");
      }),
      rejects: failure(() => Promise.reject(new Error("the roof fell in"))),
      queryFails: failure(() => database.prisma.$queryRaw`SELECT ${secret}::int`),
      wrongValue: failure(() => ({ secret })),
      refuses: failure(() => {
        throw new GraphQLError("At most 100.", { extensions: { code: "PAGE_TOO_LARGE" } });
      }),
    },
  }),
});

beforeAll(async () => {
  const [embedded] = testLocations();
  if (!embedded) throw new Error("There is always the embedded database.");
  database = await embedded.openMigrated();
  const logger = createLogger("info", { write: (line) => void log.push(JSON.parse(line)) });
  const createContext = () => {
    if (contextFails) throw new Error("no context");
    return {};
  };
  server = await startServer({
    database,
    logger,
    settings: { host: "127.0.0.1", port: 0 },
    graph: { schema, createContext },
  });
});

afterAll(async () => {
  await server.close();
  await database.close();
});

beforeEach(() => {
  log.length = 0;
  contextFails = false;
});

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: string[]; extensions: { code: string; id?: string } }[];
}

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json", ...headers },
    body: JSON.stringify(body),
  });
  return { response, answer: (await response.json()) as Answer };
}

test("what is deprecated of an operation is told with its answer, each thing once", async () => {
  const { answer } = await post({ query: "{ old a: old b: old(by: 2) echo(value: 1) }" });
  expect(answer).toMatchObject({
    data: { old: 1, a: 1, b: 1, echo: 1 },
    extensions: {
      deprecated: [
        { field: "Query.old", reason: "Take echo." },
        { field: "Query.old(by:)", reason: "It has no effect." },
      ],
    },
  });
  const { answer: current } = await post({ query: "{ echo(value: 1) }" });
  expect(current).not.toHaveProperty("extensions.deprecated");
});

describe("a fault", () => {
  test.each(["throws", "rejects", "queryFails", "wrongValue"])(
    "that a resolver meets (%s) is masked and logged under one id",
    async (field) => {
      const { response, answer } = await post({ query: `{ ${field} }` });
      expect(response.status).toBe(200);
      expect(answer.data).toEqual({ [field]: null });
      expect(answer.errors).toHaveLength(1);
      const { message, path, extensions } = answer.errors?.[0] ?? {};
      expect(message).toBe("Internal server error");
      expect(path).toEqual([field]);
      expect(extensions).toEqual({ code: "INTERNAL", id: expect.stringMatching(/^[\da-f-]{36}$/) });
      await expect.poll(() => log.length).toBe(2);
      expect(log[0]).toMatchObject({
        level: 50,
        fault: extensions?.id,
        field,
        error: { stack: expect.stringContaining("at ") },
      });
      expect(log[1]).toMatchObject({ level: 30, path: "/graphql", faults: [extensions?.id] });
      expect(JSON.stringify([log, answer])).not.toContain("70123456");
    },
  );

  test("before anything was executed is masked with status 500", async () => {
    contextFails = true;
    const { response, answer } = await post({ query: "{ echo(value: 1) }" });
    expect(response.status).toBe(500);
    expect(answer).toEqual({
      errors: [{ message: "Internal server error", extensions: { code: "INTERNAL", id: expect.any(String) } }],
    });
    expect(log[0]).toMatchObject({ level: 50, error: { type: "Error", message: "no context" } });
  });
});

describe("an error that the caller can mend", () => {
  test.each([
    ["keeps its own code", { query: "{ refuses }" }, 200, "PAGE_TOO_LARGE"],
    ["in the syntax", { query: "{ echo(" }, 400, "GRAPHQL_PARSE_FAILED"],
    ["against the schema", { query: "{ nothing }" }, 400, "GRAPHQL_VALIDATION_FAILED"],
    ["in a variable", { query: "query ($v: Int!) { echo(value: $v) }", variables: { v: "x" } }, 400, "BAD_VARIABLE"],
    ["a variable left out", { query: "query ($v: Int!) { echo(value: $v) }" }, 400, "BAD_VARIABLE"],
    [
      "a null where a default stood",
      { query: "query ($v: Int = 1) { echo(value: $v) }", variables: { v: null } },
      200,
      "BAD_VARIABLE",
    ],
    ["an unclear operation", { query: "query A { refuses } query B { refuses }" }, 400, "OPERATION_RESOLUTION_FAILURE"],
    ["no query", {}, 400, "BAD_REQUEST"],
    ["a mutation that is not there", { query: "mutation { x }" }, 400, "GRAPHQL_VALIDATION_FAILED"],
  ])("%s", async (_, body, status, code) => {
    const { response, answer } = await post(body);
    expect([response.status, answer.errors?.[0]?.extensions.code]).toEqual([status, code]);
    expect(log.filter(({ level }) => level === 50)).toEqual([]);
  });
});

describe("the log of a request", () => {
  test("is one line with operation, hash of the document, status and duration, without variables and literals", async () => {
    const query = `query Ask($v: Int!) { echo(value: $v) refuses again: __type(name: "${secret}") { name } }`;
    await post({ query, variables: { v: 70123456 } }, { "x-request-id": "caller-7" });
    await expect.poll(() => log.length).toBe(1);
    expect(log[0]).toMatchObject({ id: "caller-7", method: "POST", path: "/graphql", status: 200, operation: "Ask" });
    expect(log[0]).toMatchObject({ ms: expect.any(Number), document: expect.stringMatching(/^[\da-f]{16}$/) });
    expect(JSON.stringify(log)).not.toContain("70123456");
  });

  test("leaves out the query string, which may hold a document", async () => {
    await fetch(`${server.url}/graphql?query=${encodeURIComponent(`{ echo(value: 70123456) }`)}`);
    await expect.poll(() => log.length).toBe(1);
    expect(log[0]).toMatchObject({ method: "GET", path: "/graphql", status: 200 });
    expect(JSON.stringify(log)).not.toContain("70123456");
  });

  test.each(["", "a b", "x".repeat(65), "<script>"])("an unfit request id (%j) is replaced", async (id) => {
    const { response } = await post({ query: "{ refuses }" }, { "x-request-id": id });
    expect(response.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
  });

  test("a fit request id comes back", async () => {
    const { response } = await post({ query: "{ refuses }" }, { "x-request-id": "trace:1.2_3" });
    expect(response.headers.get("x-request-id")).toBe("trace:1.2_3");
  });
});

test("nothing listens twice on one port", async () => {
  const port = Number(new URL(server.url).port);
  const logger = createLogger("silent");
  await expect(startServer({ database, logger, settings: { host: "127.0.0.1", port } })).rejects.toMatchObject({
    exitCode: 69,
    message: expect.stringContaining(`Port ${port}`),
  });
  await expect(startServer({ database, logger, settings: { host: "203.0.113.1", port: 0 } })).rejects.toMatchObject({
    exitCode: 78,
    message: expect.stringContaining("HOST=203.0.113.1"),
  });
});

test("readiness turns to 503 with reasons when the database does not answer, while health stays 200", async () => {
  const [embedded] = testLocations();
  const own = await embedded?.open();
  if (!own) throw new Error("There is always the embedded database.");
  const logger = createLogger("silent");
  const { url, close } = await startServer({ database: own, logger, settings: { host: "127.0.0.1", port: 0 } });
  const ready = async () => {
    const response = await fetch(`${url}/ready`);
    return { status: response.status, body: await response.json() };
  };
  expect(await ready()).toEqual({
    status: 503,
    body: {
      status: "not ready",
      reasons: expect.arrayContaining([expect.stringMatching(/is not applied: run `npm run chacra -- migrate`/)]),
    },
  });
  await own.close();
  expect(await ready()).toEqual({
    status: 503,
    body: { status: "not ready", reasons: ["The database does not answer."] },
  });
  expect((await fetch(`${url}/health`)).status).toBe(200);
  await close();
});

test("a fault on the way to a planned answer is logged, and the answer given the ordinary way", async () => {
  const logger = createLogger("info", { write: (line) => void log.push(JSON.parse(line)) });
  const broken: Database = { ...database, rows: () => Promise.reject(new TypeError(secret)) };
  const own = await startServer({ database: broken, logger, settings: { host: "127.0.0.1", port: 0 } });
  try {
    const response = await fetch(`${own.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ query: "{ regions { totalCount } }" }),
    });
    expect(await response.json()).toMatchObject({ data: { regions: { totalCount: expect.any(Number) } } });
    const faults = log.filter(({ level }) => Number(level) >= 50);
    expect(faults).toMatchObject([{ msg: "a planned answer failed", error: { type: "TypeError" } }]);
    await expect.poll(() => log.find(({ msg }) => msg === "request")).toMatchObject({ unplanned: "it failed" });
  } finally {
    await own.close();
  }
});
