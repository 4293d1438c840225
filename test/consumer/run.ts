/** Packs the SDK, installs it into an empty project, and uses it there in every way and wherever it says it runs. */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { command } from "./command.ts";
import { type GraphServer, serveGraph } from "./graph.ts";
import { bundlerNames, runInBrowser } from "./in-browser.ts";
import { type Answers, runInWorkerd, runProgram } from "./programs.ts";
import { type Consumer, makeConsumer, versionOf } from "./project.ts";
import { type Row, withRows } from "./rows.ts";

const platform = `${process.platform}-${process.arch}`;
const readme = new URL("./README.md", import.meta.url);
const { values: options } = parseArgs({ options: { keep: { type: "boolean" }, only: { type: "string" } } });

const rows: Row[] = [];
async function prove(where: string, what: string, proof: () => Promise<string>): Promise<void> {
  if (options.only && !where.includes(options.only)) return;
  const row = await proof().then(
    (result) => ({ where, what, result, isGood: true }),
    (error: Error) => ({ where, what, result: error.message, isGood: false }),
  );
  rows.push(row);
  console.log(`${row.isGood ? "✓" : "✗"} ${where}: ${what}: ${row.result}`);
}

/** What Node answers first: everything else must answer the same. */
let expected: Answers | undefined;
function compared(answers: Answers): string {
  const failed = Object.entries(answers).filter(([, answer]) => String(answer).startsWith("failed: "));
  if (failed.length > 0) throw new Error(failed.map(([name, answer]) => `${name} ${answer}`).join("\n"));
  expected ??= answers;
  for (const [name, answer] of Object.entries(expected)) {
    if (JSON.stringify(answers[name]) === JSON.stringify(answer)) continue;
    throw new Error(`${name}: ${JSON.stringify(answers[name])} is not ${JSON.stringify(answer)}`);
  }
  return `${Object.keys(answers).length} features, same answers`;
}

function typescript(consumer: Consumer, version: string, ...args: string[]): Promise<string> {
  const tsc = consumer.installed(`typescript-${version}`, "bin/tsc");
  return command(process.execPath, [tsc, ...args], consumer.folder);
}

async function types(consumer: Consumer): Promise<void> {
  for (const version of ["5.9", "6.0", "7.0"]) {
    for (const [modules, args] of [
      ["ES modules", ["-p", "."]],
      ["CommonJS", ["-p", "cjs"]],
      ["a bundler's modules", ["-p", ".", "--module", "ESNext", "--moduleResolution", "bundler"]],
    ] as const)
      await prove(`TypeScript ${version}`, `types, strict, ${modules}`, async () => {
        await typescript(consumer, version, ...args, "--noEmit");
        return "no complaint";
      });
  }
}

/** A runtime that npm has, and the command that runs a program in it. */
const runtimes: { name: string; packages: string[]; command: (consumer: Consumer) => string[] }[] = [
  ...["20", "22", "24"].map((major) => ({
    name: `Node ${major}`,
    packages: [`node-${major}@npm:node-${platform}@${major}`],
    command: ({ installed }: Consumer) => [installed(`node-${major}`, "bin/node")],
  })),
  {
    name: "Deno",
    packages: ["deno@2"],
    command: ({ installed }) => [
      installed(".bin/deno"),
      "run",
      "--quiet",
      "--allow-net",
      "--allow-env",
      "--allow-read",
    ],
  },
  { name: "Bun", packages: ["bun@1"], command: ({ installed }) => [installed(".bin/bun"), "run"] },
];

async function everywhere(consumer: Consumer, graph: GraphServer): Promise<void> {
  for (const runtime of runtimes) {
    const isNode = runtime.name.startsWith("Node");
    await prove(runtime.name, "installed from the registry", async () => {
      await consumer.install(...runtime.packages);
      return (await command(runtime.command(consumer)[0] ?? "", ["--version"], consumer.folder)).split("\n")[0] ?? "";
    });
    for (const [what, file] of [
      ["ES modules", "out/program.js"],
      ["CommonJS", "cjs/out/program.js"],
    ] as const)
      if (isNode || what === "ES modules")
        await prove(runtime.name, what, async () =>
          compared(await runProgram(consumer, graph, runtime.command(consumer), file)),
        );
  }
  await prove("workerd", "a worker, bundled by esbuild", async () => {
    await consumer.install("workerd@1", "esbuild@0.28");
    return compared(await runInWorkerd(consumer, graph));
  });
}

async function inBrowsers(consumer: Consumer, graph: GraphServer): Promise<void> {
  const rendered: { html: string; collected: string } = JSON.parse(
    await command(process.execPath, ["out/render.js", graph.url], consumer.folder),
  );
  await prove("React on a server", "suspense, the page's data collected", async () => {
    if (!rendered.html.includes("<h1>San Martín</h1>")) throw new Error(`It rendered ${rendered.html}`);
    return "rendered with data";
  });
  for (const bundler of bundlerNames) {
    await prove(
      `Chromium, ${bundler}`,
      "hooks, hydration, cache, features in the page and in a web worker",
      async () => {
        await consumer.install(`${bundler}@latest`);
        const { inThePage, inAWorker, ...page } = await runInBrowser(bundler, consumer, graph, rendered);
        const wanted = { rendered: "San Martín", farmsAtFirst: 5, farmsAfterMore: 10, requestsToHydrate: 1 };
        if (JSON.stringify(page) !== JSON.stringify(wanted))
          throw new Error(`${JSON.stringify(page)} is not ${JSON.stringify(wanted)}`);
        compared(inAWorker);
        return `${versionOf(consumer, bundler)}: ${compared(inThePage)}, twice`;
      },
    );
  }
}

const graph = await serveGraph();
const consumer = await makeConsumer();
try {
  for (const modules of [".", "cjs"]) await typescript(consumer, "7.0", "-p", modules);
  // The first answers, with which all others are compared.
  compared(await runProgram(consumer, graph, [process.execPath]));
  await types(consumer);
  await everywhere(consumer, graph);
  await inBrowsers(consumer, graph);
} finally {
  await graph.stop();
  if (options.keep) console.log(`The project is in ${consumer.folder}.`);
  else consumer.remove();
}
if (!options.only) writeFileSync(readme, withRows(readFileSync(readme, "utf8"), rows));
if (rows.length === 0 || rows.some(({ isGood }) => !isGood)) process.exitCode = 1;
