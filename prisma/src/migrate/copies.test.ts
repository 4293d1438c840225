import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../database/open.ts";
import { testLocations } from "../testing/test-databases.ts";

/** Each table that holds copies, with the records that disagree with what they are copies of. */
const disagreeing = {
  family_member: `SELECT t.id FROM family_member t JOIN family o ON o.id = t.family_id
    WHERE (t.local_government_id, t.region_id) <> (o.local_government_id, o.region_id)`,
  plot: `SELECT t.id FROM plot t JOIN farm o ON o.id = t.farm_id
    WHERE (t.family_id, t.local_government_id, t.region_id) <> (o.family_id, o.local_government_id, o.region_id)`,
  harvest: `SELECT t.id FROM harvest t JOIN plot p ON p.id = t.plot_id JOIN farm o ON o.id = p.farm_id
    WHERE (t.farm_id, t.family_id, t.local_government_id, t.region_id, t.crop, t.system, t.hectares)
      <> (o.id, o.family_id, o.local_government_id, o.region_id, p.crop, p.system, p.hectares)`,
  training_participation: `SELECT t.id FROM training_participation t JOIN family_member m ON m.id = t.member_id
    JOIN family o ON o.id = m.family_id
    WHERE (t.family_id, t.local_government_id, t.region_id, t.sex) <> (o.id, o.local_government_id, o.region_id, m.sex)`,
};

const plotOf = (farm: number, more = "", values = "") =>
  `INSERT INTO plot (id, code, farm_id, crop, variety, hectares, system, planted_year${more})
   VALUES (9, 'P9', ${farm}, 'COFFEE', 'Typica', 1, 'MONOCROP', 2019${values})`;

