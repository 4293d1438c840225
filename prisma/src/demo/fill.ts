import type pg from "pg";
import type { Database } from "../database/open.ts";
import { DatabaseError } from "../errors.ts";
import { Prisma } from "../generated/client/client.ts";
import { BulkLoad } from "./bulk-load.ts";
import { deferIndexes, restoreIndexes } from "./deferred-indexes.ts";
import { loadProgramme, PROGRAMME_STEPS } from "./programme.ts";
import { randomStreams } from "./random.ts";
import { DEMO_VERSION } from "./status.ts";
import { tableName } from "./tables.ts";

export interface DemoOptions {
  /** 1 is the programme of the fact sheet; from 0.001 to 100, with up to four decimals. */
  scale?: number;
  /** The same seed and scale give the same rows on every machine. */
  seed?: number;
  onProgress?: (progress: DemoProgress) => void;
}

export interface DemoProgress {
  /** What is being done now, in one or two words. */
  step: string;
  /** Steps that are done, of how many; the indexes are one step each. */
  done: number;
  total: number;
}

export interface DemoResult {
  /** Rows loaded, by table. */
  rows: Record<string, number>;
}

const SMALLEST_SCALE = 0.001;
const LARGEST_SCALE = 100;
const LARGEST_INT4 = 2_147_483_647;

/** What is the house's own, whatever records it holds. */
const HOUSE: ReadonlySet<string> = new Set(["Installation", "ApiKey", "AuditEntry", "TrustedDocument", "DataChange"]);

/** Every table that the programme fills. */
const TABLES = Object.values(Prisma.ModelName)
  .filter((model) => !HOUSE.has(model))
  .map(tableName);

/**
 * Fills an empty, migrated database with the demo programme, in one transaction: all of it is there or nothing.
 *
 * @throws {DatabaseError} `NOT_MIGRATED`, or `NOT_EMPTY` when the database has rows
 * @throws {RangeError} when the scale or the seed is out of bounds
 */
export async function fillDemo(database: Database, options: DemoOptions = {}): Promise<DemoResult> {
  const { scale, seed } = checkedOptions(options);
  const client = await database.pool.connect();
  let failure: Error | undefined;
  try {
    await client.query("BEGIN");
    await checkEmpty(client);
    const load = new BulkLoad(database, client);
    await fill(client, load, scale, seed, options.onProgress ?? (() => {}));
    await client.query("COMMIT");
    // Nothing but a vacuum tells the planner that it may answer from an index alone; it cannot run in a transaction.
    await client.query(`VACUUM ${TABLES.map((name) => `"${name}"`).join(", ")}`);
    return { rows: load.rows };
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    // Where the connection itself is gone the server has rolled back already.
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release(failure);
  }
}

async function fill(
  client: pg.PoolClient,
  load: BulkLoad,
  scale: number,
  seed: number,
  onProgress: (progress: DemoProgress) => void,
): Promise<void> {
  const indexes = await deferIndexes(client, TABLES);
  const total = PROGRAMME_STEPS.length + indexes.statements.length + 1;
  let done = 0;
  const onStep = (step: string) => onProgress({ step, done: done++, total });

  await loadProgramme(load, randomStreams(seed), scale, onStep);
  await restoreIndexes(client, indexes, () => onStep("indexes"));
  onStep("statistics");
  await load.setSequences();
  await client.query("ANALYZE");
  await client.query(
    "UPDATE installation SET demo_scale = $1, demo_seed = $2, demo_version = $3, filled_at = clock_timestamp()",
    [scale, seed, DEMO_VERSION],
  );
  onProgress({ step: "done", done: total, total });
}

async function checkEmpty(client: pg.PoolClient): Promise<void> {
  const tables = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace",
  );
  const present = new Set(tables.rows.map(({ name }) => name));
  if (!TABLES.every((name) => present.has(name)) || !present.has("installation")) {
    throw new DatabaseError(
      "NOT_MIGRATED",
      "The database does not have the tables of this version of Chacra. Migrate it first, then fill it.",
    );
  }
  // One filling at a time: a second one waits here, and then finds that the database is not empty.
  await client.query("LOCK TABLE installation IN SHARE ROW EXCLUSIVE MODE");
  const filled = await client.query<{ name: string }>(
    TABLES.map((name) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM "${name}")`).join(" UNION ALL "),
  );
  if (filled.rows.length === 0) return;
  const names = filled.rows.map(({ name }) => name);
  const some = names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
  throw new DatabaseError(
    "NOT_EMPTY",
    `The demo programme goes into an empty database, and this one has rows in ${some}. ` +
      "Choose another database or data directory, or empty this one first.",
  );
}

function checkedOptions({ scale = 1, seed = 1 }: DemoOptions): { scale: number; seed: number } {
  if (!(scale >= SMALLEST_SCALE && scale <= LARGEST_SCALE)) {
    throw new RangeError(`The scale is from ${SMALLEST_SCALE} to ${LARGEST_SCALE}, not ${scale}.`);
  }
  if (!Number.isInteger(seed) || Math.abs(seed) > LARGEST_INT4) {
    throw new RangeError(`The seed is a whole number of at most ${LARGEST_INT4}, not ${seed}.`);
  }
  // The database keeps four decimals: what it says must be what was filled.
  return { scale: Number(scale.toFixed(4)), seed };
}
