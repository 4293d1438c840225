import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../database/open.ts";
import { testLocations } from "../testing/test-databases.ts";
import { fillDemo } from "./fill.ts";
import { figures } from "./inspect.test-support.ts";

describe.each(testLocations())("the synthetic records are plausible ($name)", ({ openMigrated }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 0.2, seed: 4 });
  });
  afterAll(() => database.close());
  const ask = (sql: string) => figures(database, sql);

  test("all of Peru is there: 25 regions, 196 provinces, 1,891 districts, each with its government", async () => {
    const counts = await ask(
      `SELECT (SELECT count(*) FROM region) AS regions, (SELECT count(*) FROM province) AS provinces,
         count(*) FILTER (WHERE level = 'REGIONAL') AS regional, count(*) FILTER (WHERE level = 'PROVINCIAL') AS provincial,
         count(*) FILTER (WHERE level = 'DISTRICT') AS district FROM local_government`,
    );
    expect(counts).toEqual({ regions: 25, provinces: 196, regional: 25, provincial: 196, district: 1_891 });
    const unlocated = await ask("SELECT count(*) FROM region WHERE latitude IS NULL OR longitude IS NULL");
    expect(unlocated).toEqual({ count: 0 });
  });

  test("places lie in Peru and near their province's capital", async () => {
    const far = await database.pool.query(
      `SELECT g.ubigeo FROM local_government g LEFT JOIN province p ON p.id = g.province_id
       WHERE g.latitude NOT BETWEEN -18.4 AND 0 OR g.longitude NOT BETWEEN -81.4 AND -68.6
         OR abs(g.latitude - p.latitude) > 2.5 OR abs(g.longitude - p.longitude) > 2.5`,
    );
    expect(far.rows).toEqual([]);
  });

  test("families live in districts of the zones only, over three quarters of them in four regions", async () => {
    const outside = await ask(
      `SELECT count(*) FROM family f JOIN local_government g ON g.id = f.local_government_id
       WHERE g.level <> 'DISTRICT' OR g.id NOT IN (SELECT local_government_id FROM zone_coverage)`,
    );
    expect(outside).toEqual({ count: 0 });
    const four = await ask(
      `SELECT avg((r.name IN ('San Martín', 'Huánuco', 'Ucayali', 'Pasco'))::int) AS share, count(DISTINCT r.id) AS regions
       FROM family f JOIN region r ON r.id = f.region_id`,
    );
    expect(four.share).toBeGreaterThan(0.75);
    expect(four.share).toBeLessThan(0.95);
    expect(four.regions).toBeGreaterThan(8);
  });

  test("what hangs on a family is where the family is", async () => {
    const strays = await ask(
      `SELECT (SELECT count(*) FROM family f JOIN locality l ON l.id = f.locality_id WHERE l.local_government_id <> f.local_government_id) AS localities,
         (SELECT count(*) FROM farm a JOIN family f ON f.id = a.family_id WHERE a.local_government_id <> f.local_government_id) AS farms,
         (SELECT count(*) FROM training_participation p JOIN training t ON t.id = p.training_id JOIN family f ON f.id = p.family_id
          WHERE t.local_government_id <> f.local_government_id OR t.starts_on < f.enrolled_on) AS trainings,
         (SELECT count(*) FROM investment i JOIN family f ON f.id = i.recipient_family_id
          WHERE i.local_government_id <> f.local_government_id OR i.committed_on < f.enrolled_on) AS investments,
         (SELECT count(*) FROM coca_free_verification v JOIN farm a ON a.id = v.farm_id JOIN family f ON f.id = a.family_id
          WHERE v.verified_on < f.enrolled_on OR v.eradicated_hectares > a.hectares) AS verifications`,
    );
    expect(strays).toEqual({ localities: 0, farms: 0, trainings: 0, investments: 0, verifications: 0 });
  });

  test("a family has one head, who is an adult, and two to three members on average", async () => {
    const heads = await ask(
      `SELECT min(heads), max(heads), avg(members) AS size FROM
         (SELECT count(*) FILTER (WHERE is_head) AS heads, count(*) AS members FROM family_member GROUP BY family_id) f`,
    );
    expect(heads).toMatchObject({ min: 1, max: 1 });
    expect(heads.size).toBeGreaterThan(2.4);
    expect(heads.size).toBeLessThan(2.8);
    const minors = await ask("SELECT count(*) FROM family_member WHERE is_head AND birth_year > 2004");
    expect(minors).toEqual({ count: 0 });
  });

  test("names and identity numbers are nobody's", async () => {
    const real = await ask(
      `SELECT count(*) FROM family_member WHERE name !~ '^Persona [0-9]{8}$' OR national_id !~ '^SYN[0-9]{8}$' OR provenance <> 'SYNTHETIC'`,
    );
    expect(real).toEqual({ count: 0 });
  });

  test("codes have a fixed width and sort as the ids do", async () => {
    for (const name of ["family", "farm", "plot", "training", "investment", "coca_free_verification"]) {
      const codes = await ask(
        `SELECT count(DISTINCT length(code)) AS widths, count(*) FILTER (WHERE code <= before) AS unsorted
         FROM (SELECT code, lag(code) OVER (ORDER BY id) AS before FROM "${name}") c`,
      );
      expect([name, codes]).toEqual([name, { widths: 1, unsorted: 0 }]);
    }
  });

  test("most families consent, most of them to research", async () => {
    const consent = await ask(
      `SELECT avg((consent_status = 'GIVEN')::int) AS given, avg((consent_scope = 'RESEARCH')::int) AS research FROM family`,
    );
    expect(consent.given).toBeCloseTo(0.96, 1);
    expect(consent.research).toBeCloseTo(0.85, 1);
  });

  test("poverty follows the district's", async () => {
    const poverty = await ask(
      `SELECT corr(f.poverty_likelihood, g.poverty_rate), stddev(f.poverty_likelihood) AS spread
       FROM family f JOIN local_government g ON g.id = f.local_government_id`,
    );
    expect(poverty.corr).toBeGreaterThan(0.4);
    expect(poverty.spread).toBeGreaterThan(10);
  });

  test("farms are of 0.5 to 8 ha, many small and few large, and never smaller than their plots", async () => {
    const farms = await ask(
      `SELECT min(hectares), max(hectares), avg(hectares) AS mean, percentile_cont(0.5) WITHIN GROUP (ORDER BY hectares) AS median FROM farm`,
    );
    expect(farms.min).toBeGreaterThanOrEqual(0.5);
    expect(farms.max).toBeLessThanOrEqual(8);
    expect((farms.mean ?? 0) / (farms.median ?? 1)).toBeGreaterThan(1.1);
    const overfull = await ask(
      `SELECT count(*) FROM (SELECT FROM farm a JOIN plot p ON p.farm_id = a.id GROUP BY a.id HAVING sum(p.hectares) > a.hectares) f`,
    );
    expect(overfull).toEqual({ count: 0 });
  });

  test("cacao grows below 900 m and coffee above", async () => {
    const altitudes = await ask(
      `SELECT max(altitude) FILTER (WHERE crop = 'CACAO') AS cacao, min(altitude) FILTER (WHERE crop = 'COFFEE') AS coffee
       FROM plot JOIN farm ON farm.id = farm_id`,
    );
    expect(altitudes.cacao).toBeLessThan(900);
    expect(altitudes.coffee).toBeGreaterThan(900);
  });

  test("plants bear more as they grow up, at yields that are seen in the field", async () => {
    const yields = await ask(
      `SELECT avg(kg / hectares) FILTER (WHERE crop = 'CACAO' AND age = 3) AS young,
         avg(kg / hectares) FILTER (WHERE crop = 'CACAO' AND age BETWEEN 8 AND 15) AS cacao,
         avg(kg / hectares) FILTER (WHERE crop = 'COFFEE' AND age BETWEEN 6 AND 14) AS coffee
       FROM (SELECT plot.crop, kg, plot.hectares, year - planted_year AS age FROM harvest JOIN plot ON plot.id = plot_id) h`,
    );
    expect(yields.cacao).toBeGreaterThan(700);
    expect(yields.cacao).toBeLessThan(1_000);
    expect(yields.coffee).toBeGreaterThan(700);
    expect(yields.coffee).toBeLessThan(1_100);
    expect((yields.young ?? 0) / (yields.cacao ?? 1)).toBeLessThan(0.6);
  });

  test("incomes are log-normal: the mean is well above the median, the logarithms are even", async () => {
    const incomes = await ask(
      `SELECT avg(net_income) / percentile_cont(0.5) WITHIN GROUP (ORDER BY net_income) AS tail,
         avg(ln(net_income)) / percentile_cont(0.5) WITHIN GROUP (ORDER BY ln(net_income)) AS log_tail
       FROM household_income WHERE year = 2018`,
    );
    expect(incomes.tail).toBeGreaterThan(1.1);
    expect(incomes.tail).toBeLessThan(1.3);
    expect(incomes.log_tail).toBeCloseTo(1, 2);
  });

  test("only those who attended are certified, and most attended", async () => {
    const attendance = await ask(
      `SELECT count(*) FILTER (WHERE certified AND attendance_rate < 0.8) AS undeserved, avg(certified::int) AS certified,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY attendance_rate) - avg(attendance_rate) AS lean, max(attendance_rate), min(attendance_rate)
       FROM training_participation`,
    );
    expect(attendance.undeserved).toBe(0);
    expect(attendance.certified).toBeGreaterThan(0.5);
    expect(attendance.certified).toBeLessThan(0.8);
    expect(attendance.lean).toBeGreaterThan(0.02);
    expect(attendance.max).toBeLessThanOrEqual(1);
    expect(attendance.min).toBeLessThan(0.5);
  });

  test("an area is checked one to four times, always after the check before and on the same hectares", async () => {
    const areas = await ask(
      `SELECT min(checks), max(checks), max(sizes) AS sizes FROM
         (SELECT count(*) AS checks, count(DISTINCT eradicated_hectares) AS sizes FROM coca_free_verification GROUP BY area_code) a`,
    );
    expect(areas).toEqual({ min: 1, max: 4, sizes: 1 });
  });

  test("nothing is paid out beyond what was committed, and most of it was", async () => {
    const paid = await ask(
      `SELECT count(*) FILTER (WHERE paid > amount) AS beyond, avg((paid = amount)::int) AS whole, count(*) FILTER (WHERE first < committed_on) AS early
       FROM (SELECT i.amount, i.committed_on, sum(d.amount) AS paid, min(d.disbursed_on) AS first
             FROM investment i JOIN disbursement d ON d.investment_id = i.id GROUP BY i.id) p`,
    );
    expect(paid).toMatchObject({ beyond: 0, early: 0 });
    expect(paid.whole).toBeGreaterThan(0.9);
    expect(paid.whole).toBeLessThan(1);
  });

  test("the capacity of local governments rises", async () => {
    const scores = await ask(
      `SELECT avg(score) FILTER (WHERE assessed_on < '2019-01-01') AS first, avg(score) FILTER (WHERE assessed_on > '2022-01-01') AS last
       FROM capacity_assessment`,
    );
    expect((scores.last ?? 0) - (scores.first ?? 0)).toBeGreaterThan(8);
  });

  test("every fact says where it comes from, and every source is used or a package", async () => {
    const unused = await database.pool.query(
      `SELECT code FROM source WHERE licence IS NULL AND id NOT IN (
         SELECT source_id FROM zone_coverage UNION SELECT source_id FROM coca_area UNION SELECT source_id FROM local_government_budget
         UNION SELECT source_id FROM activity UNION SELECT source_id FROM market_event UNION SELECT source_id FROM country_ranking)
       ORDER BY 1`,
    );
    expect(unused.rows).toEqual([]);
  });
});
