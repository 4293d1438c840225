import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { buildSchema, lexicographicSortSchema, printSchema } from "graphql";
import { auditServer } from "graphql-http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, type Server, serve, start, stop, temporaryDirectory } from "./server-process.ts";

const { dataDir, remove } = temporaryDirectory();
const environment = { CHACRA_DATA_DIR: dataDir, CHACRA_SCALE: "0.001" };
let server: Server;

beforeAll(async () => {
  server = await serve(environment);
});

afterAll(async () => {
  await stop(server);
  remove();
});

function post(headers: Record<string, string>, body: BodyInit): Promise<Response> {
  return fetch(`${server.url}/graphql`, { method: "POST", headers, body, duplex: "half" } as RequestInit);
}

async function codeOf(response: Response): Promise<unknown> {
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return errors[0]?.extensions.code;
}

describe("a first start", () => {
  test("fills the database, telling how it goes, and prints where to look", () => {
    const shown = server.stderr();
    expect(shown).toMatch(
      /Filling the database with the demo programme at scale 0\.001:\n( +\d+% .+\n)+ +[\d,]+ rows in/,
    );
    for (const page of ["/graphql", "/schema.graphql", "/health", "/ready"])
      expect(shown).toContain(`${server.url}${page}`);
  });

  test("prints a query to try that works as it stands", async () => {
    const [, url = "", contentType = "", body = ""] =
      /curl -s (\S+) -H 'Content-Type: (\S+)' -d '([^']+)'/.exec(server.stderr()) ?? [];
    const response = await fetch(url, { method: "POST", headers: { "content-type": contentType }, body });
    expect(await response.json()).toMatchObject({
      data: { region: { name: "San Martín", families: { totalCount: expect.any(Number) } } },
    });
  });

  test("writes its log as JSON, one object a line, to stdout alone", () => {
    const lines = server.stdout().trim().split("\n");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ msg: "listening", url: server.url, database: "embedded" });
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty("level");
    expect(server.stderr()).not.toContain('{"level"');
  });
});

describe("the pages", () => {
  test("/health and /ready say that all is well", async () => {
    for (const [page, status] of [
      ["/health", "live"],
      ["/ready", "ready"],
    ]) {
      const response = await fetch(server.url + page);
      expect([response.status, await response.json()]).toEqual([200, { status }]);
    }
  });

  test("/schema.graphql is the committed schema", async () => {
    const response = await fetch(`${server.url}/schema.graphql`);
    const committed = readFileSync(new URL("../schema/schema.graphql", import.meta.url), "utf8");
    const normal = (text: string) => printSchema(lexicographicSortSchema(buildSchema(text)));
    expect(normal(await response.text())).toBe(normal(committed));
  });

  test("/ leads to the explorer, and other paths to nothing", async () => {
    const root = await fetch(server.url, { redirect: "manual" });
    expect([root.status, root.headers.get("location")]).toEqual([302, "/graphql"]);
    const nothing = await fetch(`${server.url}/constructor`);
    expect([nothing.status, await codeOf(nothing)]).toEqual([404, "NOT_FOUND"]);
    const posted = await fetch(`${server.url}/health`, { method: "POST" });
    expect([posted.status, posted.headers.get("allow"), await codeOf(posted)]).toEqual([
      405,
      "GET, HEAD",
      "METHOD_NOT_ALLOWED",
    ]);
  });
});

