import { describe, expect, test } from "vitest";
import { testLocations } from "../testing/test-databases.ts";
import { dropTables } from "./drop.ts";
import { migrate, migrationStatus } from "./migrate.ts";

describe.each(testLocations())("dropping Chacra's tables ($name)", ({ openMigrated }) => {
  test("leaves nothing of Chacra's, so that it can be migrated anew", async () => {
    const { pool, close } = await openMigrated();
    try {
      await dropTables(pool);
      const left = await pool.query(
        `SELECT oid::regclass::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
         UNION ALL SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace
         UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace`,
      );
      expect(left.rows).toEqual([]);
      expect((await migrate(pool)).length).toBeGreaterThan(0);
    } finally {
      await close();
    }
  });

  test("keeps what is not Chacra's, and drops nothing when that hangs on its tables", async () => {
    const { pool, close } = await openMigrated();
    try {
      await pool.query("CREATE TABLE own_notes (zone_id int REFERENCES zone (id))");
      await expect(dropTables(pool)).rejects.toMatchObject({ code: "FOREIGN_OBJECTS" });
      expect((await migrationStatus(pool)).pending).toEqual([]);
      await pool.query("ALTER TABLE own_notes DROP CONSTRAINT own_notes_zone_id_fkey");
      await dropTables(pool);
      expect((await pool.query("SELECT to_regclass('own_notes') IS NOT NULL AS there")).rows).toEqual([
        { there: true },
      ]);
    } finally {
      await close();
    }
  });
});
