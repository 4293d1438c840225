import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chacra } from "./contestants.ts";
import type { BenchDatabase } from "./databases.ts";
import type { Loader } from "./loader.ts";
import { requestsOf } from "./requests.ts";
import type { Samples } from "./samples.ts";
import { shapes } from "./shapes.ts";

/** Shares of the server's working time, by part, the largest first. */
export type Profile = Record<string, number>;

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string } }[];
  samples: number[];
  timeDeltas: number[];
}

const SECONDS = 3;

/** Which part of the house a function belongs to. */
function partOf({ functionName, url }: CpuProfile["nodes"][number]["callFrame"]): string | undefined {
  if (functionName === "(idle)") return undefined;
  if (functionName === "(garbage collector)") return "garbage collection";
  if (url === "") return "native code (sockets, strings, hashes)";
  const [, name = ""] = /node_modules\/(?:\.pnpm\/[^/]+\/node_modules\/)?((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  if (/^(graphql-yoga|@graphql-yoga|@envelop|@whatwg-node)/.test(name)) return "Yoga";
  if (name === "graphql" || name.startsWith("@graphql-tools")) return "graphql";
  if (name.startsWith("@prisma")) return "Prisma";
  if (/^pg($|-)/.test(name)) return "pg";
  if (name) return name;
  const [, internal] = /^node:(?:internal\/)?(\w+)/.exec(url) ?? [];
  if (internal) return ["crypto"].includes(internal) ? "node: crypto" : "node: http, streams, timers";
  const [, place] = /\/((?:schema|server|prisma)\/src\/[^/]+)/.exec(url) ?? [];
  return place?.replace("/src/", ": ").replace(/\.ts$/, "") ?? "other";
}

function sum({ nodes, samples, timeDeltas }: CpuProfile): Profile {
  const parts = new Map(nodes.map(({ id, callFrame }) => [id, partOf(callFrame)]));
  const times = new Map<string, number>();
  let total = 0;
  // The first half is the start of the process.
  const from = samples.length >> 1;
  for (let i = from; i < samples.length; i += 1) {
    const part = parts.get(samples[i] ?? 0);
    const time = timeDeltas[i] ?? 0;
    if (!part || part === "(program)") continue;
    total += time;
    times.set(part, (times.get(part) ?? 0) + time);
  }
  return Object.fromEntries([...times].sort(([, a], [, b]) => b - a).map(([part, time]) => [part, time / total]));
}

/** Where our server's time goes in each shape, at 32 connections; by Node's own profiler, from a process for each. */
export async function profiles(
  database: BenchDatabase,
  samples: Samples,
  loader: Loader,
): Promise<Record<string, Profile>> {
  const found: Record<string, Profile> = {};
  for (const shape of shapes) {
    const directory = mkdtempSync(path.join(tmpdir(), "bench-profile-"));
    const running = await chacra.start(database.url, { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${directory}` });
    const requests = requestsOf(shape, chacra, database, samples);
    await loader.send({ url: running.url, ...requests, connections: 32, seconds: 2 * SECONDS });
    await running.stop();
    const [file = ""] = readdirSync(directory).filter((name) => name.endsWith(".cpuprofile"));
    found[shape.key] = sum(JSON.parse(readFileSync(path.join(directory, file), "utf8")) as CpuProfile);
    rmSync(directory, { recursive: true });
  }
  return found;
}
