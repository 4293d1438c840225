import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { GraphQLError } from "graphql";
import { describe, expect, test } from "vitest";
import * as sdk from "../index.ts";
import { type ChacraError, graphql, RegionOverviewDocument } from "../index.ts";
import { allOf, refusal } from "../pages/testing.ts";
import { createTestServer, type TestServerOptions } from "./index.ts";

const Family = graphql(`
  query Family($code: String!) {
    family(code: $code) { id code povertyLikelihood region { ubigeo name } incomes { year } farms { totalCount nodes { code } } }
  }
`);
const code = "FAM-0000001";

async function family(options?: TestServerOptions) {
  const { family } = await createTestServer(options).client().query(Family, { code });
  return family;
}

test("a client of the test server is answered from a programme that is always the same", async () => {
  const [one, other] = await Promise.all([family(), family()]);
  expect(one).toMatchObject({ id: "RmFtaWx5OjE", code, povertyLikelihood: 5.83, region: { ubigeo: "22" } });
  expect(other).toEqual(one);
});

describe("the programme", () => {
  test("takes changes of records, and new ones", async () => {
    const farm = { id: 9_000_001, code: "FARM-NEW", familyId: 1, localGovernmentId: 2037, regionId: 22 };
    const land = { latitude: -6.1, longitude: -76.9, altitude: 900, hectares: 2.5 };
    const before = await family();
    const after = await family({
      programme: { Family: [{ id: 1, povertyLikelihood: 91.5 }], Farm: [{ ...farm, ...land }] },
    });
    expect(after).toMatchObject({ povertyLikelihood: 91.5, region: before?.region });
    expect(after?.farms.totalCount).toBe((before?.farms.totalCount ?? 0) + 1);
    expect(after?.farms.nodes?.map((one) => one.code)).toContain("FARM-NEW");
    expect(await family()).toEqual(before);
  });

  test("is searched and sorted by the names that were given", async () => {
    const organization = { id: 9_001, code: "NEW", name: "Ñandú Azul", kind: "FIRM", level: "NATIONAL" } as const;
    const { organizations } = await createTestServer({ programme: { Organization: [organization] } })
      .client()
      .search({ text: "NANDU" });
    expect(organizations.nodes.map(({ name }) => name)).toEqual(["Ñandú Azul"]);
  });

  test.each<[string, object, RegExp]>([
    ["a model that there is not", { Familiy: [{ id: 1 }] }, /no model Familiy\. There are .*Family,/],
    ["a field that there is not", { Family: [{ id: 1, colour: 1 }] }, /Family has no colour\. It has id, code,/],
    ["a record without an id", { Family: [{ code: "A" }] }, /needs its id/],
    [
      "a new record that lacks something",
      { Region: [{ id: 99, name: "A" }] },
      /Region 99 is new and needs ubigeo, capital\./,
    ],
    [
      "a record that points at none",
      { Family: [{ id: 1, regionId: 99 }] },
      /Family 1 has regionId 99, .* no such Region/,
    ],
  ])("refuses %s", (_, programme, message) => {
    expect(() => createTestServer({ programme })).toThrow(message);
    expect(() => createTestServer({ programme })).toThrow(TypeError);
  });
});

