import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { getNamedType, isEnumType, isInputObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { schema } from "../index.ts";
import { execute, query } from "../testing/execute.ts";

/** Every connection at the root, with every way to order it by one field of its own or of a neighbour. */
const orders = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
  const orderBy = getNamedType(field.args.find(({ name }) => name === "orderBy")?.type);
  return isInputObjectType(orderBy) && field.args.some(({ name }) => name === "after")
    ? orderings(orderBy, 2).map((ordering) => ({ field: field.name, ordering: [ordering], typeName: orderBy.name }))
    : [];
});
const farAway = ["name", "ubigeo"].map((column) => ({ localGovernment: { region: { [column]: "DESC" } } }));
orders.push({ field: "localities", ordering: farAway, typeName: "LocalityOrderBy" });

function orderings(type: ReturnType<typeof getNamedType>, depth: number): unknown[] {
  if (isEnumType(type)) return ["ASC", "DESC"];
  if (!isInputObjectType(type) || depth === 0) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    orderings(getNamedType(field.type), depth - 1).map((inner) => ({ [field.name]: inner })),
  );
}

describe.each(testLocations())("paging on $name", ({ openMigrated }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 0.001, seed: 1 });
  });
  afterAll(() => database.close());

  test.each(orders)("$field by $ordering: small pages, forwards and backwards, are the large one", async (order) => {
    const { field, ordering, typeName } = order;
    const document = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: [${typeName}!]) {
      page: ${field}(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
        nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`;
    const page = async (args: object) => (await query(database, document, { ...args, orderBy: ordering })).page;
    const ids = (nodes: { id: string }[]) => nodes.map(({ id }) => id);

    const large = await page({ first: 60 });
    const forwards: string[] = [];
    for (let after = null, more = true; more && forwards.length < 60; ) {
      const next = await page({ first: 20, after });
      forwards.push(...ids(next.nodes));
      expect(next.pageInfo.hasPreviousPage).toBe(after !== null);
      after = next.pageInfo.endCursor;
      more = next.pageInfo.hasNextPage;
    }
    expect(forwards).toEqual(ids(large.nodes));
    expect(new Set(forwards).size).toBe(forwards.length);

    const back = await page({ last: 7, before: large.pageInfo.endCursor });
    expect(ids(back.nodes)).toEqual(ids(large.nodes).slice(0, -1).slice(-7));
    expect(back.pageInfo.hasNextPage).toBe(true);
  });

  test("a cursor keeps its place when rows are added and taken away between pages", async () => {
    const document = `query ($after: String) {
      families(first: 10, after: $after, orderBy: [{ povertyLikelihood: DESC }, { enrolledOn: ASC }]) {
        nodes { code } pageInfo { endCursor }
      }
    }`;
    const { families: first } = await query(database, document);
    const { families: second } = await query(database, document, { after: first.pageInfo.endCursor });

    const someone = await database.prisma.family.findFirstOrThrow({ omit: { id: true } });
    const added = await database.prisma.family.create({
      data: { ...someone, code: "FAM-ADDED", povertyLikelihood: 100 },
    });
    try {
      const again = await query(database, document, { after: first.pageInfo.endCursor });
      expect(again.families.nodes).toEqual(second.nodes);
    } finally {
      await database.prisma.family.delete({ where: { id: added.id } });
    }
    // The row that the cursor stands on may be gone: the place is still there.
    const onAdded = await database.prisma.family.create({
      data: { ...someone, code: "FAM-ADDED", povertyLikelihood: 100 },
    });
    const { families } = await query(database, document.replace("first: 10", "first: 1"));
    expect(families.nodes).toEqual([{ code: "FAM-ADDED" }]);
    await database.prisma.family.delete({ where: { id: onAdded.id } });
    const { families: rest } = await query(database, document, { after: families.pageInfo.endCursor });
    expect(rest.nodes).toEqual(first.nodes);
  });

  test("names sort as Spanish speakers expect", async () => {
    const names = ["Zepita", "Ñahuimpuquio", "Nuñoa", "Álamo", "Alamo Viejo", "Abancay", "Oxapampa", "Nazca"];
    const { region } = await query(database, `{ region(ubigeo: "22") { id } }`);
    const regionId = Number(Buffer.from(region.id, "base64url").toString().split(":")[1]);
    await database.prisma.province.createMany({
      data: names.map((name, index) => ({ name, regionId, ubigeo: `T${index}` })),
    });
    const { provinces } = await query(
      database,
      `{ provinces(where: { ubigeo: { startsWith: "T" } }, orderBy: [{ name: ASC }]) { nodes { name } } }`,
    );
    await database.prisma.province.deleteMany({ where: { ubigeo: { startsWith: "T" } } });
    expect(provinces.nodes.map(({ name }: { name: string }) => name)).toEqual([
      "Abancay",
      "Álamo",
      "Alamo Viejo",
      "Nazca",
      "Nuñoa",
      "Ñahuimpuquio",
      "Oxapampa",
      "Zepita",
    ]);
  });

  test.each([
    ["first: 101", "PAGE_TOO_LARGE"],
    ["last: 101", "PAGE_TOO_LARGE"],
    ["first: -1", "BAD_PAGE"],
    ["first: 1, last: 1", "BAD_PAGE"],
    ['after: "R1BDOlM6NDI"', "BAD_CURSOR"],
    ['before: ""', "BAD_CURSOR"],
  ])("families(%s) is refused with %s, whatever is selected", async (args, code) => {
    for (const selection of ["totalCount", "nodes { code }"]) {
      const { errors } = await execute(database, `{ families(${args}) { ${selection} } }`);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
    }
  });

  test("a cursor of one order is refused under another", async () => {
    const { farms } = await query(database, "{ farms(first: 1) { pageInfo { endCursor } } }");
    const { errors } = await execute(
      database,
      "query ($after: String) { farms(after: $after, orderBy: [{ hectares: ASC }]) { nodes { code } } }",
      { after: farms.pageInfo.endCursor },
    );
    expect(errors?.[0]?.extensions.code).toBe("BAD_CURSOR");
  });

  test("a page is 20 items when nothing is said, and none when none are asked for", async () => {
    const { families, none } = await query(
      database,
      "{ families { nodes { code } } none: families(first: 0) { nodes { code } totalCount pageInfo { hasNextPage } } }",
    );
    expect(families.nodes).toHaveLength(20);
    expect(none).toEqual({ nodes: [], totalCount: 87, pageInfo: { hasNextPage: true } });
  });
});
