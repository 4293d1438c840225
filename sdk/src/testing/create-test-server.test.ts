import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { GraphQLError } from "graphql";
import { describe, expect, test } from "vitest";
import * as sdk from "../index.ts";
import { type ChacraError, graphql } from "../index.ts";
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
