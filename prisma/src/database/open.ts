import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { DatabaseError } from "../errors.ts";
import { PrismaClient } from "../generated/client/client.ts";
import { type EmbeddedServer, startEmbedded } from "./embedded.ts";
import { ServingPool } from "./serving-pool.ts";
import { StatementNames } from "./statement-names.ts";

/** Which database to open: a PostgreSQL by its URL, or the embedded one in a directory or in memory. */
export type DatabaseLocation = { url: string } | { dataDir: string } | { memory: true };

/** One SQL statement as it was sent to the database. */
export interface SqlStatement {
  sql: string;
  /** Time the statement took, in milliseconds. */
  duration: number;
}

/** An open database: the Prisma client that the graph uses and the connection pool under it. */
export interface Database {
  readonly kind: "embedded" | "postgresql";
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  /**
   * Runs `work` for a caller: the statements of different callers take turns. When the signal is aborted before its end, the statements
   * that run for it are ended; in the embedded database, which does one thing at a time, a statement runs to its end.
   */
  during<T>(caller: string, signal: AbortSignal, work: () => Promise<T> | T): Promise<T>;
  /** Runs a statement of our own; the rows as lists of texts, in PostgreSQL's form. */
  rows(sql: string, values: readonly unknown[]): Promise<(string | null)[][]>;
  /** Calls the listener for every statement that is sent, until the returned function is called. */
  onStatement(listener: (statement: SqlStatement) => void): () => void;
  /**
   * Loads rows by COPY in the client's transaction.
   *
   * @param target the table and its columns, as SQL: `farm (id, code)`
   * @param chunks rows in PostgreSQL's CSV format, whole rows in each chunk
   */
  copyRows(client: pg.PoolClient, target: string, chunks: Iterable<string>): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** PostgreSQL ends a statement that takes longer, in milliseconds; the embedded database cannot. */
  statementTimeout?: number;
}

/** The oldest PostgreSQL whose features the migrations use. */
const OLDEST_POSTGRESQL = 150_000;

/**
 * Opens a database; {@link migrate} it before the first query.
 *
 * @throws {DatabaseError} `DATA_DIR_LOCKED`, `DATABASE_UNREACHABLE` or `DATABASE_TOO_OLD`
 */
export async function openDatabase(location: DatabaseLocation, options: DatabaseOptions = {}): Promise<Database> {
  const embedded =
    "url" in location ? undefined : await startEmbedded("dataDir" in location ? location.dataDir : undefined);
  const pool = embedded
    ? new ServingPool(embeddedPool(embedded), { endsStatements: false })
    : new ServingPool(
        {
          connectionString: "url" in location ? location.url : undefined,
          statement_timeout: options.statementTimeout,
          // Compiling a statement takes longer than most of ours run; analyses sort up to some hundred thousand records, and what
          // they read lies in memory or on a disk without arms, where reading in an index's order costs little more than in the table's.
          options: "-c jit=off -c work_mem=32MB -c random_page_cost=1.1",
        },
        { endsStatements: true },
      );
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on("error", () => {});
  try {
    await checkVersion(pool);
  } catch (error) {
    await pool.end();
    await embedded?.stop();
    throw error;
  }

  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), log: [{ emit: "event", level: "query" }] });
  const listeners = new Set<(statement: SqlStatement) => void>();
  prisma.$on("query", (event) => {
    for (const listener of listeners) listener({ sql: event.query, duration: event.duration });
  });
  const names = new StatementNames();
  return {
    kind: embedded ? "embedded" : "postgresql",
    prisma,
    pool,
    during: (caller, signal, work) => pool.during(caller, signal, work),
    async rows(sql, values) {
      const started = performance.now();
      // PGlite's one session outlives its connections, and would meet the names of the last one.
      const name = embedded ? undefined : names.of(sql);
      const rows = await pool.textRows(sql, values, name);
      for (const listener of listeners) listener({ sql, duration: performance.now() - started });
      return rows;
    },
    onStatement(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async copyRows(client, target, chunks) {
      if (!embedded) {
        await pipeline(Readable.from(chunks), client.query(copyFrom(`COPY ${target} FROM STDIN (FORMAT csv)`)));
        return;
      }
      for (const chunk of chunks) {
        await embedded.copy(`COPY ${target} FROM '/dev/blob' (FORMAT csv)`, Buffer.from(chunk));
      }
    },
    async close() {
      await prisma.$disconnect();
      await pool.end();
      await embedded?.stop();
    },
  };
}

/** PGlite has one session: a second connection would wait inside the first one's transaction. */
function embeddedPool(server: EmbeddedServer): pg.PoolConfig {
  return { host: server.socketDirectory, user: "postgres", database: "postgres", max: 1, idleTimeoutMillis: 0 };
}

async function checkVersion(pool: pg.Pool): Promise<void> {
  let version: number;
  try {
    const result = await pool.query("SELECT current_setting('server_version_num')::int AS version");
    version = result.rows[0].version;
  } catch (cause) {
    // Node's and pg's messages name host, port, user and database, never the password.
    const reason = cause instanceof AggregateError ? cause.errors.map(String).join("; ") : (cause as Error).message;
    throw new DatabaseError(
      "DATABASE_UNREACHABLE",
      `The database does not answer (${reason}). Check DATABASE_URL and that PostgreSQL is running.`,
      { cause },
    );
  }
  if (version < OLDEST_POSTGRESQL) {
    throw new DatabaseError(
      "DATABASE_TOO_OLD",
      `The database is PostgreSQL ${Math.floor(version / 10_000)}; Chacra needs PostgreSQL ${OLDEST_POSTGRESQL / 10_000} or later.`,
    );
  }
}
