import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import * as sdk from "@chacra/sdk";
import { ChacraError, createClient, graphql, type ResultOf } from "@chacra/sdk";
import { createKey, createLogger, type RunningServer, startServer } from "@chacra/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** What a promise is refused with. */
async function refusal(promise: Promise<unknown>): Promise<ChacraError> {
  const error = await promise.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(ChacraError);
  return error;
}

/** Which fields at the top of an answer, pages, rows or lists, hold nothing. */
function emptyLists(data: object): string[] {
  return Object.entries(data).flatMap(([field, value]) => {
    const list = Array.isArray(value) ? value : (value?.nodes ?? value?.rows ?? value?.figures);
    return Array.isArray(list) && list.length === 0 ? [field] : [];
  });
}

describe.each(testLocations())("the SDK and a server on $name", ({ openMigrated }) => {
  let database: Database;
  let server: RunningServer;
  let chacra: sdk.ChacraClient;
  let token: string;
  let analyst: string;
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 0.001, seed: 1 });
    server = await startServer({ database, settings: { host: "127.0.0.1", port: 0 }, logger: createLogger("silent") });
    const grant = { label: "test", purpose: "tests", expiresAt: new Date(Date.now() + 3_600_000) };
    ({ key: token } = await createKey(database.prisma, { ...grant, role: "steward" }));
    ({ key: analyst } = await createKey(database.prisma, { ...grant, role: "analyst" }));
    chacra = createClient({ url: `${server.url}/graphql`, token });
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  describe("the ready operation", () => {
    test("regionsOverview", async () => {
      const { regions } = await chacra.regionsOverview();
      expect(regions.nodes.reduce((sum, { families }) => sum + (families.totalCount ?? 0), 0)).toBe(87);
    });

    test("regionOverview", async () => {
      const { region } = await chacra.regionOverview({ ubigeo: "22", first: 2 });
      expect(region).toMatchObject({ name: "San Martín", capital: "Moyobamba" });
      expect(region?.localGovernments.nodes).toHaveLength(2);
    });

    test("localGovernmentFamilies, familyDetails", async () => {
      const { region } = await chacra.regionOverview({ ubigeo: "22", first: 1 });
      const ubigeo = region?.localGovernments.nodes[0]?.ubigeo ?? "";
      const { localGovernment } = await chacra.localGovernmentFamilies({ ubigeo });
      const code = localGovernment?.families.nodes?.[0]?.code ?? "";
      const { family } = await chacra.familyDetails({ code });
      expect(family?.code).toBe(code);
      expect(family?.localGovernment.ubigeo).toBe(ubigeo);
      expect(family?.members.nodes?.filter(({ isHead }) => isHead)).toHaveLength(1);
    });

    test("farmsByCrop", async () => {
      const { farms, plots } = await chacra.farmsByCrop({ crop: "CACAO", first: 3 });
      expect(farms.nodes).toHaveLength(3);
      expect(plots.sum?.hectares).toBeCloseTo(80.986, 3);
      expect(farms.nodes?.every((farm) => farm.plots.nodes?.length)).toBe(true);
    });

    test("trainingResults", async () => {
      const { trainings } = await chacra.trainingResults({ topic: "FINANCIAL_EDUCATION" });
      expect(trainings.nodes.some(({ participants }) => participants.edges?.length)).toBe(true);
    });

    test("investmentsByRecipient", async () => {
      for (const [kind, typename] of [
        ["FAMILY_FINANCING", "Family"],
        ["PUBLIC_RESOURCES", "LocalGovernment"],
        ["PRIVATE_CONNECTIVITY", "Locality"],
        ["ENTERPRISE_SUPPORT", "Enterprise"],
      ] as const) {
        const { investments } = await chacra.investmentsByRecipient({ kind, first: 3 });
        expect(investments.nodes.map(({ recipient }) => recipient.__typename)).toContain(typename);
      }
    });

    test("marketEvents", async () => {
      const { marketEvents } = await chacra.marketEvents({ first: 100 });
      expect(new Set(marketEvents.nodes.map(({ series }) => series)).size).toBe(6);
    });

    const folder = new URL("../sdk/operations/", import.meta.url);
    test.each(readdirSync(folder))("in %s is a method and a document, which answer its example alike", async (file) => {
      const text = readFileSync(new URL(file, folder), "utf8");
      const [, name = ""] = /^query (\w+)/m.exec(text) ?? [];
      const [, example = "{}"] = /^# Example: (.*)$/m.exec(text) ?? [];
      const variables = JSON.parse(example.replace(/(\w+):/g, '"$1":'));
      const method = Reflect.get(chacra, name.charAt(0).toLowerCase() + name.slice(1));
      const data = await method(variables);
      expect(data).toEqual(await chacra.query(Reflect.get(sdk, `${name}Document`), variables));
      expect(Object.values(data)).not.toContain(null);
      expect(emptyLists(data)).toEqual([]);
    });

    /** Who has no credential may not see single families, nor choose or sort places by them. */
    const notPublic = new Set([
      "families-since.graphql",
      "family.graphql",
      "farms.graphql",
      "local-government.graphql",
      "region.graphql",
      "regions.graphql",
      "training.graphql",
      "verifications.graphql",
    ]);
    test.each(readdirSync(folder))(
      "in %s answers an analyst, and the public unless it is of families",
      async (file) => {
        const query = readFileSync(new URL(file, folder), "utf8");
        const [, example = "{}"] = /^# Example: (.*)$/m.exec(query) ?? [];
        const body = JSON.stringify({ query, variables: JSON.parse(example.replace(/(\w+):/g, '"$1":')) });
        async function codes(authorization: Record<string, string>): Promise<unknown[]> {
          const headers = { "content-type": "application/json", ...authorization };
          const response = await fetch(`${server.url}/graphql`, { method: "POST", headers, body });
          const { errors = [] }: { errors?: { extensions: { code: string } }[] } = await response.json();
          return errors.map(({ extensions }) => extensions.code);
        }
        expect(await codes({ authorization: `Bearer ${analyst}` })).toEqual([]);
        expect(new Set(await codes({}))).toEqual(new Set(notPublic.has(file) ? ["FORBIDDEN"] : []));
      },
    );

    test.each(readdirSync(folder))("in %s is told of in the table of the README", async (file) => {
      const text = readFileSync(new URL(file, folder), "utf8");
      const [, name = ""] = /^query (\w+)/m.exec(text) ?? [];
      const readme = readFileSync(new URL("../README.md", folder), "utf8");
      expect(readme).toContain(`| \`${name.charAt(0).toLowerCase()}${name.slice(1)}(`);
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
      const families = region?.localGovernments.nodes.flatMap(({ families }) => families.nodes ?? []) ?? [];
      expect(families.flatMap(({ farms }) => farms.nodes ?? []).every(({ hectares }) => hectares > 0)).toBe(true);
      expect(families.length).toBeGreaterThan(10);
    });

    test("pages to the end", async () => {
      const document = graphql(
        "query Pages($after: String) { families(first: 30, after: $after) { nodes { code } pageInfo { hasNextPage endCursor } } }",
      );
      const codes: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const { families }: ResultOf<typeof document> = await chacra.query(document, { after });
        codes.push(...(families.nodes ?? []).map(({ code }) => code));
        ({ hasNextPage: more, endCursor: after } = families.pageInfo);
      }
      expect(new Set(codes).size).toBe(87);
    });

    test("goes through all farms of all families of a region, and on from the middle", async () => {
      const document = graphql(`
        query Farms($ubigeo: String!, $after: String) {
          region(ubigeo: $ubigeo) {
            families(first: 7, after: $after) {
              nodes { id __typename farms(first: 1, orderBy: [{ hectares: DESC }]) { nodes { code } pageInfo { hasNextPage endCursor } totalCount } }
              pageInfo { hasNextPage endCursor }
            }
          }
        }
      `);
      const at = "region.families.nodes.farms";
      let total = 0;
      let severalFarms = 0;
      for await (const { farms } of chacra.pages(document, { ubigeo: "22" }, "region.families")) {
        total += farms.totalCount ?? 0;
        if (farms.pageInfo.hasNextPage) severalFarms++;
      }
      const codes: string[] = [];
      const half = chacra.pages(document, { ubigeo: "22" }, at);
      for await (const { code } of half) if (codes.push(code) >= total / 2) break;
      for await (const { code } of chacra.pages(document, { ubigeo: "22" }, at, { resume: half.token }))
        codes.push(code);
      expect(severalFarms).toBeGreaterThan(0);
      expect([codes.length, new Set(codes).size]).toEqual([total, total]);
    });
  });

  describe("an error", () => {
    const tooMany = graphql(
      "query TooMany($first: Int) { families(first: $first) { totalCount } regions { totalCount } }",
    );

    test("has the code and the request id of the server", async () => {
      let sent: string | null = null;
      const client = createClient({
        url: `${server.url}/graphql`,
        async fetch(input, init) {
          const response = await fetch(input, init);
          sent = response.headers.get("x-request-id");
          return response;
        },
      });
      const error = await refusal(client.query(tooMany, { first: 4321 }));
      expect(error).toMatchObject({ code: "PAGE_TOO_LARGE", status: 400, requestId: sent });
      expect(error.faults).toMatchObject([{ code: "PAGE_TOO_LARGE" }]);
      expect(sent).toMatch(/^[\w-]{8,}$/);
    });

    test("keeps what came all the same", async () => {
      const part = graphql(`query Part { node(id: "nonsense") { id } region(ubigeo: "22") { name } }`);
      const error = await refusal(chacra.query(part));
      expect([error.code, error.data]).toEqual(["BAD_ID", { node: null, region: { name: "San Martín" } }]);
    });

    test("tells a document that does not fit the graph from a variable that does not", async () => {
      const colour = graphql("query Colour { regions { nodes { colour } } }");
      expect(await refusal(chacra.query(colour))).toMatchObject({ code: "GRAPHQL_VALIDATION_FAILED", status: 400 });
      const typed = graphql(
        "query Typed($from: Date!) { families(where: { enrolledOn: { gte: $from } }) { totalCount } }",
      );
      const error = await refusal(chacra.query(typed, { from: "FAM-secret" }));
      expect([error.code, error.status]).toEqual(["BAD_VARIABLE", 400]);
      expect(error.message).toContain("$from");
    });

    test("never holds variables or the token", async () => {
      const client = createClient({ url: `${server.url}/graphql`, token: "secret-token" });
      const paged = graphql("query Page($after: String) { families(after: $after) { totalCount } }");
      const typed = graphql(
        "query Typed($from: Date!) { families(where: { enrolledOn: { gte: $from } }) { totalCount } }",
      );
      for (const error of [
        await refusal(client.query(paged, { after: "FAM-secret" })),
        await refusal(client.query(typed, { from: "FAM-secret" })),
      ]) {
        expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/secret/);
      }
    });

    test("is NETWORK when nobody listens, ABORTED when the caller gave up", async () => {
      expect((await refusal(createClient({ url: "http://127.0.0.1:1" }).regionsOverview())).code).toBe("NETWORK");
      const signal = AbortSignal.abort();
      expect((await refusal(chacra.regionsOverview({}, { signal }))).code).toBe("ABORTED");
    });
  });

  describe("the report", () => {
    const program = fileURLToPath(new URL("../examples/report/report.ts", import.meta.url));
    function report(url: string, language = "en_US.UTF-8"): Promise<{ code: number; stdout: string; stderr: string }> {
      const environment = { ...process.env, LC_ALL: language, CHACRA_TOKEN: token };
      return new Promise((resolve) => {
        execFile(process.execPath, [program, url], { env: environment }, (error, stdout, stderr) =>
          resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
        );
      });
    }

    test("prints the figures of the database", async () => {
      const { rows } = await database.pool.query(`
      SELECT r.name, (SELECT count(*)::int FROM family f WHERE f.region_id = r.id) AS families,
             (SELECT round(sum(hectares))::int FROM farm f WHERE f.region_id = r.id) AS hectares,
             (SELECT round(sum(amount))::int FROM investment i WHERE i.region_id = r.id AND currency = 'USD') AS dollars
      FROM region r WHERE EXISTS (SELECT FROM family f WHERE f.region_id = r.id)`);
      const { code, stdout } = await report(`${server.url}/graphql`);
      expect(code).toBe(0);
      const printed = stdout.split("\n").map((line) => line.split("│").map((cell) => cell.trim()));
      const usd = printed.find((cells) => cells[1] === "Region")?.indexOf("USD") ?? -1;
      for (const { name, families, hectares, dollars } of rows) {
        const cells = printed.find((cells) => cells[1] === name) ?? [];
        expect([cells[2], cells[4], cells[usd]]).toEqual(
          [families, hectares, dollars ?? 0].map((n) => n.toLocaleString("en")),
        );
      }
      expect(rows.length).toBeGreaterThan(4);
      // A line for each region, the head and the total.
      expect(printed.filter((cells) => cells.length > 2)).toHaveLength(rows.length + 2);
      expect(printed.find((cells) => cells[1] === "Total")?.[2]).toBe("87");
    });

    test("speaks Spanish to whoever does", async () => {
      const { stdout } = await report(`${server.url}/graphql`, "es_PE.UTF-8");
      expect(stdout).toMatch(/Región +│ +Familias.*Hectáreas/);
    });

    test("says in a line when no server answers", async () => {
      const { code, stderr } = await report("http://127.0.0.1:9/graphql");
      expect(code).toBe(1);
      expect(stderr).toMatch(/^No answer came from the server.*\n$/);
    });

    test("says in a line that the url is wrong", async () => {
      const { code, stderr } = await report("localhost:4000");
      expect(code).toBe(1);
      expect(stderr).toMatch(/^The option url is not an address.*"localhost:4000".*\n$/);
    });
  });
});
