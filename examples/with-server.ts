import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

// Runs a program beside the demo's server, as `npm start` does, and ends both together:
//   node examples/with-server.ts PROGRAM [ARGUMENT ...]
// The program finds the graph's address in CHACRA_URL. Where that is set already, it is asked, and no server started.

const cli = fileURLToPath(new URL("../server/src/cli.ts", import.meta.url));
const running = new Set<ChildProcess>();

/** Starts a Node program. When it ends, everything does. */
function start(args: string[], options: SpawnOptions): ChildProcess {
  const child = spawn(process.execPath, args, options);
  running.add(child);
  child.on("close", (code) => {
    running.delete(child);
    process.exitCode ??= code ?? 1;
    end("SIGTERM");
  });
  return child;
}

function end(signal: NodeJS.Signals): void {
  for (const child of running) child.kill(signal);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    process.exitCode = 0;
    end(signal);
  });
}

function startProgram(graph: string): void {
  start(process.argv.slice(2), { stdio: "inherit", env: { ...process.env, CHACRA_URL: graph } });
}

const graph = process.env.CHACRA_URL;
if (graph) startProgram(graph);
else {
  const server = start([cli, "serve"], {
    stdio: ["ignore", "inherit", "pipe"],
    // A line for each request would hide what is to be read.
    env: { LOG_LEVEL: "warn", ...process.env },
  });
  let said = "";
  server.stderr?.setEncoding("utf8").on("data", function look(text: string) {
    process.stderr.write(text);
    said += text;
    const [, address] = /^ *Explorer +(http\S+)\n.*Ctrl-C/ms.exec(said) ?? [];
    if (!address) return;
    server.stderr?.off("data", look).pipe(process.stderr);
    startProgram(address);
  });
}
