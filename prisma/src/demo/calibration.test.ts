import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../database/open.ts";
import { testLocations } from "../testing/test-databases.ts";
import { fillDemo } from "./fill.ts";
import { figures } from "./inspect.test-support.ts";

describe.each(testLocations())("the fact sheet comes out of the records at scale 1 ($name)", ({ openMigrated }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database);
  });
  afterAll(() => database.close());
  const ask = (sql: string) => figures(database, sql);

  test("87,200 families", async () => {
    expect(await ask("SELECT count(*) AS families FROM family")).toEqual({ families: 87_200 });
  });

  test("36,722 families with financing of US$92,132,183", async () => {
    const financing = await ask(
      `SELECT count(DISTINCT recipient_family_id) AS families, sum(amount) AS dollars, count(*) FILTER (WHERE currency <> 'USD') AS other
       FROM investment WHERE kind = 'FAMILY_FINANCING'`,
    );
    expect(financing).toEqual({ families: 36_722, dollars: 92_132_183, other: 0 });
  });

  test("33,619 ha of coffee and 80,986 ha of cacao", async () => {
    const hectares = await ask(
      `SELECT sum(hectares) FILTER (WHERE crop = 'COFFEE') AS coffee, sum(hectares) FILTER (WHERE crop = 'CACAO') AS cacao FROM plot`,
    );
    expect(hectares).toEqual({ coffee: 33_619, cacao: 80_986 });
  });

  test("US$72 million above the regular allocations of local governments", async () => {
    const resources = await ask(
      `SELECT sum(amount) AS dollars, count(*) - count(recipient_local_government_id) AS elsewhere
       FROM investment WHERE kind = 'PUBLIC_RESOURCES'`,
    );
    expect(resources).toEqual({ dollars: 72_000_000, elsewhere: 0 });
  });

  test("incomes grow by 97.5 percent over the balanced panel, however it is cut", async () => {
    const balanced = await ask(
      `SELECT round(100 * (avg(net_income) FILTER (WHERE year = 2022) / avg(net_income) FILTER (WHERE year = 2018) - 1), 1) AS percent,
         count(DISTINCT family_id) AS families
       FROM household_income WHERE family_id IN (SELECT family_id FROM household_income GROUP BY 1 HAVING count(*) = 5)`,
    );
    expect(balanced).toEqual({ percent: 97.5, families: 12_000 });
    const firstAndLast = await ask(
      `SELECT count(*) AS families FROM household_income a JOIN household_income b USING (family_id) WHERE a.year = 2018 AND b.year = 2022`,
    );
    expect(firstAndLast).toEqual({ families: 12_000 });
    const others = await ask(
      `SELECT count(*) FROM (SELECT FROM household_income GROUP BY family_id HAVING count(*) < 5) partly`,
    );
    expect(others.count).toBeGreaterThan(3_000);
  });

  test("over 90 percent of the hectares remain coca-free", async () => {
    const shares = await ask(
      `SELECT 100 * sum(coca_free_hectares) / sum(eradicated_hectares) AS by_hectare,
         100 * avg(coca_free_hectares / eradicated_hectares) AS by_area
       FROM (SELECT DISTINCT ON (area_code) * FROM coca_free_verification ORDER BY area_code, verified_on DESC) latest`,
    );
    for (const share of [shares.by_hectare, shares.by_area]) {
      expect(share).toBeGreaterThan(90);
      expect(share).toBeLessThan(95);
    }
  });

  test("117 localities connected to fixed or mobile 4G", async () => {
    const connected = await ask("SELECT count(DISTINCT locality_id) AS localities FROM internet_service");
    expect(connected).toEqual({ localities: 117 });
  });

  test("more than five million dollars of private investment, all of it in connected localities", async () => {
    const invested = await ask(
      `SELECT sum(amount) AS dollars, count(*) FILTER (WHERE recipient_locality_id NOT IN (SELECT locality_id FROM internet_service)) AS elsewhere
       FROM investment WHERE kind = 'PRIVATE_CONNECTIVITY'`,
    );
    expect(invested.dollars).toBeGreaterThan(5_000_000);
    expect(invested.elsewhere).toBe(0);
  });

  test("more than 15,000 people in digital skills and 20,000 in financial education", async () => {
    const people = await ask(
      `SELECT count(DISTINCT member_id) FILTER (WHERE topic = 'DIGITAL_SKILLS') AS digital,
         count(DISTINCT member_id) FILTER (WHERE topic = 'FINANCIAL_EDUCATION') AS financial
       FROM training_participation p JOIN training t ON t.id = p.training_id`,
    );
    expect(people.digital).toBeGreaterThan(15_000);
    expect(people.digital).toBeLessThan(16_000);
    expect(people.financial).toBeGreaterThan(20_000);
    expect(people.financial).toBeLessThan(21_000);
  });

  test("more than 50 enterprises of the Rural Innovation Program, in connected localities", async () => {
    const supported = await ask(
      `SELECT count(DISTINCT e.id) AS enterprises, count(*) FILTER (WHERE e.locality_id NOT IN (SELECT locality_id FROM internet_service)) AS elsewhere
       FROM enterprise e JOIN enterprise_support s ON s.enterprise_id = e.id
         JOIN organization o ON o.id = s.organization_id WHERE o.code = 'UP'`,
    );
    expect(supported.enterprises).toBeGreaterThan(50);
    expect(supported.elsewhere).toBe(0);
  });

  test("the Cacao and Chocolate Show once a year from 2010 to 2022, and all six series", async () => {
    const show = await ask(
      `SELECT count(*) AS editions, count(DISTINCT year) AS years, min(year), max(year) FROM market_event
       WHERE series = 'CACAO_AND_CHOCOLATE_SHOW' AND year <= 2022`,
    );
    expect(show).toEqual({ editions: 13, years: 13, min: 2010, max: 2022 });
    expect(await ask("SELECT count(DISTINCT series) AS series FROM market_event")).toEqual({ series: 6 });
  });

  test("second in organic cacao, first in organic coffee, among ten in both otherwise; each with its source", async () => {
    const { rows } = await database.pool.query(
      `SELECT commodity, production, rank, band FROM country_ranking r JOIN source s ON s.id = r.source_id
       WHERE s.code = 'fact-sheet' ORDER BY r.code`,
    );
    expect(rows).toEqual([
      { commodity: "CACAO", production: "CONVENTIONAL", rank: null, band: 10 },
      { commodity: "CACAO", production: "ORGANIC", rank: 2, band: null },
      { commodity: "COFFEE", production: "CONVENTIONAL", rank: null, band: 10 },
      { commodity: "COFFEE", production: "ORGANIC", rank: 1, band: null },
    ]);
  });

  test("everything that the programme did is dated from 2018 to 2022", async () => {
    const columns = await database.pool.query<{ table: string; column: string }>(
      `SELECT table_name AS table, column_name AS column FROM information_schema.columns
       WHERE table_schema = current_schema() AND data_type = 'date' AND table_name NOT IN ('source', 'activity', 'market_event')`,
    );
    expect(columns.rows.length).toBeGreaterThan(10);
    for (const { table, column } of columns.rows) {
      const outside = await ask(
        `SELECT count(*) FROM "${table}" WHERE "${column}" NOT BETWEEN '2018-01-01' AND '2022-12-31'`,
      );
      expect([table, column, outside.count]).toEqual([table, column, 0]);
    }
  });
});

