import { randomBytes } from "node:crypto";
import { type Database, openDatabase } from "@chacra/prisma";
import { run, type Server, serve, stop, temporaryDirectory } from "../../server-process.ts";

// How long others wait while one caller sends the costliest operations that are allowed: see README.md.

const SECONDS = Number(process.env.BENCH_SECONDS ?? 15);
const SCALE = process.env.CHACRA_SCALE ?? "0.1";
const HEAVY_CONNECTIONS = 32;

/** The costliest operations that are allowed, in objects and in totals. */
const costliest = {
  objects:
    "{ families(first: 27) { nodes { code farms(first: 8) { nodes { code plots(first: 20) { nodes { code crop harvests { year kg } } } } } } } }",
  totals: `{ ${Array.from({ length: 49 }, (_, i) => `t${i}: plots(where: { plantedYear: { gt: ${1950 + i} } }) { totalCount }`).join(" ")} }`,
};
const light = "{ regions(first: 25) { nodes { ubigeo name capital } } }";

const administration = process.env.TEST_DATABASE_URL;

interface Load {
  milliseconds: number[];
  statuses: Map<number, number>;
}

async function send(
  url: string,
  key: string,
  query: string,
  signal?: AbortSignal,
): Promise<{ status: number; ms: number }> {
  const began = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify({ query }),
    signal,
  });
  await response.text();
  return { status: response.status, ms: performance.now() - began };
}

/** Sends one query after the other over some connections until the time is over. */
async function load(
  url: string,
  key: string,
  query: string,
  connections: number,
  until: () => boolean,
  signal?: AbortSignal,
): Promise<Load> {
  const result: Load = { milliseconds: [], statuses: new Map() };
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (!until()) {
        const answer = await send(url, key, query, signal).catch(() => undefined);
        if (!answer) return;
        const { status, ms } = answer;
        result.milliseconds.push(ms);
        result.statuses.set(status, (result.statuses.get(status) ?? 0) + 1);
        // Whoever is told to wait waits, if not as long as told.
        if (status === 429) await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }),
  );
  return result;
}

async function timed(url: string, key: string): Promise<Load> {
  const end = performance.now() + SECONDS * 1_000;
  return load(url, key, light, 1, () => performance.now() > end);
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

async function withServer(
  environment: Record<string, string>,
  work: (server: Server, keys: [string, string]) => Promise<void>,
) {
  const keys: string[] = [];
  for (const label of ["light", "heavy"]) {
    const { stdout } = await run(["key", "create", "--role", "analyst", "--label", label], environment);
    keys.push(stdout.trim());
  }
  const server = await serve(environment);
  try {
    await work(server, keys as [string, string]);
  } finally {
    await stop(server);
  }
}

async function measure(name: string, heavy: string, environment: Record<string, string>): Promise<void> {
  const [alone, beside] = [{} as Load, {} as Load];
  let heavyLoad: Load | undefined;
  await withServer(environment, async ({ url }, [lightKey, heavyKey]) => {
    await timed(url, lightKey);
    Object.assign(alone, await timed(url, lightKey));
    const over = new AbortController();
    const isOver = () => over.signal.aborted;
    const running = load(url, heavyKey, heavy, HEAVY_CONNECTIONS, isOver, over.signal);
    Object.assign(beside, await timed(url, lightKey));
    over.abort();
    heavyLoad = await running;
  });
  const columns = [alone, beside].flatMap(({ milliseconds }) => [
    quantile(milliseconds, 0.5),
    quantile(milliseconds, 0.99),
  ]);
  const [p50 = 0, p99 = 0, beside50 = 0, beside99 = 0] = columns;
  const sent = [...(heavyLoad?.statuses ?? [])].map(([status, count]) => `${count} × ${status}`).join(", ");
  console.log(
    `| ${name} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${beside50.toFixed(1)} | ${beside99.toFixed(1)} | ${(beside50 / p50).toFixed(1)} | ${(beside99 / p99).toFixed(1)} | ${sent} |`,
  );
}

const unlimited = { CHACRA_RATE_LIMIT: "999999999999" };

async function onEmbedded(): Promise<void> {
  const { dataDir, remove } = temporaryDirectory();
  const environment = { CHACRA_DATA_DIR: dataDir, CHACRA_SCALE: SCALE };
  await run(["seed"], environment);
  for (const [kind, query] of Object.entries(costliest)) {
    await measure(`embedded, ${kind}`, query, environment);
    await measure(`embedded, ${kind}, no budget`, query, { ...environment, ...unlimited });
  }
  remove();
}

async function onPostgreSQL(url: string): Promise<void> {
  const name = `chacra_bench_${randomBytes(6).toString("hex")}`;
  const administrator: Database = await openDatabase({ url });
  await administrator.pool.query(`CREATE DATABASE ${name}`);
  const own = Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const environment = { DATABASE_URL: own, CHACRA_SCALE: SCALE, CHACRA_SECRET: randomBytes(32).toString("base64") };
  await run(["seed"], environment);
  for (const [kind, query] of Object.entries(costliest)) {
    await measure(`PostgreSQL, ${kind}`, query, environment);
    await measure(`PostgreSQL, ${kind}, no budget`, query, { ...environment, ...unlimited });
  }
  await administrator.pool.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await administrator.close();
}

console.log("| server | alone p50 | p99 | beside p50 | p99 | ratio p50 | p99 | the other caller's answers |");
console.log("|---|---|---|---|---|---|---|---|");
await onEmbedded();
if (administration) await onPostgreSQL(administration);
