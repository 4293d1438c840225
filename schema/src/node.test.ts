import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { execute, query } from "./testing/execute.ts";

const globalId = (text: string) => Buffer.from(text).toString("base64url");

describe.each(testLocations())("fetching single objects on $name", ({ openMigrated }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 0.001, seed: 1 });
  });
  afterAll(() => database.close());

  test("node gives back the object that an id came from", async () => {
    const { farms } = await query(database, "{ farms(first: 1) { nodes { id code } } }");
    const [farm] = farms.nodes;
    expect(
      await query(database, "query ($id: ID!) { node(id: $id) { id ... on Farm { code } } }", { id: farm.id }),
    ).toEqual({
      node: farm,
    });
  });

  test("nodes keeps the order of the ids, with null where there is none", async () => {
    const ids = ["Region:22", "Family:1", "Region:999", "Region:22"].map(globalId);
    const { nodes } = await query(database, "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", { ids });
    expect(nodes).toEqual([
      { __typename: "Region", id: ids[0] },
      { __typename: "Family", id: ids[1] },
      null,
      { __typename: "Region", id: ids[0] },
    ]);
  });

  test.each([
    "",
    "xxx",
    "Region",
    "Region:abc",
    "Region:1.5",
    "Region:99999999999",
    "Nothing:1",
    "Harvest:1",
    "Installation:1",
  ])("the id of %j is refused, for it cannot have come from this graph", async (text) => {
    const { errors } = await execute(database, "query ($id: ID!) { node(id: $id) { id } }", { id: globalId(text) });
    expect(errors?.[0]?.extensions.code).toBe("BAD_ID");
  });

  test("nodes takes 100 ids and no more", async () => {
    const document = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    const ids = Array.from({ length: 101 }, (_, index) => globalId(`Region:${index}`));
    expect((await query(database, document, { ids: ids.slice(1) })).nodes).toHaveLength(100);
    expect((await execute(database, document, { ids })).errors?.[0]?.extensions.code).toBe("PAGE_TOO_LARGE");
  });

  test.each([
    ["region", "ubigeo", "99"],
    ["province", "ubigeo", "9999"],
    ["localGovernment", "ubigeo", ""],
    ["zone", "code", "nowhere"],
    ["family", "code", "FAM-9999999"],
    ["farm", "code", "' OR 1=1 --"],
    ["training", "code", "%"],
    ["investment", "code", "null"],
  ])("%s(%s: %j) is null", async (field, key, value) => {
    expect(await query(database, `query ($v: String!) { ${field}(${key}: $v) { id } }`, { v: value })).toEqual({
      [field]: null,
    });
  });

  test("region 22 is San Martín", async () => {
    expect(await query(database, `{ region(ubigeo: "22") { name capital } }`)).toEqual({
      region: { name: "San Martín", capital: "Moyobamba" },
    });
  });

  test.each([
    `{ region(ubigeo: "\\u0000") { id } }`,
    `{ families(where: { code: { equals: "a\\u0000" } }) { totalCount } }`,
    `{ regions(where: { name: { contains: "a\\u0000" } }) { totalCount } }`,
    `{ regions(where: { name: { in: ["a", "\\u0000"] } }) { totalCount } }`,
  ])("%s is refused, for no text holds U+0000", async (document) => {
    const { errors } = await execute(database, document);
    expect(errors?.[0]?.extensions.code).toBe("BAD_ARGUMENT");
  });

  test("incomeChange compares two surveyed years, and is null when one is missing", async () => {
    const { rows } = await database.pool.query(
      `SELECT f.code, a.net_income AS first, b.net_income AS last FROM family f
       JOIN household_income a ON a.family_id = f.id AND a.year = 2018
       JOIN household_income b ON b.family_id = f.id AND b.year = 2022 ORDER BY f.code LIMIT 1`,
    );
    const [{ code, first, last }] = rows;
    const { family } = await query(
      database,
      "query ($code: String!) { family(code: $code) { known: incomeChange(from: 2018, to: 2022) { percent from { amount } to { amount } } unknown: incomeChange(from: 2018, to: 2050) { percent } } }",
      { code },
    );
    expect(family.known.from.amount).toBe(first);
    expect(family.known.to.amount).toBe(last);
    expect(family.known.percent).toBeCloseTo((last / first - 1) * 100, 6);
    expect(family.unknown).toBeNull();
    const { errors } = await execute(
      database,
      "query ($code: String!) { family(code: $code) { incomeChange(from: 2022, to: 2018) { percent } } }",
      { code },
    );
    expect(errors?.[0]?.extensions.code).toBe("BAD_ARGUMENT");
  });

  test("amounts are exact to the last digit, also deep in the graph and in sums", async () => {
    const largest = "9007199254740.93";
    await database.pool.query("UPDATE investment SET amount = $1 WHERE code = 'INV-00000001'", [largest]);
    const { investment } = await query(
      database,
      `{ investment(code: "INV-00000001") { amount { amount } funder {
           investments(where: { code: { equals: "INV-00000001" } }) { nodes { amount { amount } } sum { amount { amount } } } } } }`,
    );
    expect(investment).toEqual({
      amount: { amount: largest },
      funder: { investments: { nodes: [{ amount: { amount: largest } }], sum: { amount: [{ amount: largest }] } } },
    });
  });

  test("no decimal column has more digits than survive a JSON number", async () => {
    const { rows } = await database.pool.query(
      "SELECT table_name, column_name FROM information_schema.columns WHERE data_type = 'numeric' AND table_schema = 'public' AND (numeric_precision IS NULL OR numeric_precision > 15)",
    );
    expect(rows).toEqual([]);
  });
});
