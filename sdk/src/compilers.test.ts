import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsdown";
import { afterAll, beforeAll, expect, test } from "vitest";

const sdk = fileURLToPath(new URL("../", import.meta.url));

/** The compilers that consumers have. */
const compilers = {
  "5.9": "node_modules/typescript-5/bin/tsc",
  "6.0": "node_modules/typescript-6/bin/tsc",
  "7.0": "../node_modules/typescript/bin/tsc",
};

/** Type tests: one where scalars are texts, and one that declares what they are, which holds for a whole program. */
const programs = ["src/types.test.ts", "type-tests/declared.ts"];

const all = Object.entries(compilers).flatMap(([version, compiler]) =>
  programs.flatMap((program) =>
    // The looser way is compiled by the project's own compiler alone, to save minutes.
    (version === "7.0" ? [true, false] : [true]).map((exact) => ({ version, compiler, program, exact })),
  ),
);

// Inside the package, where its dependencies are found.
mkdirSync(path.join(sdk, "src/generated"), { recursive: true });
const folder = mkdtempSync(path.join(sdk, "src/generated/declarations-"));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  await build({ cwd: sdk, outDir: path.join(folder, "out"), format: "esm", clean: false, logLevel: "error" });
  for (const [index, program] of programs.entries()) {
    const text = readFileSync(path.join(sdk, program), "utf8").replaceAll('"./index.ts"', '"@chacra/sdk"');
    mkdirSync(path.join(folder, String(index)));
    writeFileSync(path.join(folder, String(index), "program.ts"), text);
  }
});

test.each(all)(
  "$program holds with what is published under TypeScript $version, exact optional properties: $exact",
  ({ version, compiler, program, exact }) => {
    const config = path.join(folder, `${programs.indexOf(program)}`, `tsconfig-${version}-${exact}.json`);
    writeFileSync(
      config,
      JSON.stringify({
        compilerOptions: {
          strict: true,
          noEmit: true,
          target: "ES2022",
          lib: ["ESNext", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
          module: "NodeNext",
          types: ["node"],
          exactOptionalPropertyTypes: exact,
          noUncheckedIndexedAccess: true,
          paths: { "@chacra/sdk": ["../out/index.d.ts"] },
        },
        files: ["program.ts"],
      }),
    );
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [path.join(sdk, compiler), ...args], { cwd: sdk, encoding: "utf8" });
    expect(run("--version").stdout).toContain(` ${version}.`);
    const { stdout, status } = run("-p", config);
    expect(stdout).toBe("");
    expect(status).toBe(0);
  },
  600_000,
);
