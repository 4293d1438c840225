import { describe, expect, test } from "vitest";
import { graphql, RegionOverviewDocument } from "../index.ts";
import { refusal } from "../pages/testing.ts";
import { createTestServer } from "./index.ts";

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
    const Family = graphql('query Family { family(code: "FAM-0000001") { code farms { totalCount } } }');
    const error = await refusal(server.client().query(Family));
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
