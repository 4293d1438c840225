import { describe, expect, test } from "vitest";
import { migrationStatus } from "../migrate/migrate.ts";
import { testLocations } from "./test-databases.ts";

describe.each(testLocations())("a test database ($name)", ({ name, open, openMigrated }) => {
  test("is of its kind and has nothing in it", async () => {
    const database = await open();
    try {
      expect(database.kind).toBe(name);
      expect((await migrationStatus(database.pool)).applied).toEqual([]);
    } finally {
      await database.close();
    }
  });

  test("is shared with nobody and gone once closed", async () => {
    const [first, second] = await Promise.all([openMigrated(), openMigrated()]);
    try {
      await first.pool.query("INSERT INTO zone (code, name) VALUES ('XYZ', 'Only here')");
      const seen = await second.pool.query("SELECT count(*)::int AS zones FROM zone");
      expect(seen.rows[0].zones).toBe(0);
    } finally {
      await first.close();
      await second.close();
    }
    await expect(first.pool.query("SELECT 1")).rejects.toThrow();
  });
});
