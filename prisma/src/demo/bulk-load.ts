import type pg from "pg";
import type { Database } from "../database/open.ts";
import { copyTarget } from "./tables.ts";

/** Large enough that a round trip costs little, small enough to build without holding up the event loop. */
const CHUNK_CHARACTERS = 1_000_000;

/** Puts rows into tables by COPY, in one client's transaction, and counts them. */
export class BulkLoad {
  /** Rows loaded, by table. */
  readonly rows: Record<string, number> = {};
  readonly #database: Database;
  readonly #client: pg.PoolClient;

  constructor(database: Database, client: pg.PoolClient) {
    this.#database = database;
    this.#client = client;
  }

  /** Loads lines of CSV without line ends, one a row. */
  async load(table: { name: string; fields: readonly string[] }, lines: Iterable<string>): Promise<void> {
    const { rows } = this;
    rows[table.name] ??= 0;
    function* chunks(): Generator<string> {
      let chunk = "";
      for (const line of lines) {
        chunk += line;
        chunk += "\n";
        rows[table.name] = (rows[table.name] ?? 0) + 1;
        if (chunk.length < CHUNK_CHARACTERS) continue;
        yield chunk;
        chunk = "";
      }
      if (chunk !== "") yield chunk;
    }
    await this.#database.copyRows(this.#client, copyTarget(table), chunks());
  }

  /** Lets the next row that is added by hand get a free id. */
  async setSequences(): Promise<void> {
    for (const name of Object.keys(this.rows)) {
      await this.#client.query(
        `SELECT setval(pg_get_serial_sequence('"${name}"', 'id'), max(id)) FROM "${name}" HAVING max(id) IS NOT NULL`,
      );
    }
  }
}
