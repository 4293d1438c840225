import { execFileSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { run, serve, stop } from "../../server-process.ts";

// How much memory the server takes while it sends every farm as a file: see README.md.

const { DATABASE_URL, CHACRA_SECRET } = process.env;
if (!DATABASE_URL || !CHACRA_SECRET)
  throw new Error("Set DATABASE_URL, of a database with the demo, and CHACRA_SECRET.");

const query = "{ farms { nodes { code hectares localGovernment { ubigeo name } plots { nodes { crop hectares } } } } }";
const environment = { DATABASE_URL, CHACRA_SECRET, CHACRA_RATE_LIMIT: "999999999999", LOG_LEVEL: "warn" };

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** What a process holds in memory, in bytes. */
function memoryOf(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) * 1_024;
}

/** The most that it holds until the work is done. */
async function peakDuring(pid: number, work: Promise<unknown>): Promise<number> {
  let peak = 0;
  let isDone = false;
  const finished = work.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    peak = Math.max(peak, memoryOf(pid));
    await Promise.race([wait(100), finished]);
  }
  await finished;
  return peak;
}

async function take(url: string, key: string, format: string): Promise<{ rows: number; bytes: number }> {
  const response = await fetch(`${url}/graphql?format=${format}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify({ query }),
  });
  if (!response.ok || !response.body) throw new Error(`${response.status}: ${await response.text()}`);
  let bytes = 0;
  for await (const chunk of response.body) bytes += chunk.length;
  return { rows: Number(response.headers.get("x-chacra-rows")), bytes };
}

const { stdout } = await run(["key", "create", "--role", "analyst", "--label", "bench"], environment);
const key = stdout.trim();

console.log("| format | rows | MB | seconds | idle, MB | peak, MB | above idle, MB |");
console.log("|---|---|---|---|---|---|---|");
for (const format of ["csv", "json", "geojson", "xlsx"]) {
  const server = await serve(environment);
  try {
    // What an idle server holds when it has answered before.
    for (let i = 0; i < 20; i += 1) {
      const body = JSON.stringify({ query: query.replace("farms ", "farms(first: 100) ") });
      const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
      await (await fetch(`${server.url}/graphql`, { method: "POST", headers, body })).text();
    }
    await wait(2_000);
    const idle = memoryOf(server.pid);
    const began = performance.now();
    const taken = take(server.url, key, format);
    const peak = await peakDuring(server.pid, taken);
    const { rows, bytes } = await taken;
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    console.log(
      `| ${format} | ${rows} | ${megabytes(bytes)} | ${seconds} | ${megabytes(idle)} | ${megabytes(peak)} | ${megabytes(peak - idle)} |`,
    );
  } finally {
    await stop(server);
  }
}
