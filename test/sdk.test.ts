import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import * as sdk from "@chacra/sdk";
import { ChacraError, createClient, graphql } from "@chacra/sdk";
import { createLogger, type RunningServer, startServer } from "@chacra/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const [{ openMigrated }] = testLocations() as [ReturnType<typeof testLocations>[number]];
let database: Database;
let server: RunningServer;
let chacra: sdk.ChacraClient;
beforeAll(async () => {
  database = await openMigrated();
  await fillDemo(database, { scale: 0.001, seed: 1 });
  server = await startServer({ database, settings: { host: "127.0.0.1", port: 0 }, logger: createLogger("silent") });
  chacra = createClient({ url: `${server.url}/graphql` });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

/** What a promise is refused with. */
async function refusal(promise: Promise<unknown>): Promise<ChacraError> {
  const error = await promise.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(ChacraError);
  return error;
}

/** A server of HTTP that is not Chacra. */
async function listen(listener: Parameters<typeof createServer>[1]): Promise<{ url: string; close(): void }> {
  const other = createServer(listener).listen(0, "127.0.0.1");
  await once(other, "listening");
  return { url: `http://127.0.0.1:${(other.address() as AddressInfo).port}/graphql`, close: () => other.close() };
}

describe("ready documents", () => {
  test("RegionsOverview", async () => {
    const { regions } = await chacra.query(sdk.RegionsOverviewDocument);
    expect(regions.nodes.reduce((sum, { families }) => sum + families.totalCount, 0)).toBe(87);
  });

  test("RegionOverview", async () => {
    const { region } = await chacra.query(sdk.RegionOverviewDocument, { ubigeo: "22", first: 2 });
    expect(region).toMatchObject({ name: "San Martín", capital: "Moyobamba" });
    expect(region?.localGovernments.nodes).toHaveLength(2);
  });

  test("LocalGovernmentFamilies, FamilyDetails", async () => {
    const { region } = await chacra.query(sdk.RegionOverviewDocument, { ubigeo: "22", first: 1 });
    const ubigeo = region?.localGovernments.nodes[0]?.ubigeo ?? "";
    const { localGovernment } = await chacra.query(sdk.LocalGovernmentFamiliesDocument, { ubigeo });
    const code = localGovernment?.families.nodes[0]?.code ?? "";
    const { family } = await chacra.query(sdk.FamilyDetailsDocument, { code });
    expect(family?.code).toBe(code);
    expect(family?.localGovernment.ubigeo).toBe(ubigeo);
    expect(family?.members.nodes.filter(({ isHead }) => isHead)).toHaveLength(1);
  });

  test("FarmsByCrop", async () => {
    const { farms, plots } = await chacra.query(sdk.FarmsByCropDocument, { crop: "CACAO", first: 3 });
    expect(farms.nodes).toHaveLength(3);
    expect(plots.sum.hectares).toBeCloseTo(80.986, 3);
    expect(farms.nodes.every((farm) => farm.plots.nodes.length > 0)).toBe(true);
  });

  test("TrainingResults", async () => {
    const { trainings } = await chacra.query(sdk.TrainingResultsDocument, { topic: "FINANCIAL_EDUCATION" });
    expect(trainings.nodes.some(({ participants }) => participants.edges.length > 0)).toBe(true);
  });

  test("InvestmentsByRecipient", async () => {
    for (const [kind, typename] of [
      ["FAMILY_FINANCING", "Family"],
      ["PUBLIC_RESOURCES", "LocalGovernment"],
      ["PRIVATE_CONNECTIVITY", "Locality"],
      ["ENTERPRISE_SUPPORT", "Enterprise"],
    ] as const) {
      const { investments } = await chacra.query(sdk.InvestmentsByRecipientDocument, { kind, first: 3 });
      expect(investments.nodes.map(({ recipient }) => recipient.__typename)).toContain(typename);
    }
  });

  test("MarketEvents", async () => {
    const { marketEvents } = await chacra.query(sdk.MarketEventsDocument, { first: 100 });
    expect(new Set(marketEvents.nodes.map(({ series }) => series)).size).toBe(6);
  });
});

describe("one's own document", () => {
  test("is answered as deep as it asks, in one request", async () => {
    const document = graphql(`
      query Own($ubigeo: String!) {
        region(ubigeo: $ubigeo) {
          localGovernments(where: { families: { some: {} } }) { nodes { families { nodes { farms { nodes { hectares } } } } } }
        }
      }
    `);
    const { region } = await chacra.query(document, { ubigeo: "22" });
    const families = region?.localGovernments.nodes.flatMap(({ families }) => families.nodes) ?? [];
    expect(families.flatMap(({ farms }) => farms.nodes).every(({ hectares }) => hectares > 0)).toBe(true);
    expect(families.length).toBeGreaterThan(10);
  });

  test("pages to the end", async () => {
    const document = graphql(
      "query Pages($after: String) { families(first: 30, after: $after) { nodes { code } pageInfo { hasNextPage endCursor } } }",
    );
    const codes: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { families }: sdk.ResultOf<typeof document> = await chacra.query(document, { after });
      codes.push(...families.nodes.map(({ code }) => code));
      ({ hasNextPage: more, endCursor: after } = families.pageInfo);
    }
    expect(new Set(codes).size).toBe(87);
  });
});

describe("an error", () => {
  const tooMany = graphql(
    "query TooMany($first: Int) { families(first: $first) { totalCount } regions { totalCount } }",
  );

  test("has the code, the path and the request id of the server", async () => {
    const error = await refusal(chacra.query(tooMany, { first: 4321 }));
    expect(error).toMatchObject({ code: "PAGE_TOO_LARGE", faults: [{ code: "PAGE_TOO_LARGE", path: ["families"] }] });
    expect(error.requestId).toMatch(/^[\w-]{8,}$/);
  });

  test("keeps what came all the same", async () => {
    const part = graphql(`query Part { node(id: "nonsense") { id } region(ubigeo: "22") { name } }`);
    expect((await refusal(chacra.query(part))).data).toEqual({ node: null, region: { name: "San Martín" } });
  });

  test("is NETWORK when nobody listens", async () => {
    const gone = await listen(() => {});
    gone.close();
    const error = await refusal(createClient({ url: gone.url }).query(tooMany, {}));
    expect([error.code, error.status]).toEqual(["NETWORK", undefined]);
  });

  test("is HTTP when the answer is none of GraphQL's", async () => {
    const proxy = await listen((_request, response) =>
      response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad</h1>"),
    );
    const error = await refusal(createClient({ url: proxy.url }).query(tooMany, {}));
    proxy.close();
    expect([error.code, error.status]).toEqual(["HTTP", 502]);
  });

  test("is ABORTED when the caller gives up, before or while the request runs", async () => {
    expect((await refusal(chacra.query(tooMany, {}, { signal: AbortSignal.abort() }))).code).toBe("ABORTED");
    const caller = new AbortController();
    const given = Promise.withResolvers<void>();
    const slow = await listen((request) => {
      request.on("close", given.resolve);
      caller.abort();
    });
    const { code } = await refusal(createClient({ url: slow.url }).query(tooMany, {}, { signal: caller.signal }));
    expect(code).toBe("ABORTED");
    await given.promise;
    slow.close();
  });

  test("never holds variables or the token", async () => {
    const client = createClient({ url: `${server.url}/graphql`, token: "secret-token" });
    const document = graphql("query Page($after: String) { families(after: $after) { totalCount } }");
    const error = await refusal(client.query(document, { after: "FAM-secret" }));
    expect(JSON.stringify([error.message, error.faults, error.data])).not.toMatch(/secret/);
  });

  test("tells of a url that is none at once", () => {
    expect(() => createClient({ url: "graphql" })).toThrow(/url.+"graphql"/);
  });
});

test("a token is sent as Authorization, fetched anew for each request", async () => {
  const seen: (string | undefined)[] = [];
  const echo = await listen((request, response) => {
    seen.push(request.headers.authorization, request.url);
    response.writeHead(200, { "content-type": "application/json" }).end(`{"data":{"families":{"totalCount":1}}}`);
  });
  const document = graphql("query Count { families { totalCount } }");
  let turn = 0;
  const client = createClient({ url: echo.url, token: async () => `token-${++turn}` });
  await client.query(document);
  await client.query(document);
  await createClient({ url: echo.url }).query(document);
  echo.close();
  expect(seen).toEqual(["Bearer token-1", "/graphql", "Bearer token-2", "/graphql", undefined, "/graphql"]);
});

describe("the report", () => {
  const program = fileURLToPath(new URL("../examples/report/report.ts", import.meta.url));
  function report(url: string): Promise<{ code: number; stdout: string; stderr: string }> {
    const environment = { ...process.env, CHACRA_URL: url, LANG: "en_US.UTF-8" };
    return new Promise((resolve) => {
      execFile(process.execPath, [program], { env: environment }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
      );
    });
  }

  test("prints the figures of the database", async () => {
    const { rows } = await database.pool.query(`
      SELECT r.name, (SELECT count(*)::int FROM family f WHERE f.region_id = r.id) AS families,
             (SELECT round(sum(hectares))::int FROM farm f WHERE f.region_id = r.id) AS hectares
      FROM region r WHERE EXISTS (SELECT FROM family f WHERE f.region_id = r.id)`);
    const { code, stdout } = await report(`${server.url}/graphql`);
    expect(code).toBe(0);
    const printed = stdout.split("\n").map((line) => line.split("│").map((cell) => cell.trim()));
    for (const { name, families, hectares } of rows) {
      expect(printed.find((cells) => cells[1] === name)).toMatchObject({ 2: String(families), 4: String(hectares) });
    }
    expect(printed.find((cells) => cells[1] === "Total")?.[2]).toBe("87");
  });

  test("says in a line when no server answers", async () => {
    const { code, stderr } = await report("http://127.0.0.1:9/graphql");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^No answer came from the server.*\n$/);
  });
});
