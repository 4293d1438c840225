import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../database/open.ts";
import { DatabaseError } from "../errors.ts";
import { testLocations } from "../testing/test-databases.ts";
import { migrate, migrationStatus, unmigratedChanges } from "./migrate.ts";

async function using(open: () => Promise<Database>, work: (database: Database) => Promise<void>): Promise<void> {
  const database = await open();
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

describe.each(testLocations())("migrating $name", ({ name, open, openMigrated }) => {
  test("the migrations make exactly what schema.prisma says", () =>
    using(open, async ({ pool }) => {
      expect(await unmigratedChanges(pool)).toBe("-- This is an empty migration.\n");
    }));

  test("an empty database gets every migration, once", () =>
    using(open, async ({ pool }) => {
      const { pending } = await migrationStatus(pool);
      expect(pending.length).toBeGreaterThan(0);
      expect(await migrate(pool)).toEqual(pending);
      expect(await migrate(pool)).toEqual([]);
      expect(await migrationStatus(pool)).toEqual({ applied: pending, pending: [], conflicts: [] });
    }));

  // The embedded database has one process, whose directory is locked.
  test.runIf(name === "postgresql")("two that migrate at a time apply each migration once", () =>
    using(open, async ({ pool }) => {
      const applied = await Promise.all([migrate(pool), migrate(pool)]);
      expect(applied.flat().sort()).toEqual((await migrationStatus(pool)).applied);
    }),
  );

  test("a migration that was edited, lost or left half done is told, and nothing is touched", () =>
    using(openMigrated, async ({ pool }) => {
      await pool.query("UPDATE _prisma_migrations SET checksum = 'edited' WHERE migration_name LIKE '%_the_programme'");
      await pool.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count)
         VALUES ('x', 'x', '20990101000000_of_another_version', now(), 0)`,
      );
      const { conflicts } = await migrationStatus(pool);
      expect(conflicts).toEqual([
        expect.stringContaining("edited after it had been applied"),
        expect.stringContaining("20990101000000_of_another_version was applied by another version"),
      ]);
      await expect(migrate(pool)).rejects.toThrow(DatabaseError);
      await expect(migrate(pool)).rejects.toMatchObject({ code: "MIGRATIONS_DIVERGED" });
    }));

  test("a migration that fails changes nothing and says why", () =>
    using(open, async ({ pool }) => {
      await pool.query(`CREATE TYPE "crop" AS ENUM ('in the way')`);
      await expect(migrate(pool)).rejects.toMatchObject({ code: "MIGRATION_FAILED" });
      const { rows } = await pool.query("SELECT to_regclass('family') AS family");
      expect(rows[0].family).toBeNull();
    }));
});

describe.each(testLocations())("the database on $name", ({ openMigrated }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await database.pool.query(`
      INSERT INTO region (id, ubigeo, name, capital) VALUES (1, '22', 'San Martín', 'Moyobamba'), (2, '10', 'Huánuco', 'Huánuco');
      INSERT INTO province (id, ubigeo, name, region_id) VALUES (1, '2201', 'Moyobamba', 1);
      INSERT INTO local_government (id, ubigeo, level, name, region_id, province_id) VALUES (1, '220101', 'DISTRICT', 'Moyobamba', 1, 1);
      INSERT INTO family (id, code, local_government_id, region_id, enrolled_on, poverty_likelihood, consent_status, consent_scope, consent_on)
        VALUES (1, 'F1', 1, 1, '2018-01-01', 40, 'GIVEN', 'RESEARCH', '2018-01-01'), (2, 'F2', 1, 1, '2018-01-01', 40, 'GIVEN', 'RESEARCH', '2018-01-01');
      INSERT INTO farm (id, code, family_id, local_government_id, region_id, latitude, longitude, altitude, hectares)
        VALUES (1, 'A1', 1, 1, 1, -6, -76, 800, 2);
      INSERT INTO coca_free_verification (code, area_code, farm_id, verified_on, method, eradicated_hectares, coca_free_hectares)
        VALUES ('V1', 'E1', 1, '2019-01-01', 'FIELD_VISIT', 1, 1);
      INSERT INTO organization (id, code, name, kind, level) VALUES (1, 'O', 'O', 'DONOR', 'NATIONAL');
      INSERT INTO intervention (id, code, name, name_es, description) VALUES (1, 'AGROFORESTRY', 'A', 'A', 'A');
      INSERT INTO training (code, title, topic, modality, starts_on, ends_on, hours, organization_id, local_government_id, region_id, intervention_id)
        VALUES ('T', 'T', 'AGROFORESTRY', 'ONLINE', '2020-01-01', '2020-01-01', 1, 1, 1, 1, 1);
      INSERT INTO investment (code, kind, instrument, amount, currency, committed_on, funder_id, intervention_id, local_government_id, region_id, recipient_family_id)
        VALUES ('I', 'FAMILY_FINANCING', 'CREDIT', 1, 'USD', '2020-01-01', 1, 1, 1, 1, 1);`);
  });
  afterAll(() => database.close());

  test.each([
    ["a farm without land", "UPDATE farm SET hectares = 0"],
    ["a family that is poor by more than 100 percent", "UPDATE family SET poverty_likelihood = 101"],
    ["a training that ends before it starts", "UPDATE training SET ends_on = starts_on - 1"],
    ["an investment without recipient", "UPDATE investment SET recipient_family_id = NULL"],
    ["an investment with two recipients", "UPDATE investment SET recipient_local_government_id = local_government_id"],
    ["a family in another region than its district", "UPDATE family SET region_id = (SELECT max(id) FROM region)"],
    ["more hectares without coca than were eradicated", "UPDATE coca_free_verification SET coca_free_hectares = 99"],
    [
      "a district with the ubigeo of a province",
      "UPDATE local_government SET ubigeo = '9999' WHERE level = 'DISTRICT'",
    ],
    ["two families of one code", "UPDATE family SET code = 'F1'"],
  ])("refuses %s", async (_what, statement) => {
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^23/) });
  });
});

describe.each(testLocations())("folding text on $name", ({ openMigrated }) => {
  test("search_text and sort_text do as the graph's own folding does", () =>
    using(openMigrated, async ({ pool }) => {
      const { rows } = await pool.query(
        "SELECT v, search_text(v) AS search, sort_text(v) AS sort FROM unnest($1::text[]) AS v",
        [["Ñahuimpuquio", "San Martín", "Güeppí", "ÁÉÍÓÚ", "ő"]],
      );
      expect(rows.map(({ search, sort }) => [search, sort])).toEqual([
        ["nahuimpuquio", "n~ahuimpuquio"],
        ["san martin", "san martin"],
        ["gueppi", "gueppi"],
        ["aeiou", "aeiou"],
        ["o", "o"],
      ]);
    }));
});
