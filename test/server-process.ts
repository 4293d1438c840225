import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../server/src/cli.ts", import.meta.url));

/** The settings of the `chacra` command, as environment variables. */
export type Environment = Record<string, string>;

/** How a command ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A running `chacra` command. */
export interface RunningCommand {
  pid: number;
  kill(signal: NodeJS.Signals): void;
  stdout(): string;
  stderr(): string;
  /** Waits until stderr, or else stdout, shows the pattern; fails when the command ends first. */
  shows(pattern: RegExp): Promise<RegExpExecArray>;
  ended: Promise<Ended>;
}

/** Starts the real command, or another program, in a process of its own, with no settings but the given ones. */
export function start(args: string[], environment: Environment, program = cli): RunningCommand {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(CHACRA_.*|PORT|HOST|DATABASE_URL|REDIS_URL|LOG_LEVEL|NODE_OPTIONS|NODE_ENV)$/.test(name),
  );
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...Object.fromEntries(inherited), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  const ended = once(child, "close").then(([code]) => ({ code, stdout, stderr }));
  return {
    pid: child.pid ?? 0,
    kill: (signal) => void child.kill(signal),
    stdout: () => stdout,
    stderr: () => stderr,
    shows: (pattern) =>
      new Promise((resolve, reject) => {
        function look(): void {
          const found = pattern.exec(stderr) ?? pattern.exec(stdout);
          if (found) resolve(found);
        }
        look();
        child.stderr.on("data", look);
        child.stdout.on("data", look);
        ended.then(
          () => reject(new Error(`The command ended without showing ${pattern}:\n${stderr}${stdout}`)),
          reject,
        );
      }),
    ended,
  };
}

/** Runs a command to its end. */
export function run(args: string[], environment: Environment): Promise<Ended> {
  return start(args, environment).ended;
}

/** A running server. */
export interface Server extends RunningCommand {
  url: string;
}

/** Starts `chacra serve` on a free port and waits until it listens. */
export async function serve(environment: Environment): Promise<Server> {
  const command = start(["serve"], { PORT: "0", ...environment });
  const [, url = ""] = await command.shows(/Explorer +(http:\/\/\S+)\/graphql.*Ctrl-C/s);
  return { ...command, url };
}

/** Ends a server as its operator would. */
export async function stop(server: Server): Promise<Ended> {
  server.kill("SIGTERM");
  return await server.ended;
}

/** A directory of its own for a test's embedded database. */
export function temporaryDirectory(): { dataDir: string; remove(): void } {
  const dataDir = mkdtempSync(path.join(tmpdir(), "chacra-test-"));
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** What a GraphQL response holds. */
export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; id?: string } }[];
}

/** Asks the graph as a partner's app would. */
export async function ask(
  url: string,
  query: string,
  variables?: object,
  key?: string,
): Promise<Answer & { status: number }> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json",
      ...(key && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as Answer) };
}