describe("resolvers of the test", () => {
  test("answer fields by a value, or by what they stand on, their arguments and the programme", async () => {
    const given = await family({
      resolvers: {
        "Family.povertyLikelihood": 12.5,
        "Region.name": ({ ubigeo }) => `region ${ubigeo}`,
        "Family.farms": (_family, _args, { records }) => ({ totalCount: 1, nodes: [records("Farm")[0]] }),
        "Family.incomes": async () => [],
      },
    });
    expect(given).toMatchObject({ povertyLikelihood: 12.5, region: { name: "region 22" }, incomes: [] });
    expect(given?.farms).toEqual({ totalCount: 1, nodes: [{ code: createTestServer().records("Farm")[0]?.code }] });
  });

  test("take the place of figures, and of totals that a server would not tell", async () => {
    const server = createTestServer({
      resolvers: {
        "Query.factSheet": { figures: [{ code: "FAMILIES", value: "87200", suppressed: null }] },
        "FamilyConnection.totalCount": null,
        "FamilyConnection.suppressed": { reason: "SMALL_CELL", threshold: 5 },
      },
    });
    const Figures = graphql(
      "query Figures { factSheet { figures { code value } } families { totalCount suppressed { reason threshold } } }",
    );
    expect(await server.client().query(Figures)).toEqual({
      factSheet: { figures: [{ code: "FAMILIES", value: "87200" }] },
      families: { totalCount: null, suppressed: { reason: "SMALL_CELL", threshold: 5 } },
    });
  });

  test("that throw are told as the error of the field, beside the rest", async () => {
    const thrown = { extensions: { code: "TIMEOUT" } };
    const errors = await Promise.all(
      [new GraphQLError("Too long", thrown), new Error("broken")].map((error) => {
        const throwing = () => {
          throw error;
        };
        return refusal(
          createTestServer({ resolvers: { "Query.family": throwing } })
            .client()
            .query(Family, { code }),
        );
      }),
    );
    expect(errors.map((error) => [error.code, error.path, error.data])).toEqual([
      ["TIMEOUT", ["family"], { family: null }],
      ["INTERNAL", ["family"], { family: null }],
    ]);
    expect(errors[1]?.message).toContain("broken");
  });

  test.each([
    ["Family.colour", /no field Family\.colour\. Family has code, /],
    ["Familiy.code", /no field Familiy\.code\. Write Type\.field/],
    ["family", /no field family\./],
  ])("of %s, which there is not, are refused", (field, message) => {
    expect(() => createTestServer({ resolvers: { [field]: 1 } })).toThrow(message);
  });
});

describe("a fault", () => {
  const Regions = graphql("query Regions { regions { nodes { name } } }");

  test.each([
    ["RATE_LIMITED", "RateLimitedError", 429],
    ["UNAUTHENTICATED", "AuthenticationError", 401],
    ["COST_TOO_LARGE", "CostError", 400],
    ["INTERNAL", "ServerError", 500],
    ["FORBIDDEN", "ForbiddenError", 200],
    ["TIMEOUT", "TimeoutError", 200],
    ["BAD_CURSOR", "InvalidInputError", 200],
  ])("of code %s comes as %s, with the status that a server gives it, and once", async (wanted, name, status) => {
    const server = createTestServer();
    const chacra = server.client();
    server.failNext({ code: wanted });
    const error = await refusal(chacra.query(Regions));
    expect([error.code, error.name, error.status, error.requestId]).toEqual([wanted, name, status, "test-1"]);
    expect((await chacra.query(Regions)).regions.nodes).toHaveLength(3);
  });

  test("tells when to come again, and the client that is to try again does", async () => {
    const server = createTestServer();
    server.failNext({ code: "RATE_LIMITED", retryAfter: 2 });
    expect(await refusal(server.client().query(Regions))).toMatchObject({ retryAfter: 2 });
    server.reset();
    server.failNext({ code: "RATE_LIMITED", retryAfter: 0 });
    server.failNext({ status: 502 });
    server.failNext({ network: true });
    const { regions } = await server.client({ retries: 3 }).query(Regions);
    expect(regions.nodes).toHaveLength(3);
    expect(server.requests.map(({ operationName }) => operationName)).toEqual(Array(4).fill("Regions"));
  });

  test("is none of GraphQL's, or no answer, or late", async () => {
    const server = createTestServer({ faults: [{ status: 502 }, { network: true }, { delay: 60_000 }] });
    const chacra = server.client();
    expect(await refusal(chacra.query(Regions))).toMatchObject({ code: "HTTP", status: 502 });
    expect(await refusal(chacra.query(Regions))).toMatchObject({ code: "NETWORK", status: undefined });
    expect(await refusal(chacra.query(Regions, {}, { timeout: 20 }))).toMatchObject({ code: "TIMEOUT" });
    server.failNext({ delay: 60_000 });
    const giveUp = new AbortController();
    const asked = refusal(chacra.query(Regions, {}, { signal: giveUp.signal }));
    await expect.poll(() => server.requests).toHaveLength(4);
    giveUp.abort();
    expect((await asked).code).toBe("ABORTED");
    server.failNext({ delay: 5 });
    expect((await chacra.query(Regions)).regions.nodes).toHaveLength(3);
  });

  test("in a field leaves the rest of the answer", async () => {
    const server = createTestServer();
    server.failNext({ code: "FORBIDDEN", at: "Family.farms", message: "Not for you." });
    const error = await refusal(server.client().query(Family, { code }));
    expect(error).toMatchObject({ code: "FORBIDDEN", path: ["family", "farms"], status: 200, message: "Not for you." });
    expect(error.data).toMatchObject({ family: null });
  });

  test.each([
    [{}, /needs a code, a status, network or a delay/],
    [{ at: "Family.farms", delay: 1 }, /needs a code/],
    [{ network: true, status: 500 }, /neither code nor status/],
    [{ code: "FORBIDDEN", at: "Family.colour" }, /no field Family\.colour/],
  ] as const)("that says too little or too much is refused: %j", (fault, message) => {
    expect(() => createTestServer().failNext(fault)).toThrow(message);
  });
});

