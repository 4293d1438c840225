import pg from "pg";

/** The same connections for every server: as many as ours has, with the settings that ours asks for. */
export const connection = {
  connectionString: process.env.DATABASE_URL,
  max: 10,
  idleTimeoutMillis: 0,
  options: "-c jit=off -c work_mem=32MB -c random_page_cost=1.1",
};

// Days and decimals stay the texts that PostgreSQL writes, so that nobody pays for objects that are made texts again.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export const createPool = () => new pg.Pool(connection);

/** Tells whoever started this server where it listens. */
export function listening(server) {
  process.stdout.write(`listening ${server.address().port}\n`);
}

/** Ends without a word when the benchmark says so. */
process.on("SIGTERM", () => process.exit(0));
