import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { execute, query } from "../testing/execute.ts";
import { type Viewer, viewerOf } from "./viewer.ts";

const nobody = viewerOf("public");
const analyst = viewerOf("analyst");
const steward = viewerOf("steward", "key:s", "visits of 2026");
const partner = (name: string, ...regions: string[]): Viewer => ({
  role: "partner",
  id: `key:${name}`,
  partner: name,
  purpose: "advice to growers",
  regions,
});
const cacao = partner("Cacao", "22");
const coffee = partner("Coffee", "22");
const idOf = (type: string, id: number) => Buffer.from(`${type}:${id}`).toString("base64url");

describe.each(testLocations())("privacy on $name", ({ openMigrated }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 0.005, seed: 1 });
  });
  afterAll(() => database.close());

  const codes = async (text: string, viewer: Viewer, variables = {}) => {
    const { data, errors } = await execute(database, text, variables, viewer);
    return { data, codes: [...new Set(errors?.map(({ extensions }) => extensions.code))] };
  };
  const sql = async (text: string, ...values: unknown[]) => (await database.pool.query(text, values)).rows;

  describe("a partner", () => {
    test("sees the families of its regions that consented to research, and no others, on every path", async () => {
      const [{ n }] = await sql(`SELECT count(*)::int AS n FROM family f JOIN region r ON r.id = f.region_id
        WHERE r.ubigeo = '22' AND consent_status = 'GIVEN' AND consent_scope = 'RESEARCH'`);
      const { families } = await query(database, "{ families { totalCount } }", {}, cacao);
      expect(families.totalCount).toBe(n);

      const [stranger] = await sql(
        "SELECT f.id, f.code FROM family f JOIN region r ON r.id = f.region_id WHERE r.ubigeo <> '22' LIMIT 1",
      );
      const [silent] = await sql(
        "SELECT f.id, f.code FROM family f JOIN region r ON r.id = f.region_id WHERE r.ubigeo = '22' AND NOT (consent_status = 'GIVEN' AND consent_scope = 'RESEARCH') LIMIT 1",
      );
      for (const { id, code } of [stranger, silent]) {
        expect(await codes(`{ node(id: "${idOf("Family", id)}") { id } }`, cacao)).toMatchObject({ codes: ["BAD_ID"] });
        expect((await query(database, `{ family(code: "${code}") { id } }`, {}, cacao)).family).toBeNull();
      }

      const everywhere = `{
        families(first: 100) { nodes { region { ubigeo } consent { status scope } } }
        familyMembers(first: 100) { nodes { family { region { ubigeo } } } }
        farms(first: 100) { nodes { family { region { ubigeo } } } }
        plots(first: 100) { nodes { farm { family { region { ubigeo } } } } }
        verifications(first: 100) { nodes { farm { family { region { ubigeo } } } } }
        trainingParticipations(first: 100) { nodes { family { region { ubigeo } } } }
        trainings(first: 100) { nodes { participants(first: 20) { nodes { family { region { ubigeo } } } } } }
        investments(first: 100, where: { kind: { equals: FAMILY_FINANCING } }) { nodes { recipient { ... on Family { region { ubigeo } } } } }
      }`;
      const seen = JSON.stringify(await query(database, everywhere, {}, cacao)).match(/"ubigeo":"\d+"/g) ?? [];
      expect(seen.length).toBeGreaterThan(200);
      expect(new Set(seen)).toEqual(new Set(['"ubigeo":"22"']));
    });

    test("sees nothing of a family from the moment it withdraws", async () => {
      const before = await query(
        database,
        "{ families(first: 1) { nodes { id code members { nodes { id } } } totalCount } }",
        {},
        cacao,
      );
      const [{ id, code, members }] = before.families.nodes;
      await database.pool.query(
        "UPDATE family SET consent_status = 'WITHDRAWN' WHERE id = (SELECT min(f.id) FROM family f JOIN region r ON r.id = f.region_id WHERE r.ubigeo = '22' AND consent_status = 'GIVEN' AND consent_scope = 'RESEARCH')",
      );
      const after = await query(
        database,
        `query ($id: ID!, $member: ID!, $code: String!) { node(id: $id) { id } member: node(id: $member) { id } family(code: $code) { id } families { totalCount } }`,
        { id, code, member: members.nodes[0].id },
        cacao,
      );
      expect(after).toMatchObject({ node: null, member: null, family: null });
      expect(after.families.totalCount).toBe(before.families.totalCount - 1);
    });

    test("knows records under pseudonyms of its own, which last, are found again and cannot be matched", async () => {
      const ask = "{ farms(first: 20) { nodes { id code family { id code } } pageInfo { endCursor } } }";
      const [mine, again, theirs, plain] = await Promise.all(
        [cacao, { ...cacao, id: "key:another" }, coffee, steward].map((viewer) => query(database, ask, {}, viewer)),
      );
      expect(again).toEqual(mine);
      const shared = (a: Set<string>, b: Set<string>) => [...a].filter((text) => b.has(text));
      const texts = (data: unknown) => new Set(JSON.stringify(data).match(/"[\w-]{10,}"/g));
      expect(shared(texts(mine), texts(theirs))).toEqual([]);
      expect(shared(texts(mine), texts(plain))).toEqual([]);

      const [farm] = mine?.farms.nodes ?? [];
      const found = await query(
        database,
        "query ($id: ID!, $code: String!) { node(id: $id) { id } farm(code: $code) { id } }",
        farm,
        cacao,
      );
      expect(found).toEqual({ node: { id: farm.id }, farm: { id: farm.id } });
      const others = await codes(
        "query ($id: ID!, $code: String!) { node(id: $id) { id } farm(code: $code) { id } }",
        coffee,
        farm,
      );
      expect(others).toEqual({ data: { node: null, farm: null }, codes: ["BAD_ID"] });
    });

    test("is told that other regions are outside, not that they are empty", async () => {
      const { regions } = await query(
        database,
        "{ regions(first: 25) { nodes { ubigeo families { totalCount suppressed { reason } } } } }",
        {},
        cacao,
      );
      for (const { ubigeo, families } of regions.nodes) {
        const isOwn = ubigeo === "22";
        expect([ubigeo, families.totalCount === null, families.suppressed?.reason]).toEqual([
          ubigeo,
          !isOwn,
          isOwn ? undefined : "OUTSIDE_YOUR_REGIONS",
        ]);
      }
    });

    test("learns nothing of other regions by asking neighbours of theirs", async () => {
      const { regions, none } = await query(
        database,
        `{ regions(where: { families: { some: {} } }) { nodes { ubigeo } } none: regions(where: { families: { none: {} } }) { totalCount } }`,
        {},
        cacao,
      );
      expect(regions.nodes).toEqual([{ ubigeo: "22" }]);
      expect(none.totalCount).toBe(24);
      const every = "{ regions(where: { families: { every: { povertyLikelihood: { gt: 200 } } } }) { totalCount } }";
      expect((await query(database, every, {}, cacao)).regions.totalCount).toBe(24);
    });
  });

  describe("what is hidden or changed", () => {
    test.each([
      ["partner", "{ farms(where: { altitude: { gt: 500 } }) { totalCount } }"],
      ["partner", "{ farms(orderBy: [{ altitude: ASC }]) { totalCount } }"],
      ["partner", "{ families(where: { farms: { some: { altitude: { gt: 500 } } } }) { totalCount } }"],
      ["partner", '{ families(where: { locality: { name: { contains: "a" } } }) { totalCount } }'],
      ["partner", "{ localities(first: 1) { nodes { families { totalCount } } } }"],
      [
        "partner",
        "{ localGovernments(where: { localities: { some: { families: { some: { povertyLikelihood: { gt: 50 } } } } } }) { totalCount } }",
      ],
      [
        "partner",
        '{ localities(where: { families: { some: { NOT: [{ code: { equals: "FAM-0000001" } }] } } }) { totalCount } }',
      ],
      ["analyst", '{ families(where: { code: { startsWith: "FAM-1" } }) { totalCount } }'],
      ["analyst", "{ families(orderBy: [{ code: ASC }]) { totalCount } }"],
      ["analyst", "{ plots(orderBy: [{ farm: { family: { code: ASC } } }]) { totalCount } }"],
      ["analyst", '{ investments(where: { code: { equals: "INV-1" } }) { totalCount } }'],
      ["public", "{ families(where: { povertyLikelihood: { gt: 50 } }) { totalCount } }"],
      ["public", "{ regions(where: { families: { some: {} } }) { totalCount } }"],
      ["public", "{ trainings(where: { participants: { some: {} } }) { totalCount } }"],
      ["public", "{ localities(where: { investments: { some: { recipientFamily: {} } } }) { totalCount } }"],
      ["public", "{ investments(where: { recipientFamily: {} }) { totalCount } }"],
      ["public", '{ family(code: "FAM-0000001") { code } }'],
      ["public", "{ families { nodes { code } } }"],
      ["public", "{ trainings { nodes { participants { edges { attendanceRate } } } } }"],
    ])("cannot be filtered, sorted or read by the %s: %s", async (role, text) => {
      const viewer = { partner: cacao, analyst, public: nobody }[role] ?? nobody;
      expect((await codes(text, viewer)).codes).toEqual(["FORBIDDEN"]);
    });

    test("a cursor says nothing, and nothing to anyone else", async () => {
      const { families } = await query(database, "{ families(first: 2) { pageInfo { endCursor } } }", {}, analyst);
      const text = "query ($after: String) { families(first: 2, after: $after) { nodes { code } } }";
      const after = families.pageInfo.endCursor;
      expect((await codes(text, analyst, { after })).codes).toEqual([]);
      for (const viewer of [cacao, coffee, steward]) {
        expect((await codes(text, viewer, { after })).codes).toEqual(["BAD_CURSOR"]);
      }
    });

    test("is not found by the public through node, whatever id is tried", async () => {
      const ids = ["Family", "FamilyMember", "Farm", "Plot", "CocaFreeVerification", "TrainingParticipation"].flatMap(
        (type) => [1, 2, 3].map((id) => idOf(type, id)),
      );
      const [financed] = await sql("SELECT id FROM investment WHERE recipient_family_id IS NOT NULL LIMIT 1");
      const { nodes } = await query(
        database,
        "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
        { ids: [...ids, idOf("Investment", financed.id)] },
        nobody,
      );
      expect(nodes).toEqual(Array(ids.length + 1).fill(null));
    });

    test("loans to families are not in the public's list of investments, and in its totals", async () => {
      const { investments, all } = await query(
        database,
        "{ investments(first: 100) { nodes { kind recipient { __typename } } } all: investments(where: { kind: { equals: FAMILY_FINANCING } }) { totalCount } }",
        {},
        nobody,
      );
      expect(
        new Set(investments.nodes.map(({ recipient }: { recipient: { __typename: string } }) => recipient.__typename)),
      ).not.toContain("Family");
      const [{ n }] = await sql("SELECT count(*)::int AS n FROM investment WHERE kind = 'FAMILY_FINANCING'");
      expect(all.totalCount).toBe(n);
    });
  });

  describe("names and national ids", () => {
    const names = "query Visit { familyMembers(first: 3) { nodes { name nationalId } } }";

    test("are read by stewards with a purpose, and each read is written down", async () => {
      const { familyMembers } = await query(database, names, {}, steward);
      expect(familyMembers.nodes[0]).toEqual({
        name: expect.stringMatching(/\w/),
        nationalId: expect.stringMatching(/\w/),
      });
      const entries = await sql(
        "SELECT viewer, role, purpose, type_name, field, record_ids FROM audit_entry ORDER BY id DESC LIMIT 2",
      );
      const entry = {
        viewer: "key:s",
        role: "STEWARD",
        purpose: "visits of 2026",
        type_name: "FamilyMember",
        record_ids: [1, 2, 3],
      };
      expect(entries).toEqual([
        { ...entry, field: "nationalId" },
        { ...entry, field: "name" },
      ]);
    });

    test("are not read without a purpose, nor by anyone else", async () => {
      for (const viewer of [viewerOf("steward", "key:s"), analyst, cacao]) {
        const { data, codes: found } = await codes(names, viewer);
        expect([found, JSON.stringify(data)]).toEqual([["FORBIDDEN"], expect.not.stringMatching(/Persona|SYN/)]);
      }
    });

    test("what was written down stays", async () => {
      await expect(database.pool.query("DELETE FROM audit_entry")).rejects.toThrow("only ever added to");
      await expect(database.pool.query("UPDATE audit_entry SET purpose = ''")).rejects.toThrow("only ever added to");
    });
  });

  test("coordinates are as exact as the role may know", async () => {
    const at = async (viewer: Viewer) =>
      (
        await query(
          database,
          '{ farms(first: 50, where: { region: { ubigeo: { equals: "22" } } }) { nodes { coordinates { latitude longitude } } } }',
          {},
          viewer,
        )
      ).farms.nodes;
    const digits = (nodes: { coordinates: { latitude: number } }[]) =>
      Math.max(...nodes.map(({ coordinates }) => (String(coordinates.latitude).split(".")[1] ?? "").length));
    expect([digits(await at(cacao)), digits(await at(analyst))]).toEqual([1, 2]);
    expect(digits(await at(steward))).toBeGreaterThan(2);
  });

  test("a viewer is told what it may do", async () => {
    const text = `{ viewer { role purpose regions { ubigeo }
      code: can(type: "Farm", field: "code") { read field threshold needed }
      name: can(type: "FamilyMember", field: "name") { read field needed }
      region: can(type: "Region") { read threshold }
      crop: can(type: "Plot", field: "crop") { read field threshold } } }`;
    expect((await query(database, text, {}, cacao)).viewer).toEqual({
      role: "PARTNER",
      purpose: "advice to growers",
      regions: [{ ubigeo: "22" }],
      code: { read: true, field: "MASKED", threshold: 5, needed: ["PARTNER", "ANALYST", "STEWARD"] },
      name: { read: false, field: "HIDDEN", needed: ["STEWARD"] },
      region: { read: true, threshold: null },
      crop: { read: true, field: "SHOWN", threshold: 5 },
    });
    expect((await query(database, text, {}, nobody)).viewer).toMatchObject({
      role: "PUBLIC",
      regions: null,
      crop: { read: false, field: "COUNTED", threshold: 10 },
    });
    expect((await codes('{ viewer { can(type: "Nothing") { read } } }', nobody)).codes).toEqual(["BAD_ARGUMENT"]);
  });
});
