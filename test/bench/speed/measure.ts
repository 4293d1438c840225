import { type Contestant, chacraChanging, type Running } from "./contestants.ts";
import type { BenchDatabase } from "./databases.ts";
import type { Result } from "./load.ts";
import type { Loader } from "./loader.ts";
import { ask, type Requests } from "./requests.ts";
import { settings } from "./settings.ts";
import { watchProcessor } from "./usage.ts";

/** A server that is ready to be asked. */
export interface Ready {
  contestant: Contestant;
  running: Running;
  requests: Requests;
  /** Whether it may remember answers as long as no record changes: then it is asked each question before it is timed at rest. */
  remembers?: boolean;
}

/** Medians of the rounds; times in milliseconds. */
export interface Figures {
  perSecond: number;
  p50: number;
  p99: number;
  failures: number;
  serverMs: number | null;
  databaseMs: number | null;
}

const WARM_UP_SECONDS = 0.6;
/** A record changes this often while the server is asked for what it would otherwise remember. */
const CHANGE_EVERY_MS = 5;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** Changes records all the while, as the triggers on their tables note it. */
async function whileRecordsChange<T>({ database }: BenchDatabase, work: () => Promise<T>): Promise<T> {
  let isOver = false;
  const change = async () => {
    while (!isOver) {
      await database.pool.query("INSERT INTO data_change DEFAULT VALUES");
      await database.pool.query("DELETE FROM data_change WHERE id < (SELECT max(id) - 500 FROM data_change)");
      await new Promise((resolve) => setTimeout(resolve, CHANGE_EVERY_MS));
    }
  };
  const changing = change();
  try {
    return await work();
  } finally {
    isOver = true;
    await changing;
  }
}

/** Asks the servers in turn, round by round, over so many connections. */
export async function takeTurns(
  servers: readonly Ready[],
  connections: number,
  loader: Loader,
  database: BenchDatabase,
): Promise<Map<Contestant, Figures>> {
  const rounds = new Map<Contestant, (Result & { serverMs: number | null; databaseMs: number | null })[]>();
  const send = ({ contestant, running: { url }, requests }: Ready, seconds: number) => {
    const work = () => loader.send({ url, ...requests, connections, seconds });
    return contestant === chacraChanging ? whileRecordsChange(database, work) : work();
  };
  const began = performance.now();
  for (const server of servers) await send(server, WARM_UP_SECONDS);
  const took = (performance.now() - began) / 1_000 / servers.length;
  // Where every connection waits for seconds, one round has told it, and three would take the rest of the hour.
  const count = took > 2 * settings.seconds ? 1 : settings.rounds;
  for (let round = 0; round < count; round += 1) {
    for (const server of servers) {
      if (server.remembers) await askAll(server);
      const used = await watchProcessor(server.running.pid, database.database);
      const result = await send(server, settings.seconds);
      const time = await used();
      const each = (total: number | null) => (total === null ? null : total / result.requests);
      const own = rounds.get(server.contestant) ?? [];
      own.push({ ...result, serverMs: each(time.server), databaseMs: each(time.database) });
      rounds.set(server.contestant, own);
    }
  }
  return new Map([...rounds].map(([contestant, results]) => [contestant, medians(results)]));
}

async function askAll({ running: { url }, requests: { bodies, headers } }: Ready): Promise<void> {
  for (const body of bodies) await ask(url, body, headers[0] ?? {});
}

function medians(results: readonly (Result & Pick<Figures, "serverMs" | "databaseMs">)[]): Figures {
  const of = (read: (result: (typeof results)[number]) => number) => median(results.map(read));
  const isKnown = results.every(({ serverMs }) => serverMs !== null);
  return {
    perSecond: of(({ perSecond }) => perSecond),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    failures: results.reduce((sum, { failures }) => sum + failures, 0),
    serverMs: isKnown ? of(({ serverMs }) => serverMs ?? 0) : null,
    databaseMs: isKnown ? of(({ databaseMs }) => databaseMs ?? 0) : null,
  };
}