describe("GraphQL over HTTP", () => {
  test("follows the specification: 61 of 61 audits", async () => {
    const results = await auditServer({ url: `${server.url}/graphql` });
    expect(results.filter(({ status }) => status !== "ok").map(({ name }) => name)).toEqual([]);
    expect(results).toHaveLength(61);
  });

  test("takes a query by GET", async () => {
    const response = await fetch(`${server.url}/graphql?query=${encodeURIComponent("{ regions { totalCount } }")}`);
    expect(await response.json()).toMatchObject({ data: { regions: { totalCount: 25 } } });
    const broken = await fetch(`${server.url}/graphql?query={__typename}&variables=nonsense`);
    expect([broken.status, await codeOf(broken)]).toEqual([400, "BAD_REQUEST"]);
  });

  test.each([
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/plain",
    "application/graphql",
    "",
  ])("refuses a body that is not JSON (%j), as another site's page could send it", async (type) => {
    const response = await post({ "content-type": type }, "query={__typename}");
    expect([response.status, await codeOf(response)]).toEqual([415, "UNSUPPORTED_MEDIA_TYPE"]);
  });

  test("refuses a body above 1 MB, whether it tells its length or not, and takes one below", async () => {
    const json = { "content-type": "application/json" };
    const body = (bytes: number) => JSON.stringify({ query: "{ __typename }", variables: { a: "x".repeat(bytes) } });
    const streamed = (text: string) => new Blob([text]).stream();
    for (const large of [body(1_000_000), streamed(body(1_000_000))]) {
      const response = await post(json, large);
      expect([response.status, await codeOf(response)]).toEqual([413, "BODY_TOO_LARGE"]);
    }
    for (const fitting of [body(900_000), streamed(body(900_000))]) {
      expect(await (await post(json, fitting)).json()).toMatchObject({ data: { __typename: "Query" } });
    }
  });

  test("lets any page ask, without lending it the visitor's cookies", async () => {
    const response = await post(
      { "content-type": "application/json", origin: "https://example.org" },
      '{"query":"{__typename}"}',
    );
    expect(response.headers.get("access-control-allow-origin")).toBe("https://example.org");
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    expect(response.headers.get("access-control-expose-headers")).toContain("X-Request-Id");
  });
});

describe("one data directory", () => {
  test("is not opened by a second process, which says so and ends with 69", async () => {
    const { code, stderr } = await start(["serve"], { ...environment, PORT: "0" }).ended;
    expect([code, stderr]).toEqual([
      69,
      expect.stringContaining(`Another process has the embedded database in ${dataDir} open.`),
    ]);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  test("is drained on SIGTERM, and a second start serves what is there, whatever the scale asked for", async () => {
    // A request of which half has arrived is running: it must be answered before the server ends.
    const body = '{"query":"{ regions { totalCount } }"}';
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    let answer = "";
    socket.setEncoding("utf8").on("data", (chunk) => {
      answer += chunk;
    });
    const closed = once(socket, "close");
    const head = [
      "POST /graphql HTTP/1.1",
      "Host: x",
      "Content-Type: application/json",
      `Content-Length: ${body.length}`,
    ];
    // The server's word to go on shows that it has begun with the request.
    socket.write(`${[...head, "Expect: 100-continue"].join("\r\n")}\r\n\r\n`);
    await expect.poll(() => answer).toBe("HTTP/1.1 100 Continue\r\n\r\n");
    socket.write(body.slice(0, 10));
    server.kill("SIGTERM");
    await expect.poll(() => server.stdout()).toContain('"closing"');
    await expect.poll(() => fetch(server.url).catch(() => "refused")).toBe("refused");
    socket.write(body.slice(10));
    await closed;
    expect(answer).toContain("HTTP/1.1 200 OK\r\n");
    expect(answer).toMatch(/connection: close\r\n/i);
    expect(answer).toContain('{"data":{"regions":{"totalCount":25}},');
    expect((await server.ended).code).toBe(0);

    server = await serve({ ...environment, CHACRA_SCALE: "0.002" });
    expect(server.stderr()).not.toContain("Filling");
    expect(server.stderr()).toMatch(
      /holds the demo at scale 0\.001, not CHACRA_SCALE=0\.002; `npm run chacra -- reset`/,
    );
    expect((await ask(server.url, "{ regions { totalCount } }")).data).toEqual({ regions: { totalCount: 25 } });
  });
});