describe.each(testLocations())("copies for analyses on $name", ({ openMigrated }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await database.pool.query(`
      INSERT INTO region (id, ubigeo, name, capital) VALUES (1, '22', 'San Martín', 'Moyobamba'), (2, '10', 'Huánuco', 'Huánuco');
      INSERT INTO province (id, ubigeo, name, region_id) VALUES (1, '2201', 'Moyobamba', 1), (2, '1001', 'Huánuco', 2);
      INSERT INTO local_government (id, ubigeo, level, name, region_id, province_id)
        VALUES (1, '220101', 'DISTRICT', 'Moyobamba', 1, 1), (2, '100101', 'DISTRICT', 'Huánuco', 2, 2);
      INSERT INTO family (id, code, local_government_id, region_id, enrolled_on, poverty_likelihood, consent_status, consent_scope, consent_on)
        VALUES (1, 'F1', 1, 1, '2018-01-01', 40, 'GIVEN', 'RESEARCH', '2018-01-01'), (2, 'F2', 2, 2, '2018-01-01', 40, 'GIVEN', 'RESEARCH', '2018-01-01');
      INSERT INTO farm (id, code, family_id, local_government_id, region_id, latitude, longitude, altitude, hectares)
        VALUES (1, 'A1', 1, 1, 1, -6, -76, 800, 2), (2, 'A2', 2, 2, 2, -9, -76, 800, 2);
      INSERT INTO organization (id, code, name, kind, level) VALUES (1, 'O', 'O', 'DONOR', 'NATIONAL');
      INSERT INTO intervention (id, code, name, name_es, description) VALUES (1, 'AGROFORESTRY', 'A', 'A', 'A');
      INSERT INTO training (id, code, title, topic, modality, starts_on, ends_on, hours, organization_id, local_government_id, region_id, intervention_id)
        VALUES (1, 'T', 'T', 'AGROFORESTRY', 'ONLINE', '2020-01-01', '2020-01-01', 1, 1, 1, 1, 1);`);
  });
  beforeEach(async () => {
    await database.pool.query(`
      TRUNCATE harvest, training_participation, plot, family_member;
      UPDATE farm SET family_id = id, local_government_id = id, region_id = id;
      UPDATE family SET local_government_id = id, region_id = id;
      INSERT INTO family_member (id, code, family_id, sex, birth_year, is_head)
        VALUES (1, 'M1', 1, 'FEMALE', 1980, true), (2, 'M2', 2, 'MALE', 1980, true);
      INSERT INTO plot (id, code, farm_id, crop, variety, hectares, system, planted_year)
        VALUES (1, 'P1', 1, 'CACAO', 'CCN-51', 1, 'AGROFORESTRY', 2015), (2, 'P2', 2, 'COFFEE', 'Typica', 2, 'MONOCROP', 2016);
      INSERT INTO harvest (id, plot_id, year, kg, price_per_kg, currency) VALUES (1, 1, 2020, 500, 2, 'USD'), (2, 2, 2020, 500, 2, 'USD');
      INSERT INTO training_participation (id, training_id, member_id, family_id, attendance_rate, certified)
        VALUES (1, 1, 1, 1, 1, true), (2, 1, 2, 2, 1, true);`);
  });
  afterAll(() => database.close());

  async function whatDisagrees(): Promise<string[]> {
    const found = [];
    for (const [table, sql] of Object.entries(disagreeing)) {
      const { rows } = await database.pool.query<{ id: number }>(sql);
      found.push(...rows.map(({ id }) => `${table} ${id}`));
    }
    return found;
  }

  test("are filled in for who does not know of them", async () => {
    expect(await whatDisagrees()).toEqual([]);
    const { rows } = await database.pool.query(
      "SELECT farm_id, family_id, region_id, crop::text FROM harvest ORDER BY id",
    );
    expect(rows).toEqual([
      { farm_id: 1, family_id: 1, region_id: 1, crop: "CACAO" },
      { farm_id: 2, family_id: 2, region_id: 2, crop: "COFFEE" },
    ]);
  });

  test.each([
    ["a family moves", "UPDATE family SET local_government_id = 2, region_id = 2 WHERE id = 1"],
    ["a farm is said to lie elsewhere", "UPDATE farm SET local_government_id = 2, region_id = 2 WHERE id = 1"],
    ["a farm is given to another family", "UPDATE farm SET family_id = 2 WHERE id = 1"],
    ["a plot is found to be of another farm", "UPDATE plot SET farm_id = 2 WHERE id = 1"],
    ["a plot is planted anew", "UPDATE plot SET crop = 'TIMBER', system = 'MONOCROP', hectares = 0.5 WHERE id = 1"],
    ["a harvest is found to be of another plot", "UPDATE harvest SET plot_id = 2, year = 2021 WHERE id = 1"],
    ["a member joins another family", "UPDATE family_member SET family_id = 2 WHERE id = 1"],
    ["a member's sex is put right", "UPDATE family_member SET sex = 'MALE' WHERE id = 1"],
    [
      "somebody else took part",
      "UPDATE training_participation SET member_id = 2, family_id = 2, training_id = 1 WHERE id = 1",
    ],
  ])("follow when %s", async (_what, statement) => {
    if (statement.includes("member_id = 2"))
      await database.pool.query("DELETE FROM training_participation WHERE id = 2");
    const { rowCount } = await database.pool.query(statement);
    expect(rowCount).toBe(1);
    expect(await whatDisagrees()).toEqual([]);
  });

  test.each([
    [
      "a member elsewhere than the family",
      "UPDATE family_member SET local_government_id = 2, region_id = 2 WHERE id = 1",
    ],
    ["a plot elsewhere than the farm", "UPDATE plot SET local_government_id = 2, region_id = 2 WHERE id = 1"],
    ["a plot of another family than the farm", "UPDATE plot SET family_id = 2 WHERE id = 1"],
    [
      "a new plot of another family than the farm",
      plotOf(1, ", family_id, local_government_id, region_id", ", 2, 1, 1"),
    ],
    ["a new plot of which half is said", plotOf(1, ", family_id", ", 1")],
    ["a harvest of another family than the plot", "UPDATE harvest SET family_id = 2 WHERE id = 1"],
    ["a harvest of another crop than the plot's", "UPDATE harvest SET crop = 'COFFEE' WHERE id = 1"],
    ["a harvest of another size than the plot's", "UPDATE harvest SET hectares = 3 WHERE id = 1"],
    ["a participation elsewhere than the family", "UPDATE training_participation SET region_id = 2 WHERE id = 1"],
    ["a participation of another sex than the member's", "UPDATE training_participation SET sex = 'MALE' WHERE id = 1"],
    ["a plot of no farm", plotOf(99)],
  ])("refuse %s", async (_what, statement) => {
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^23/) });
  });
});
