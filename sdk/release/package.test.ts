import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeApiReports } from "./api-report.ts";
import { interfaceChanges } from "./changes.ts";
import { manifestOf, type PackedPackage, packed } from "./packed.ts";
import { current, projectRoot, released } from "./places.ts";
import { type Size, sizesOf } from "./sizes.ts";
import { sizesToldIn } from "./sizes-table.ts";
import { undeclaredChanges } from "./undeclared.ts";

let sdk: PackedPackage;
beforeAll(() => {
  sdk = packed();
});
afterAll(() => sdk.remove());

test("publint has nothing to say of the packed package", async () => {
  const tarball = readFileSync(sdk.tarball);
  const { messages, pkg } = await publint({ strict: true, pack: { tarball: new Uint8Array(tarball).buffer } });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test("Are The Types Wrong finds the types right, of every entry, for ES modules and CommonJS", async () => {
  const tarball = createPackageFromTarballData(new Uint8Array(readFileSync(sdk.tarball)));
  const notCode = ["./schema.graphql"];
  const result = await checkPackage(tarball, { excludeEntrypoints: notCode });
  if (!result.types) throw new Error("The package has no types.");
  // What resolves as in Node 10 knows no `exports`; the package wants Node 20.
  expect(
    result.problems.filter((problem) => !("resolutionKind" in problem && problem.resolutionKind === "node10")),
  ).toEqual([]);
  const entries = Object.keys(manifestOf(sdk.root).exports).filter((entry) => !notCode.includes(entry));
  expect(Object.keys(result.entrypoints)).toEqual(expect.arrayContaining(entries));
});

test("every entry is an ES module and CommonJS, and both export the same", () => {
  const names = (code: string, file: string) => {
    writeFileSync(path.join(sdk.project, file), code);
    const { stdout, stderr } = spawnSync(process.execPath, [file], { cwd: sdk.project, encoding: "utf8" });
    expect(stderr).toBe("");
    return JSON.parse(stdout);
  };
  expect(sdk.entries).toContain("@chacra/sdk/errors");
  for (const entry of sdk.entries) {
    const listed = names(
      `import * as it from "${entry}"; console.log(JSON.stringify(Object.keys(it).sort()))`,
      "a.mjs",
    );
    expect(names(`console.log(JSON.stringify(Object.keys(require("${entry}")).sort()))`, "a.cjs")).toEqual(listed);
    expect(listed.length).toBeGreaterThan(0);
  }
});

describe("the command graphql-codegen with the packed preset", () => {
  const farms =
    "query Farms($n: Int) { farms(first: $n) { nodes { ...Line } } } fragment Line on Farm { code family { enrolledOn } }";

  /** Runs it in a project of its own. */
  function generate(presetConfig: object) {
    const folder = mkdtempSync(path.join(sdk.project, "generated-"));
    mkdirSync(path.join(folder, "src"));
    writeFileSync(path.join(folder, "src/farms.graphql"), farms);
    writeFileSync(
      path.join(folder, "src/zones.ts"),
      'import { graphql } from "./chacra/index.ts";\nexport const Zones: object = graphql(`query Zones { zones { nodes { name } } }`);\n',
    );
    const config = `
      import { chacraPreset, type ChacraPresetConfig, chacraSchema } from "@chacra/sdk/codegen";
      import type { CodegenConfig } from "@graphql-codegen/cli";
      const presetConfig: ChacraPresetConfig = ${JSON.stringify(presetConfig)};
      const config: CodegenConfig = {
        schema: chacraSchema,
        documents: "src/**/*.{ts,graphql}",
        generates: { "src/chacra/": { preset: chacraPreset, presetConfig } },
      };
      export default config;
    `;
    writeFileSync(path.join(folder, "codegen.ts"), config);
    const program = fileURLToPath(new URL("../node_modules/@graphql-codegen/cli/esm/bin.js", import.meta.url));
    // It says less where it takes itself to be tested.
    const options = { cwd: folder, encoding: "utf8", env: { ...process.env, NODE_ENV: "development" } } as const;
    return { folder, ...spawnSync(process.execPath, [program, "--config", "codegen.ts"], options) };
  }

  test("prints what each document costs, and writes files that compile as strictly as one may ask", () => {
    const { folder, stdout, status } = generate({ budget: 500 });
    expect(stdout).toContain(
      [
        "What each document costs at most, in objects (a page whose size is a variable counts as 100):",
        "  Farms  201 of 500  1 list deep  50 % farms.nodes, 50 % farms.nodes.family, 0 % farms",
      ].join("\n"),
    );
    expect(status).toBe(0);
    const compilerOptions = {
      ...{ target: "es2022", module: "nodenext", allowImportingTsExtensions: true, noEmit: true, strict: true },
      ...{ declaration: true, isolatedDeclarations: true, verbatimModuleSyntax: true, erasableSyntaxOnly: true },
      ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noUnusedLocals: true },
      lib: ["esnext", "dom"],
      types: [],
    };
    writeFileSync(
      path.join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions, include: ["src", "codegen.ts"] }),
    );
    for (const compiler of ["node_modules/typescript-5", "node_modules/typescript-6", "../node_modules/typescript"]) {
      const program = fileURLToPath(new URL(`../${compiler}/bin/tsc`, import.meta.url));
      const { stdout, status } = spawnSync(process.execPath, [program, "-p", folder], { encoding: "utf8" });
      expect([compiler, stdout, status]).toEqual([compiler, "", 0]);
    }
  }, 300_000);

  test("fails for a document over its budget, and writes nothing", () => {
    const { folder, stdout, stderr, status } = generate({ budget: 200 });
    expect(status).toBe(1);
    expect(stdout + stderr).toContain(
      "OVER_BUDGET: Farms in src/farms.graphql could cost 201 objects; its budget is 200.",
    );
    expect(readdirSync(path.join(folder, "src"))).toEqual(["farms.graphql", "zones.ts"]);
  });
});

describe("the public API", () => {
  test("is as its reports in sdk/api say; `npm run sdk:api` writes them anew", () => {
    const folder = mkdtempSync(path.join(sdk.project, "api-"));
    const reports = writeApiReports(sdk, folder);
    expect(
      readdirSync(current.reports)
        .filter((file) => file.endsWith(".md"))
        .sort(),
    ).toEqual([...reports].sort());
    for (const report of reports)
      expect(readFileSync(path.join(current.reports, report), "utf8")).toBe(
        readFileSync(path.join(folder, report), "utf8"),
      );
  });

  test("changes, like the graph, only with a changeset, and breaks code only with a major one", async () => {
    const undeclared = await undeclaredChanges(projectRoot, await interfaceChanges(released, current));
    expect(undeclared.map(({ breaking, text }) => `${breaking ? "major" : "minor"}: ${text}`)).toEqual([]);
  });
});

describe("the size", () => {
  let sizes: Size[];
  beforeAll(() => {
    sizes = sizesOf(sdk);
  });

  test("keeps its limits", () => {
    expect(sizes.filter(({ bytes, limit }) => !(bytes > 0 && bytes <= limit))).toEqual([]);
  });

  test("is what the README says; `npm run sdk:sizes` writes it anew", () => {
    const told = sizesToldIn(readFileSync(fileURLToPath(new URL("../README.md", import.meta.url)), "utf8"));
    expect(Object.keys(told)).toEqual(sizes.map(({ what }) => what));
    // A few bytes go with the day's versions of what lies beside.
    for (const { what, bytes } of sizes) expect.soft(Math.abs((told[what] ?? 0) - bytes), what).toBeLessThanOrEqual(60);
  });
});
