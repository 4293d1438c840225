import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildSchema, parse, validate } from "graphql";
import { documents } from "./documents.ts";

// How long a compiler takes for a program with 50 documents: see README.md.

const count = 50;
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const root = fileURLToPath(new URL("../../../", import.meta.url));
const sdk = path.join(root, "sdk");
// Inside the package, where its dependencies are found.
const folder = path.join(sdk, "src/generated/bench-types");
const compilers = {
  "5.9": path.join(sdk, "node_modules/typescript-5/bin/tsc"),
  "6.0": path.join(sdk, "node_modules/typescript-6/bin/tsc"),
  "7.0": path.join(root, "node_modules/typescript/bin/tsc"),
};
const node = path.join(root, "node_modules/.bin/node");

const all = documents(count);
const schema = buildSchema(readFileSync(path.join(root, "schema/schema.graphql"), "utf8"));
for (const { name, text } of all) {
  const [error] = validate(schema, parse(text));
  if (error) throw new Error(`${name}: ${error.message}`);
}
if (new Set(all.map(({ text }) => text.replace(/query \w+/, ""))).size < count) throw new Error("Two are the same.");

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const pnpm = (...args: string[]) =>
  execFileSync("npx", ["-y", "pnpm@12.21.0", ...args], { cwd: sdk, stdio: "inherit" });
pnpm("exec", "tsdown", "--out-dir", path.join(folder, "out"), "--format", "esm", "--log-level", "error");

/** Uses a document's result, so that it has to be known. */
const use = (name: string) =>
  `export const use${name} = (data: ResultOf<typeof ${name}>, variables: VariablesOf<typeof ${name}>) => [data, variables];`;
const types = `import type { ResultOf, VariablesOf } from "@chacra/sdk";\n`;
const programs: Record<string, Record<string, string>> = {
  inferred: inferred((text) => text),
  // What is read and not found: the cost of reading the texts alone.
  "read alone": inferred((text) => text.replace(/\{ \w+/, "{ nothing")),
  generated: generated(),
  none: {
    "none.ts": `import { graphql } from "@chacra/sdk";\n${types}export { graphql, type ResultOf, type VariablesOf };\n`,
  },
};
for (const [program, files] of Object.entries(programs)) {
  mkdirSync(path.join(folder, program), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, program, file), text);
  writeFileSync(
    path.join(folder, program, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        target: "ES2022",
        lib: ["ESNext", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
        module: "NodeNext",
        types: [],
        paths: { "@chacra/sdk": ["../out/index.d.ts"] },
      },
      include: ["*.ts"],
    }),
  );
}

/** The documents by `graphql()`, each in a file. */
function inferred(change: (text: string) => string): Record<string, string> {
  const head = `import { graphql } from "@chacra/sdk";\n${types}`;
  return Object.fromEntries(
    all.map(({ name, text }) => [`${name}.ts`, `${head}const ${name} = graphql(\`${change(text)}\`);\n${use(name)}\n`]),
  );
}

/** The same documents as files that graphql-codegen writes. */
function generated(): Record<string, string> {
  const config = path.join(folder, "codegen.json");
  mkdirSync(path.join(folder, "operations"), { recursive: true });
  for (const { name, text } of all) writeFileSync(path.join(folder, "operations", `${name}.graphql`), text);
  const from = (file: string) => path.join(sdk, "codegen", file);
  const scalars = {
    Date: { input: "CivilDateInput", output: "CivilDate" },
    Decimal: { input: "DecimalInput", output: "Decimal" },
    Latitude: "number",
    Longitude: "number",
  };
  const options = {
    useTypeImports: true,
    skipTypename: true,
    avoidOptionals: { object: true },
    omitOperationSuffix: true,
  };
  const target = {
    documents: path.join(folder, "operations/*.graphql"),
    plugins: [from("operation-types.ts")],
    config: { ...options, scalars },
  };
  const written = path.join(folder, "types.ts");
  writeFileSync(
    config,
    JSON.stringify({
      schema: path.join(root, "schema/schema.graphql"),
      silent: true,
      generates: { [written]: target },
    }),
  );
  pnpm("exec", "graphql-codegen", "--config", config);
  const text = readFileSync(written, "utf8").replaceAll(/from "\.[^"]+"/g, 'from "@chacra/sdk"');
  const uses = all.map(
    ({ name }) => `declare const ${name}: TypedDocumentNode<types.${name}, types.${name}Variables>;\n${use(name)}`,
  );
  const head = `import type { TypedDocumentNode } from "@graphql-typed-document-node/core";\nimport type * as types from "./types.js";\n`;
  return { "types.ts": text, "uses.ts": `${head}${types}${uses.join("\n")}\n` };
}

/** A number of `--extendedDiagnostics`. */
function figure(output: string, name: string): number {
  const value = new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(output)?.[1];
  if (value === undefined) throw new Error(`The compiler told no ${name}:\n${output}`);
  return Number(value);
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const names = ["Check time", "Total time", "Instantiations", "Types", "Memory used"];
const measured = new Map<string, number[][]>();
for (let round = 0; round < rounds; round++) {
  for (const [version, compiler] of Object.entries(compilers)) {
    for (const program of Object.keys(programs)) {
      const args = [compiler, "-p", path.join(folder, program), "--extendedDiagnostics"];
      const { stdout, status } = spawnSync(node, args, { encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
      if (status !== 0) throw new Error(stdout.slice(0, 2_000));
      const key = `${version} | ${program}`;
      measured.set(key, [...(measured.get(key) ?? []), names.map((name) => figure(stdout, name))]);
    }
  }
}
console.log(
  `| TypeScript | types | check, s | total, s | instantiations | types made | memory, MB |\n|---|---|---|---|---|---|---|`,
);
for (const [key, runs] of measured) {
  const [check = 0, total = 0, instantiations, made, memory = 0] = names.map((_, at) =>
    median(runs.map((run) => run[at] ?? 0)),
  );
  console.log(
    `| ${key} | ${check.toFixed(2)} | ${total.toFixed(2)} | ${instantiations} | ${made} | ${Math.round(memory / 1_000)} |`,
  );
}
rmSync(folder, { recursive: true });
