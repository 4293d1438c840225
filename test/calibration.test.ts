import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { viewerOf } from "@chacra/schema";
import { query } from "@chacra/schema/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// biome-ignore lint/suspicious/noExplicitAny: the shape of a row is the test's own query
type Row = Record<string, any>;

// The lines of the programme's fact sheet, asked of the whole demo programme: through the graph where the graph
// exposes them, else by SQL over the records.
describe.each(testLocations())("the fact sheet at scale 1 on $name", ({ openMigrated }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 1, seed: 1 });
  });
  afterAll(() => database.close());

  async function sql(statement: string): Promise<Record<string, number | string>> {
    return (await database.pool.query(statement)).rows[0];
  }

  test.each(["public", "analyst", "steward"] as const)(
    "every line agrees with what was published, told to the %s",
    async (role) => {
      const { factSheet } = await query(
        database,
        "{ factSheet { figures { code value publishedValue comparison agrees suppressed { reason } } } }",
        {},
        viewerOf(role, "test", "tests"),
      );
      expect(factSheet.figures).toHaveLength(25);
      for (const { code, agrees, publishedValue, suppressed } of factSheet.figures) {
        expect([code, agrees, suppressed]).toEqual([code, publishedValue === null ? null : true, null]);
      }
    },
  );

  test("the records behind every line are as many as its query finds", async () => {
    const { factSheet } = await query(database, "{ factSheet { figures { code lineage { records query } } } }");
    for (const { code, lineage } of factSheet.figures) {
      const [page] = Object.values(await query(database, lineage.query)) as { totalCount: number }[];
      expect([code, page?.totalCount]).toEqual([code, lineage.records]);
    }
  });

  // Five of the published figures, asked as an analyst would, and of the raw tables.
  test.each([
    [
      "families by region",
      "{ familyAnalysis { rows { key { region { ubigeo } } count } } }",
      "SELECT r.ubigeo AS key, count(*)::float AS value FROM family f JOIN region r ON r.id = f.region_id GROUP BY 1 ORDER BY 1",
      ({ key, count }: Row) => [key.region.ubigeo, count],
    ],
    [
      "financing by instrument",
      "{ investmentAnalysis(where: { kind: { equals: FAMILY_FINANCING } }) { rows { key { instrument } amount { sum } } } }",
      "SELECT instrument::text AS key, sum(amount)::float AS value FROM investment WHERE kind = 'FAMILY_FINANCING' GROUP BY instrument ORDER BY instrument",
      ({ key, amount }: Row) => [key.instrument, Number(amount.sum)],
    ],
    [
      "hectares of each crop",
      "{ plotAnalysis { rows { key { crop } hectares { sum } } } }",
      "SELECT crop::text AS key, sum(hectares)::float AS value FROM plot GROUP BY crop ORDER BY crop",
      ({ key, hectares }: Row) => [key.crop, hectares.sum],
    ],
    [
      "people trained by topic",
      "{ trainingParticipationAnalysis { rows { key { topic } countDistinct { members } } } }",
      "SELECT topic::text AS key, count(DISTINCT member_id)::float AS value FROM training_participation p JOIN training t ON t.id = p.training_id GROUP BY topic ORDER BY topic",
      ({ key, countDistinct }: Row) => [key.topic, countDistinct.members],
    ],
    [
      "the coca-free part of eradicated land by year of the last check",
      "{ verificationAnalysis(where: { supersededOn: { isNull: true } }) { rows { key { year } cocaFreeShare { ratioOfSums } } } }",
      `SELECT extract(year FROM verified_on)::int AS key, (sum(coca_free_hectares) / sum(eradicated_hectares))::float AS value
       FROM (SELECT DISTINCT ON (area_code) * FROM coca_free_verification ORDER BY area_code, verified_on DESC) latest GROUP BY 1 ORDER BY 1`,
      ({ key, cocaFreeShare }: Row) => [key.year, cocaFreeShare.ratioOfSums],
    ],
    [
      "resources of local governments above their allocations, the first ten",
      "{ investmentAnalysis(where: { kind: { equals: PUBLIC_RESOURCES } }, orderBy: [{ amount: { sum: DESC } }], first: 10) { rows { key { localGovernment { ubigeo } } amount { sum } } } }",
      `SELECT l.ubigeo AS key, sum(amount)::float AS value FROM investment i JOIN local_government l ON l.id = i.local_government_id
       WHERE kind = 'PUBLIC_RESOURCES' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10`,
      ({ key, amount }: Row) => [key.localGovernment.ubigeo, Number(amount.sum)],
    ],
  ] as [string, string, string, (row: Row) => [string | number, number]][])(
    "%s: the analysis is what SQL says",
    async (_what, document, statement, read) => {
      const data = await query(database, document, {}, viewerOf("analyst"));
      const rows = (Object.values(data)[0] as { rows: (Row & { suppressed?: object })[] }).rows.map(read);
      const expected = (await database.pool.query(statement)).rows as { key: string | number; value: number }[];
      expect(expected.length).toBeGreaterThan(2);
      expect(rows.map(([key]) => key)).toEqual(expected.map(({ key }) => key));
      for (const [i, [, value]] of rows.entries()) expect(value).toBeCloseTo(expected[i]?.value ?? Number.NaN, 3);
    },
  );

  test("87,200 rural families are supported", async () => {
    const { families, region } = await query(
      database,
      `{ families(where: { enrolledOn: { gte: "2018-01-01", lte: "2022-12-31" } }) { totalCount }
         region(ubigeo: "22") { families { totalCount } } }`,
    );
    expect(families.totalCount).toBe(87_200);
    expect(region.families.totalCount).toBeGreaterThan(10_000);
  });

  test("36,722 families have financing of US$ 92,132,183", async () => {
    const { families, investments } = await query(
      database,
      `{ families(where: { investments: { some: { kind: { equals: FAMILY_FINANCING } } } }) { totalCount }
         investments(where: { kind: { equals: FAMILY_FINANCING } }) { sum { amount { amount currency } } } }`,
    );
    expect(families.totalCount).toBe(36_722);
    expect(investments.sum.amount).toEqual([{ amount: "92132183.00", currency: "USD" }]);
  });

  test("there are 33,619 ha of coffee and 80,986 ha of cacao", async () => {
    const { coffee, cacao } = await query(
      database,
      `{ coffee: plots(where: { crop: { equals: COFFEE } }) { sum { hectares } }
         cacao: plots(where: { crop: { equals: CACAO } }) { sum { hectares } } }`,
    );
    expect([coffee.sum.hectares, cacao.sum.hectares]).toEqual([33_619, 80_986]);
  });

  test("local governments obtained US$ 72 million above their regular allocations", async () => {
    const { investments } = await query(
      database,
      "{ investments(where: { kind: { equals: PUBLIC_RESOURCES } }) { sum { amount { amount currency } } } }",
    );
    expect(investments.sum.amount).toEqual([{ amount: "72000000.00", currency: "USD" }]);
  });

  test("incomes rose by 97.5 % from 2018 to 2022 over the balanced panel", async () => {
    const { change, families } = await sql(`
      SELECT round((avg(net_income) FILTER (WHERE year = 2022) / avg(net_income) FILTER (WHERE year = 2018) - 1) * 100, 1)::float AS change,
             count(DISTINCT family_id)::int AS families
      FROM household_income
      WHERE family_id IN (SELECT family_id FROM household_income WHERE year BETWEEN 2018 AND 2022 GROUP BY family_id HAVING count(*) = 5)`);
    expect(change).toBe(97.5);
    expect(families).toBeGreaterThan(5000);
  });

  test("over 90 % of the eradicated hectares remain coca-free at the latest check of each area", async () => {
    const { share } = await sql(`
      SELECT (sum(coca_free_hectares) / sum(eradicated_hectares) * 100)::float AS share
      FROM (SELECT DISTINCT ON (area_code) * FROM coca_free_verification ORDER BY area_code, verified_on DESC) latest`);
    expect(share).toBeGreaterThan(90);
    expect(share).toBeLessThan(95);
  });

  test("117 localities are connected to fixed or mobile 4G, for more than US$ 5 million of private money", async () => {
    const { localities, investments } = await query(
      database,
      `{ localities(where: { connections: { some: { service: { in: [FIXED_4G, MOBILE_4G] } } } }) { totalCount }
         investments(where: { kind: { equals: PRIVATE_CONNECTIVITY } }) { sum { amount { amount currency } } } }`,
    );
    expect(localities.totalCount).toBe(117);
    expect(investments.sum.amount).toHaveLength(1);
    expect(investments.sum.amount[0].currency).toBe("USD");
    expect(Number(investments.sum.amount[0].amount)).toBeGreaterThan(5_000_000);
  });

  test("more than 15,000 people learned digital skills and more than 20,000 had financial education", async () => {
    const { digital, financial } = await query(
      database,
      `{ digital: familyMembers(where: { participations: { some: { training: { topic: { equals: DIGITAL_SKILLS } } } } }) { totalCount }
         financial: familyMembers(where: { participations: { some: { training: { topic: { equals: FINANCIAL_EDUCATION } } } } }) { totalCount } }`,
    );
    expect(digital.totalCount).toBeGreaterThan(15_000);
    expect(financial.totalCount).toBeGreaterThan(20_000);
  });

  test("more than 50 enterprises were strengthened by the Rural Innovation Program of Universidad del Pacífico", async () => {
    const { enterprises } = await query(
      database,
      `{ enterprises(where: { support: { some: {
           organization: { name: { contains: "universidad del pacifico" } }
           activity: { title: { contains: "rural innovation program" } } } } }) { totalCount } }`,
    );
    expect(enterprises.totalCount).toBeGreaterThan(50);
  });

  test("all six fairs are there, and the Cacao and Chocolate Show has one edition a year from 2010 to 2022", async () => {
    const { all, show } = await query(
      database,
      `{ all: marketEvents(first: 100) { nodes { series } }
         show: marketEvents(where: { series: { equals: CACAO_AND_CHOCOLATE_SHOW }, year: { lte: 2022 } }, orderBy: [{ year: ASC }]) { nodes { year edition } } }`,
    );
    expect(new Set(all.nodes.map(({ series }: { series: string }) => series)).size).toBe(6);
    expect(show.nodes).toEqual(Array.from({ length: 13 }, (_, index) => ({ year: 2010 + index, edition: index + 1 })));
  });

  test("the rankings of cacao and coffee are there with their sources", async () => {
    const { countryRankings } = await query(
      database,
      "{ countryRankings { nodes { commodity production rank band source { title } } } }",
    );
    const statements = countryRankings.nodes as {
      commodity: string;
      production: string;
      rank: number;
      band: number;
      source: { title: string };
    }[];
    for (const expected of [
      { commodity: "CACAO", production: "ORGANIC", rank: 2 },
      { commodity: "COFFEE", production: "ORGANIC", rank: 1 },
      { commodity: "CACAO", production: "CONVENTIONAL", band: 10 },
      { commodity: "COFFEE", production: "CONVENTIONAL", band: 10 },
    ]) {
      expect(statements).toContainEqual(expect.objectContaining(expected));
    }
    for (const { source } of statements) expect(source.title).not.toBe("");
  });

  test("every value chain, intervention, level of coordination and level of public entity has records", async () => {
    const crops = ["CACAO", "COFFEE", "BANANA", "TIMBER"];
    const data = await query(
      database,
      `{ ${crops.map((crop) => `${crop}: plots(where: { crop: { equals: ${crop} } }) { totalCount }`).join(" ")}
         interventions { nodes { activities { totalCount } trainings { totalCount } investments { totalCount } } }
         political: coordinationBodies(where: { level: { equals: POLITICAL_STRATEGIC } }) { totalCount }
         operational: coordinationBodies(where: { level: { equals: OPERATIONAL } }) { totalCount }
         national: organizations(where: { kind: { equals: PUBLIC_ENTITY }, level: { equals: NATIONAL } }) { totalCount }
         subnational: organizations(where: { kind: { equals: PUBLIC_ENTITY }, level: { equals: SUBNATIONAL } }) { totalCount } }`,
    );
    const { interventions, ...counts } = data;
    for (const [name, { totalCount }] of Object.entries(counts)) expect(totalCount, name).toBeGreaterThan(0);
    expect(interventions.nodes).toHaveLength(7);
    for (const { activities, trainings, investments } of interventions.nodes) {
      expect(activities.totalCount + trainings.totalCount + investments.totalCount).toBeGreaterThan(0);
    }
  });

  test("Peru has 25 regions, 196 provinces and 1,891 districts", async () => {
    const { regions, provinces, districts } = await query(
      database,
      "{ regions { totalCount } provinces { totalCount } districts: localGovernments(where: { level: { equals: DISTRICT } }) { totalCount } }",
    );
    expect([regions.totalCount, provinces.totalCount, districts.totalCount]).toEqual([25, 196, 1891]);
  });

  test("areas under coca are there by zone, by region and for the country, each with its source", async () => {
    const { nationalCocaAreas, zone, region } = await query(
      database,
      `{ nationalCocaAreas { year hectares source { title } }
         zone(code: "VRA") { cocaAreas { year hectares source { title } } }
         region(ubigeo: "25") { cocaAreas { year hectares source { title } } } }`,
    );
    expect(nationalCocaAreas).toContainEqual(expect.objectContaining({ year: 2022, hectares: 95_008 }));
    expect(region.cocaAreas).toContainEqual(expect.objectContaining({ year: 2021, hectares: 10_151 }));
    for (const areas of [nationalCocaAreas, zone.cocaAreas, region.cocaAreas]) {
      expect(areas.length).toBeGreaterThan(3);
      for (const { source } of areas) expect(source.title).not.toBe("");
    }
  });
});
