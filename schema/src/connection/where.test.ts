import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { execute, query } from "../testing/execute.ts";

describe.each(testLocations())("where on $name", ({ openMigrated }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 0.001, seed: 1 });
  });
  afterAll(() => database.close());

  /** The number of items that the graph finds and the number that SQL finds. */
  async function counts(field: string, where: string, table: string, condition: string): Promise<[number, number]> {
    const data = await query(database, `{ found: ${field}(where: ${where}) { totalCount } }`);
    const { rows } = await database.pool.query(`SELECT count(*)::int AS n FROM ${table} t WHERE ${condition}`);
    return [data.found.totalCount, rows[0].n];
  }

  test.each([
    ["families", "{ }", "family", "true"],
    ["families", "null", "family", "true"],
    ["families", "{ code: null }", "family", "true"],
    [
      "families",
      `{ enrolledOn: { gte: "2019-01-01", lt: "2020-01-01" } }`,
      "family",
      "enrolled_on >= '2019-01-01' AND enrolled_on < '2020-01-01'",
    ],
    ["families", "{ povertyLikelihood: { gt: 40.5 } }", "family", "poverty_likelihood > 40.5"],
    ["families", "{ consentScope: { in: [RESEARCH] } }", "family", "consent_scope = 'RESEARCH'"],
    [
      "families",
      "{ OR: [{ consentStatus: { equals: WITHDRAWN } }, { povertyLikelihood: { lte: 20 } }] }",
      "family",
      "consent_status = 'WITHDRAWN' OR poverty_likelihood <= 20",
    ],
    ["families", "{ OR: [] }", "family", "false"],
    ["families", "{ AND: [], OR: [{}] }", "family", "true"],
    ["families", "{ NOT: [] }", "family", "true"],
    ["families", "{ NOT: [{}] }", "family", "false"],
    ["families", "{ NOT: [{ farms: {} }] }", "family", "false"],
    ["families", "{ NOT: [{ code: {} }] }", "family", "false"],
    ["families", "{ NOT: [{ OR: [] }] }", "family", "true"],
    ["families", "{ code: { in: [] } }", "family", "false"],
    ["marketEvents", "{ year: { lt: 2147483647 } }", "market_event", "year IS NOT NULL"],
    ["marketEvents", "{ NOT: [{ edition: { equals: 1 } }] }", "market_event", "edition IS DISTINCT FROM 1"],
    ["marketEvents", "{ edition: { notIn: [1, 2] } }", "market_event", "edition IS NULL OR edition > 2"],
    ["marketEvents", "{ NOT: [{ edition: { notIn: [1, 2] } }] }", "market_event", "edition IN (1, 2)"],
    ["marketEvents", "{ edition: { isNull: true } }", "market_event", "edition IS NULL"],
    [
      "marketEvents",
      '{ NOT: [{ localGovernment: { name: { contains: "jaen" } } }] }',
      "market_event",
      "local_government_id IS NULL OR local_government_id NOT IN (SELECT id FROM local_government WHERE name = 'Jaén')",
    ],
    ["marketEvents", '{ city: { contains: "JAEN" } }', "market_event", "city LIKE '%Jaén%'"],
    [
      "marketEvents",
      '{ NOT: [{ city: { contains: "jaen" } }] }',
      "market_event",
      "city IS NULL OR city NOT LIKE '%Jaén%'",
    ],
    ["plots", '{ variety: { contains: "obata" } }', "plot", "variety = 'Obatá'"],
    ["regions", '{ capital: { contains: "huanuco" } }', "region", "capital = 'Huánuco'"],
    ["families", "{ code: { isNull: true } }", "family", "false"],
    ["families", "{ code: { isNull: false } }", "family", "true"],
    ["investments", "{ NOT: [{ recipientFamily: {} }] }", "investment", "recipient_family_id IS NULL"],
    [
      "families",
      "{ NOT: [{ consentScope: { equals: RESEARCH } }, { povertyLikelihood: { gt: 40 } }] }",
      "family",
      "NOT (consent_scope = 'RESEARCH' OR poverty_likelihood > 40)",
    ],
    [
      "families",
      "{ farms: { none: { hectares: { lt: 3 } } } }",
      "family",
      "NOT EXISTS (SELECT FROM farm f WHERE f.family_id = t.id AND f.hectares < 3)",
    ],
    [
      "families",
      "{ farms: { every: { hectares: { gte: 3 } } } }",
      "family",
      "NOT EXISTS (SELECT FROM farm f WHERE f.family_id = t.id AND f.hectares < 3)",
    ],
    [
      "families",
      "{ farms: { some: { plots: { some: { crop: { equals: COFFEE } } } } } }",
      "family",
      "EXISTS (SELECT FROM farm f JOIN plot p ON p.farm_id = f.id WHERE f.family_id = t.id AND p.crop = 'COFFEE')",
    ],
    [
      "families",
      "{ trainings: { some: { topic: { equals: DIGITAL_SKILLS } } } }",
      "family",
      "EXISTS (SELECT FROM training_participation p JOIN training r ON r.id = p.training_id WHERE p.family_id = t.id AND r.topic = 'DIGITAL_SKILLS')",
    ],
    [
      "familyMembers",
      "{ isHead: { equals: true }, sex: { equals: FEMALE } }",
      "family_member",
      "is_head AND sex = 'FEMALE'",
    ],
    ["investments", `{ amount: { gte: "1500.05" } }`, "investment", "amount >= 1500.05"],
    ["localGovernments", "{ province: {} }", "local_government", "province_id IS NOT NULL"],
    ["localGovernments", "{ NOT: [{ province: {} }] }", "local_government", "province_id IS NULL"],
    ["families", "{ OR: [], consentStatus: { equals: GIVEN } }", "family", "false"],
    ["families", "{ farms: { some: { OR: [], hectares: { gt: 0 } } } }", "family", "false"],
    ["investments", "{ recipientFamily: {} }", "investment", "recipient_family_id IS NOT NULL"],
    [
      "investments",
      `{ recipientLocalGovernment: { level: { equals: DISTRICT } } }`,
      "investment",
      "recipient_local_government_id IN (SELECT id FROM local_government WHERE level = 'DISTRICT')",
    ],
    [
      "localGovernments",
      "{ povertyRate: { isNull: true }, level: { equals: DISTRICT } }",
      "local_government",
      "poverty_rate IS NULL AND level = 'DISTRICT'",
    ],
    [
      "localGovernments",
      `{ zones: { some: { code: { equals: "HUA" } } } }`,
      "local_government",
      "id IN (SELECT c.local_government_id FROM zone_coverage c JOIN zone z ON z.id = c.zone_id WHERE z.code = 'HUA')",
    ],
    [
      "localGovernments",
      `{ region: { name: { contains: "MARTIN" } } }`,
      "local_government",
      "region_id = (SELECT id FROM region WHERE ubigeo = '22')",
    ],
    ["localGovernments", `{ name: { contains: "huánuco" } }`, "local_government", "name ~* 'hu[aá]nuco'"],
    ["localGovernments", `{ name: { contains: "%" } }`, "local_government", "false"],
    ["localGovernments", `{ name: { contains: "_" } }`, "local_government", "strpos(name, '_') > 0"],
    ["localGovernments", `{ ubigeo: { startsWith: "%2" } }`, "local_government", "false"],
    ["localGovernments", `{ ubigeo: { startsWith: "22_1" } }`, "local_government", "false"],
    ["localGovernments", `{ ubigeo: { startsWith: "2201" } }`, "local_government", "ubigeo LIKE '2201%'"],
    ["localGovernments", `{ ubigeo: { in: ["22", "2201", "zz"] } }`, "local_government", "ubigeo IN ('22', '2201')"],
    [
      "localities",
      "{ connections: { some: { service: { equals: FIXED_4G } } } }",
      "locality",
      "id IN (SELECT locality_id FROM internet_service WHERE kind = 'FIXED_4G')",
    ],
    ["marketEvents", "{ year: { lt: 2018 } }", "market_event", "year < 2018"],
    [
      "marketEvents",
      "{ year: { isNull: false }, series: { notIn: [EXPOAMAZONICA] } }",
      "market_event",
      "year IS NOT NULL AND series <> 'EXPOAMAZONICA'",
    ],
  ])("%s(where: %s)", async (field, where, table, condition) => {
    const [found, expected] = await counts(field, where, table, condition);
    expect(found).toBe(expected);
  });

  test("contains finds a name with or without its accents and capitals", async () => {
    for (const contains of ["San Martín", "san martin", "SAN MARTIN", "n Mart", "sán màrtin"]) {
      const { regions } = await query(
        database,
        "query ($c: String) { regions(where: { name: { contains: $c } }) { nodes { ubigeo } } }",
        {
          c: contains,
        },
      );
      expect(regions.nodes).toEqual([{ ubigeo: "22" }]);
    }
  });

  test.each([
    [`{ families(where: { enrolledOn: { gte: "2019-02-30" } }) { totalCount } }`],
    [`{ families(where: { enrolledOn: { gte: "yesterday" } }) { totalCount } }`],
    [`{ investments(where: { amount: { gte: "a lot" } }) { totalCount } }`],
    [`{ families(where: { nothing: { equals: 1 } }) { totalCount } }`],
    [`{ families(orderBy: [{ code: ASC, enrolledOn: DESC }]) { totalCount } }`],
    [`{ families(orderBy: [{}]) { totalCount } }`],
  ])("%s is refused before anything runs", async (document) => {
    const { data, errors } = await execute(database, document);
    expect(data).toBeUndefined();
    expect(errors?.length).toBeGreaterThan(0);
  });
});
