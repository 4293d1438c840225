/** What a run of the benchmark does, by its argument and the environment. */
export const isQuick = process.argv.includes("quick");

function number(name: string, standard: number): number {
  const value = Number(process.env[name] || standard);
  if (!(value > 0)) throw new Error(`${name} has to be a number above 0.`);
  return value;
}

export const settings = {
  /** How long each server is asked each question in each round. */
  seconds: number("BENCH_SECONDS", 1),
  /** How often the servers take turns. */
  rounds: number("BENCH_ROUNDS", isQuick ? 1 : 3),
  /** Whether the databases are left for the next run. */
  keeps: process.env.BENCH_KEEP === "1",
  connections: [1, 32],
};

/** An address at which databases can be made. */
export function administrationUrl(): string {
  const url = process.env.BENCH_DATABASE_URL || process.env.TEST_DATABASE_URL;
  if (url) return url;
  process.stderr.write(
    "The benchmark needs a PostgreSQL, 15 or later, in which it may make databases: set BENCH_DATABASE_URL (or TEST_DATABASE_URL), such as postgres://postgres@127.0.0.1/postgres.\n",
  );
  process.exit(69);
}

export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