describe("requests", () => {
  test("are kept, with names, variables and headers, until reset", async () => {
    const server = createTestServer();
    await server.client({ token: "secret" }).regionOverview({ ubigeo: "22", first: 2 });
    expect(server.requests).toMatchObject([{ operationName: "RegionOverview", method: "POST", documentId: undefined }]);
    expect(server.requests[0]?.variables).toMatchObject({ ubigeo: "22", first: 2 });
    expect(server.requests[0]?.headers.get("authorization")).toBe("Bearer secret");
    server.reset();
    expect(server.requests).toEqual([]);
  });

  test("by the id of a ready document, and in the address, are answered", async () => {
    const server = createTestServer();
    const chacra = server.client({ documents: "id" });
    const byText = await server.client().query(RegionOverviewDocument, { ubigeo: "22" });
    for (const method of ["POST", "GET"] as const)
      expect(await chacra.query(RegionOverviewDocument, { ubigeo: "22" }, { method })).toEqual(byText);
    expect(server.requests.slice(1).map(({ method, operationName }) => [method, operationName])).toEqual([
      ["POST", "RegionOverview"],
      ["GET", "RegionOverview"],
    ]);
  });

  test("tell what they cost, and are refused where that is too much", async () => {
    const chacra = createTestServer().client();
    const { cost, data, status } = await chacra.request(RegionOverviewDocument, { ubigeo: "22" });
    expect([cost?.limit, status, data?.region?.name]).toEqual([50_000, 200, "San Martín"]);
    expect(cost?.requested).toBeGreaterThan(1_000);
    const Many = graphql("query Many($first: Int) { families(first: $first) { totalCount } }");
    const error = await refusal(chacra.query(Many, { first: 500 }));
    expect(error).toMatchObject({ code: "PAGE_TOO_LARGE", status: 400, limit: 100, requested: 500 });
  });

  test.each([
    ["GRAPHQL_PARSE_FAILED", { query: "{" }],
    ["GRAPHQL_VALIDATION_FAILED", { query: "{ colours }" }],
    ["OPERATION_RESOLUTION_FAILURE", { query: "query A { __typename } query B { __typename }" }],
    ["BAD_VARIABLE", { query: "query ($code: String!) { family(code: $code) { code } }" }],
    [
      "BAD_VARIABLE",
      {
        query: "query ($on: Date!) { families(where: { enrolledOn: { gte: $on } }) { totalCount } }",
        variables: { on: "2021-02-29" },
      },
    ],
    ["DOCUMENT_NOT_FOUND", { documentId: "0".repeat(64) }],
    ["BAD_REQUEST", {}],
    ["BATCH_TOO_LARGE", [{ query: "{ __typename }" }]],
  ])("that are wrong are told %s", async (wanted, body) => {
    const headers = { "content-type": "application/json", accept: "application/graphql-response+json" };
    const response = await createTestServer().fetch("/graphql", {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    const { errors } = await response.json();
    expect([response.status, errors[0].extensions.code]).toEqual([400, wanted]);
    expect(response.headers.get("x-request-id")).toBe("test-1");
  });

  test("of another kind or method are told so", async () => {
    const { fetch } = createTestServer();
    expect((await fetch("/graphql", { method: "POST", body: "query=%7B__typename%7D" })).status).toBe(415);
    expect((await fetch("/graphql", { method: "DELETE" })).status).toBe(400);
    const asked = new Request("http://chacra.test/graphql?query=%7B__typename%7D");
    expect(await (await fetch(asked)).json()).toMatchObject({ data: { __typename: "Query" } });
  });
});

describe("a caller of another role", () => {
  test("is refused what is not for it", async () => {
    const chacra = createTestServer({ role: "public" }).client();
    const error: ChacraError = await refusal(chacra.familiesSince({ since: "2018-01-01" }));
    expect(error).toMatchObject({ code: "FORBIDDEN", needed: ["partner", "analyst", "steward"] });
  });

  test("knows families by pseudonyms, and finds them by these alone", async () => {
    const chacra = createTestServer({ role: "analyst" }).client();
    expect((await chacra.query(Family, { code })).family).toBe(null);
    const { families } = await chacra.familiesSince({ since: "2018-01-01", first: 1 });
    const name = families.nodes?.[0]?.code ?? "";
    expect(name).toMatch(/^P-/);
    expect((await chacra.query(Family, { code: name })).family).toMatchObject({
      id: families.nodes?.[0]?.id,
      code: name,
    });
  });

  test("of a partner sees families of its regions alone", async () => {
    const chacra = createTestServer({ role: "partner", regions: ["10"] }).client();
    const { families } = await chacra.familiesSince({ since: "2018-01-01" });
    expect(families.nodes?.length).toBeGreaterThan(1);
    expect(new Set(families.nodes?.map(({ region }) => region.ubigeo))).toEqual(new Set(["10"]));
    expect((await chacra.viewerRights({ type: "Family" })).viewer.regions?.map(({ ubigeo }) => ubigeo)).toEqual(["10"]);
  });
});

test("pages go through connections, and those inside", async () => {
  const Farms = graphql(`
    query Farms($after: String) {
      families(first: 7, after: $after) {
        nodes { id __typename farms(first: 1) { nodes { code } pageInfo { hasNextPage endCursor } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `);
  const server = createTestServer();
  const farms = await allOf(server.client().pages(Farms, {}, "families.nodes.farms"));
  const codes = farms.map((farm) => farm.code);
  expect(codes.toSorted()).toEqual(
    server
      .records("Farm")
      .map((farm) => farm.code)
      .toSorted(),
  );
  expect(server.requests.length).toBeGreaterThan(5);
});

test("every ready operation is answered without an error, on its example", async () => {
  const chacra = createTestServer().client();
  expect((await chacra.factSheet()).factSheet.figures.find((figure) => figure.code === "FAMILIES")?.value).toBe("30");
  expect((await chacra.hectaresByCrop()).plotAnalysis.rows.length).toBeGreaterThan(2);
  expect(Object.keys(sdk).filter((name) => /^[A-Z]\w*Document$/.test(name))).toHaveLength(25);
});

test("the example of the README does what it says", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, example = ""] = /## Testing\n.*?```ts\n(.*?)```/s.exec(readme) ?? [];
  expect(example).toContain("createTestServer({");
  const run = { cwd: fileURLToPath(new URL("../../", import.meta.url)), input: example, encoding: "utf8" } as const;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module-typescript", "-"], run);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
