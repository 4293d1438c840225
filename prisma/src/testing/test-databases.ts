import { randomBytes } from "node:crypto";
import pg from "pg";
import { type Database, openDatabase } from "../database/open.ts";
import { migrate } from "../migrate/migrate.ts";

/** A kind of database that a test runs against. */
export interface TestLocation {
  /** For the test's title: "embedded" or "postgresql". */
  readonly name: Database["kind"];
  /** Opens a database of its own with nothing in it; closing it throws it away. */
  open(): Promise<Database>;
  /** As {@link TestLocation.open}, with every migration applied. */
  openMigrated(): Promise<Database>;
}

/** The embedded database in memory and, when TEST_DATABASE_URL names a server, a PostgreSQL database made for the test. */
export function testLocations(): TestLocation[] {
  const url = process.env.TEST_DATABASE_URL;
  const embedded = testLocation("embedded", () => openDatabase({ memory: true }));
  return url ? [embedded, testLocation("postgresql", () => openTemporary(url))] : [embedded];
}

function testLocation(name: Database["kind"], open: () => Promise<Database>): TestLocation {
  async function openMigrated(): Promise<Database> {
    const database = await open();
    try {
      await migrate(database.pool);
      return database;
    } catch (error) {
      await database.close();
      throw error;
    }
  }
  return { name, open, openMigrated };
}

async function openTemporary(serverUrl: string): Promise<Database> {
  const name = `chacra_test_${process.pid}_${randomBytes(6).toString("hex")}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE template0`);
  const drop = () => onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  try {
    const database = await openDatabase({ url: url.href });
    return {
      ...database,
      async close() {
        await database.close();
        await drop();
      },
    };
  } catch (error) {
    await drop();
    throw error;
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
