import { afterEach, describe, expect, test, vi } from "vitest";
import type { Database } from "../database/open.ts";
import { testLocations } from "../testing/test-databases.ts";
import { type DemoProgress, fillDemo } from "./fill.ts";
import { checksum, definitions, figures, modelTables } from "./inspect.test-support.ts";
import { DEMO_VERSION, demoStatus } from "./status.ts";

const SMALL = { scale: 0.002, seed: 3 };

describe.each(testLocations())("filling the demo programme ($name)", ({ open, openMigrated }) => {
  let database: Database | undefined;
  afterEach(async () => {
    await database?.close();
    database = undefined;
  });
  async function opened(): Promise<Database> {
    database = await openMigrated();
    return database;
  }

  test("says what was filled, table by table and in the installation row", async () => {
    const database = await opened();
    expect(await demoStatus(database)).toBeUndefined();
    const { rows } = await fillDemo(database, SMALL);
    for (const name of await modelTables(database)) {
      const { count } = await figures(database, `SELECT count(*) FROM "${name}"`);
      expect([name, rows[name]]).toEqual([name, count]);
    }
    const status = await demoStatus(database);
    expect(status).toMatchObject({ ...SMALL, version: DEMO_VERSION });
    expect(status?.filledAt).toBeInstanceOf(Date);
  });

  test("leaves every index and constraint as it was", async () => {
    const database = await opened();
    const before = await definitions(database);
    await fillDemo(database, SMALL);
    expect(before.length).toBeGreaterThan(100);
    expect(await definitions(database)).toEqual(before);
  });

  test("lets rows be added afterwards", async () => {
    const database = await opened();
    await fillDemo(database, SMALL);
    const last = await database.prisma.zone.aggregate({ _max: { id: true } });
    const added = await database.prisma.zone.create({ data: { code: "NEW", name: "Zona nueva" } });
    expect(added.id).toBe((last._max.id ?? 0) + 1);
  });

  test("reports its steps from the first to the last", async () => {
    const database = await opened();
    const seen: DemoProgress[] = [];
    await fillDemo(database, { ...SMALL, onProgress: (progress) => seen.push(progress) });
    expect(seen[0]).toMatchObject({ step: "geography", done: 0 });
    expect(seen.map(({ done }) => done)).toEqual(seen.map((_, index) => index));
    const end = seen.at(-1);
    expect(end?.done).toBe(end?.total);
  });

  test.each([
    ["before a table", refused],
    ["within a table", interrupted],
  ])("leaves the database as empty as it was when it fails %s", async (_, spoil) => {
    const database = await opened();
    const before = await definitions(database);
    const failing: Database = {
      ...database,
      async copyRows(client, target, chunks) {
        await database.copyRows(client, target, target.startsWith('"plot"') ? spoil(chunks) : chunks);
      },
    };
    await expect(fillDemo(failing, SMALL)).rejects.toThrow("the power went out");
    for (const name of await modelTables(database)) {
      expect([name, await figures(database, `SELECT count(*) FROM "${name}"`)]).toEqual([name, { count: 0 }]);
    }
    expect(await definitions(database)).toEqual(before);
    expect(await demoStatus(database)).toBeUndefined();
    await fillDemo(database, SMALL);
    expect(await demoStatus(database)).toMatchObject(SMALL);
  });

  test("refuses a database that has rows and says what to do", async () => {
    const database = await opened();
    await database.prisma.region.create({ data: { ubigeo: "01", name: "Amazonas", capital: "Chachapoyas" } });
    await expect(fillDemo(database, SMALL)).rejects.toMatchObject({
      code: "NOT_EMPTY",
      message: expect.stringMatching(/rows in region\. Choose another database/),
    });
    expect(await database.prisma.region.count()).toBe(1);
  });

  test("refuses a database that was not migrated", async () => {
    database = await open();
    await expect(fillDemo(database, SMALL)).rejects.toMatchObject({ code: "NOT_MIGRATED" });
  });

  test("refuses a scale or a seed that is out of bounds", async () => {
    const database = await opened();
    for (const scale of [0, 0.0005, 101, Number.NaN]) {
      await expect(fillDemo(database, { scale })).rejects.toThrow("The scale is from 0.001 to 100");
    }
    for (const seed of [0.5, 2 ** 31]) {
      await expect(fillDemo(database, { seed })).rejects.toThrow("The seed is a whole number");
    }
  });

  test("fills every table and every value of every enum at the smallest scale", async () => {
    const database = await opened();
    await fillDemo(database, { scale: 0.001, seed: 11 });
    for (const name of await modelTables(database)) {
      const { count } = await figures(database, `SELECT count(*) FROM "${name}"`);
      expect([name, count]).not.toEqual([name, 0]);
    }
    expect(await unusedEnumValues(database)).toEqual(NOT_AMONG_THE_FACTS);
    expect(await figures(database, "SELECT count(*) FROM family")).toEqual({ count: 87 });
  });
});

test("the same seed gives the same rows in every database, time zone and run, and another seed other rows", async () => {
  const usualZone = process.env.TZ;
  const sums = new Set<string>();
  try {
    for (const timeZone of ["America/Lima", "Pacific/Kiritimati"]) {
      process.env.TZ = timeZone;
      // Loaded anew, for a module may work out its dates as it is loaded.
      vi.resetModules();
      const fresh = await import("./fill.ts");
      for (const { openMigrated } of testLocations()) sums.add(await filledChecksum(openMigrated, fresh.fillDemo, 5));
    }
  } finally {
    if (usualZone === undefined) delete process.env.TZ;
    else process.env.TZ = usualZone;
  }
  expect(sums.size).toBe(1);
  for (const { openMigrated } of testLocations()) sums.add(await filledChecksum(openMigrated, fillDemo, 6));
  expect(sums.size).toBe(2);
});

/** The activities are real ones, and none of them is known to have ended this way. */
const NOT_AMONG_THE_FACTS = ["activity_status CANCELLED", "activity_status FINALISATION", "activity_status SUSPENDED"];

async function unusedEnumValues(database: Database): Promise<string[]> {
  const columns = await database.pool.query<{ type: string; table: string; column: string }>(
    `SELECT udt_name AS type, table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = current_schema() AND udt_name IN (SELECT typname FROM pg_type WHERE typtype = 'e')`,
  );
  const values = columns.rows.map(
    ({ type, table, column }) => `SELECT '${type}' AS type, "${column}"::text AS value FROM "${table}"`,
  );
  const unused = await database.pool.query<{ value: string }>(
    `SELECT typname || ' ' || enumlabel AS value FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid
     WHERE typname <> 'access_role' AND (typname, enumlabel) NOT IN (SELECT type, value FROM (${values.join(" UNION ")}) used WHERE value IS NOT NULL)
     ORDER BY 1`,
  );
  return unused.rows.map(({ value }) => value);
}

async function filledChecksum(
  openMigrated: () => Promise<Database>,
  fill: typeof fillDemo,
  seed: number,
): Promise<string> {
  const database = await openMigrated();
  try {
    await fill(database, { scale: 0.02, seed });
    return await checksum(database);
  } finally {
    await database.close();
  }
}

function refused(): never {
  throw new Error("the power went out");
}

function* interrupted(chunks: Iterable<string>): Generator<string> {
  for (const chunk of chunks) {
    yield chunk;
    throw new Error("the power went out");
  }
}
