import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../../server-process.ts";
import { type BenchDatabase, SECRET } from "./databases.ts";
import type { Dialect } from "./shapes.ts";

/** A server that runs. */
export interface Running {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Who takes part. */
export interface Contestant {
  name: string;
  dialect: Dialect;
  /** What it is asked with beside the question; a list has one for each caller. */
  headers(database: BenchDatabase): Record<string, string>[];
  start(databaseUrl: string, environment?: Record<string, string>): Promise<Running>;
}

/** What must not outlive the benchmark, however that ends. */
const alive = new Set<number>();
process.on("exit", () => {
  for (const pid of alive) process.kill(pid);
});

const production = { NODE_ENV: "production", GRAPHILE_ENV: "production" };

async function ours(databaseUrl: string, environment: Record<string, string> = {}): Promise<Running> {
  const server = await serve({
    ...environment,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    CHACRA_SECRET: SECRET,
    CHACRA_RATE_LIMIT: "999999999999",
    CHACRA_STATEMENT_TIMEOUT: "120",
    LOG_LEVEL: "warn",
  });
  alive.add(server.pid);
  return {
    url: server.url,
    pid: server.pid,
    async stop() {
      server.kill("SIGTERM");
      await server.ended;
      alive.delete(server.pid);
    },
  };
}

const directory = fileURLToPath(new URL("../peers/", import.meta.url));

const peer =
  (file: string) =>
  async (databaseUrl: string, environment: Record<string, string> = {}): Promise<Running> => {
    const child: ChildProcess = spawn(process.execPath, [path.join(directory, file)], {
      env: { ...process.env, ...production, ...environment, DATABASE_URL: databaseUrl, PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const pid = child.pid ?? 0;
    alive.add(pid);
    child.once("exit", () => alive.delete(pid));
    const port = await new Promise<string>((resolve, reject) => {
      child.stdout?.setEncoding("utf8").on("data", (text: string) => {
        const [, found] = /listening (\d+)/.exec(text) ?? [];
        if (found) resolve(found);
      });
      child.once("exit", (code) => reject(new Error(`${file} ended with ${code}. Is it installed?`)));
    });
    return {
      url: `http://127.0.0.1:${port}`,
      pid,
      async stop() {
        const ended = once(child, "exit");
        child.kill("SIGTERM");
        await ended;
      },
    };
  };

const asAnalyst = ({ analysts }: BenchDatabase) => analysts.map((key) => ({ authorization: `Bearer ${key}` }));

/** A type that is none of GraphQL's beside JSON makes the server leave a request to Yoga: see acceptedType in server/src/planned. */
export const ordinaryAccept = { accept: "application/json, text/plain" };
const ordinary = (database: BenchDatabase) => asAnalyst(database).map((own) => ({ ...own, ...ordinaryAccept }));
const nothing = () => [{}];

export const chacra: Contestant = { name: "Chacra", dialect: "chacra", headers: asAnalyst, start: ours };
export const chacraChanging: Contestant = { ...chacra, name: "Chacra, records changing" };
export const limit: Contestant = {
  name: "limit",
  dialect: "chacra",
  headers: nothing,
  start: peer("limit.mjs"),
};
export const postgraphile: Contestant = {
  name: "PostGraphile",
  dialect: "postgraphile",
  headers: nothing,
  start: peer("postgraphile.mjs"),
};

/** Each in a process of its own. */
export const contestants: readonly Contestant[] = [
  chacra,
  { name: "Chacra, ordinary path", dialect: "chacra", headers: ordinary, start: ours },
  postgraphile,
  { name: "Mercurius", dialect: "handwritten", headers: nothing, start: peer("mercurius.mjs") },
  { name: "Apollo and Prisma", dialect: "handwritten", headers: nothing, start: peer("apollo.mjs") },
  limit,
];
