import { readFileSync } from "node:fs";
import { type Database, openDatabase } from "@chacra/prisma";
import { createKey } from "@chacra/server";
import { run } from "../../server-process.ts";
import { administrationUrl, say, settings } from "./settings.ts";

/** What seals the pseudonyms of the benchmark, the same in all of its servers. */
export const SECRET = "a secret of the benchmark's own, which seals nothing that matters";

/** Callers share nothing: with one key for all connections, its limit of four operations at once would be what is measured. */
const KEYS = 32;

/** A database with the demo, as the servers get it. */
export interface BenchDatabase {
  url: string;
  scale: number;
  database: Database;
  analysts: string[];
  steward: string;
  drop(): Promise<void>;
}

/** Makes a database with the demo at a scale, unless one was kept. */
export async function benchDatabase(scale: number): Promise<BenchDatabase> {
  const administration = administrationUrl();
  const name = `bench_speed_${scale}`;
  const administrator = await openDatabase({ url: administration });
  const { rows } = await administrator.pool.query("SELECT FROM pg_database WHERE datname = $1", [name]);
  if (rows.length === 0) await administrator.pool.query(`CREATE DATABASE ${name}`);
  await administrator.close();
  const url = Object.assign(new URL(administration), { pathname: `/${name}` }).href;
  if (rows.length === 0) {
    say(`Filling ${name} with the demo at scale ${scale} ...`);
    const { code, stderr } = await run(["seed", "--scale", String(scale)], { DATABASE_URL: url });
    if (code !== 0) throw new Error(`The demo could not be made:\n${stderr}`);
  }
  const database = await openDatabase({ url });
  if (rows.length === 0) {
    await forPostGraphile(database);
    // Who fills a database leaves its statistics and visibility to autovacuum; here nobody waits for that.
    await database.pool.query("VACUUM ANALYZE");
  }
  const keys = (role: "analyst" | "steward", count: number) =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const request = { role, label: "bench", purpose: "benchmark", expiresAt: new Date(Date.now() + 86_400_000) };
        return (await createKey(database.prisma, request)).key;
      }),
    );
  const [steward = ""] = await keys("steward", 1);
  return {
    url,
    scale,
    database,
    analysts: await keys("analyst", KEYS),
    steward,
    async drop() {
      await database.close();
      if (settings.keeps) return;
      const last = await openDatabase({ url: administration });
      await last.pool.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await last.close();
    },
  };
}

const peers = new URL("../peers/", import.meta.url);
const functions = {
  "hectares-by-crop-and-region": "hectares_of",
  "commitments-by-kind-and-year": "commitment_of",
  "fact-sheet": "figure_of",
};

async function forPostGraphile({ pool }: Database): Promise<void> {
  await pool.query(readFileSync(new URL("postgraphile.sql", peers), "utf8"));
  for (const [name, type] of Object.entries(functions)) {
    const statement = readFileSync(new URL(`sql/${name}.sql`, peers), "utf8");
    const header = `CREATE FUNCTION bench.${name.replaceAll("-", "_")}() RETURNS SETOF bench.${type} LANGUAGE sql STABLE`;
    await pool.query(`${header} AS $sql$ ${statement} $sql$`);
  }
}