describe.each(testLocations())("the totals scale ($name)", ({ openMigrated }) => {
  test.each([0.001, 0.0315, 0.25])("at scale %d", async (scale) => {
    const database = await openMigrated();
    try {
      await fillDemo(database, { scale, seed: 9 });
      const totals = await figures(
        database,
        `SELECT (SELECT count(*) FROM family) AS families,
           (SELECT count(DISTINCT recipient_family_id) FROM investment) AS financed,
           (SELECT sum(amount) FROM investment WHERE kind = 'FAMILY_FINANCING') AS financing,
           (SELECT sum(amount) FROM investment WHERE kind = 'PUBLIC_RESOURCES') AS resources,
           (SELECT sum(hectares) FROM plot WHERE crop = 'COFFEE') AS coffee,
           (SELECT sum(hectares) FROM plot WHERE crop = 'CACAO') AS cacao,
           (SELECT round(100 * (avg(net_income) FILTER (WHERE year = 2022) / avg(net_income) FILTER (WHERE year = 2018) - 1), 1)
            FROM household_income WHERE family_id IN (SELECT family_id FROM household_income GROUP BY 1 HAVING count(*) = 5)) AS income,
           (SELECT round(100 * sum(coca_free_hectares) / sum(eradicated_hectares), 1)
            FROM (SELECT DISTINCT ON (area_code) * FROM coca_free_verification ORDER BY area_code, verified_on DESC) latest) AS coca_free`,
      );
      expect(totals).toEqual({
        families: Math.round(87_200 * scale),
        financed: Math.round(36_722 * scale),
        financing: Math.round(9_213_218_300 * scale) / 100,
        resources: Math.round(7_200_000_000 * scale) / 100,
        coffee: Math.round(336_190_000 * scale) / 10_000,
        cacao: Math.round(809_860_000 * scale) / 10_000,
        income: 97.5,
        coca_free: 92.6,
      });
    } finally {
      await database.close();
    }
  });
});
