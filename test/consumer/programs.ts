import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { command } from "./command.ts";
import type { GraphServer } from "./graph.ts";
import type { Consumer } from "./project.ts";

export type Answers = Record<string, unknown>;

/** Runs the compiled program by a runtime's own command. */
export async function runProgram(
  { folder }: Consumer,
  { url, publicKey }: GraphServer,
  [program = "", ...args]: readonly string[],
  file = "out/program.js",
): Promise<Answers> {
  return JSON.parse(await command(program, [...args, file, url, publicKey], folder));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Runs the worker, bundled as for an edge platform, in workerd. */
export async function runInWorkerd(consumer: Consumer, graph: GraphServer): Promise<Answers> {
  const { folder, installed } = consumer;
  await command(
    installed(".bin/esbuild"),
    ["out/worker.js", "--bundle", "--format=esm", "--conditions=workerd,worker,browser", "--outfile=workerd/worker.js"],
    folder,
  );
  const port = await freePort();
  writeFileSync(
    path.join(folder, "workerd/config.capnp"),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2026-01-01",
);
`,
  );
  const workerd = spawn(installed(".bin/workerd"), ["serve", "workerd/config.capnp"], {
    cwd: folder,
    stdio: "inherit",
  });
  try {
    for (let attempt = 0; ; attempt++) {
      const answer = await fetch(`http://127.0.0.1:${port}`, { method: "POST", body: JSON.stringify(graph) }).catch(
        (error: Error) => error,
      );
      if (answer instanceof Response) return (await answer.json()) as Answers;
      if (attempt === 100 || workerd.exitCode !== null) throw answer;
      await setTimeout(100);
    }
  } finally {
    workerd.kill();
  }
}
