import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const sdk = new URL("../", import.meta.url);

/** The TypeScript in the documentation: of each export, of this package's README and of the project's. */
function examples(): { name: string; code: string }[] {
  const sources = readdirSync(new URL("src/", sdk)).filter((file) => /^(?!.*\.test\.ts$).+\.ts$/.test(file));
  const documents = [...sources.map((file) => `src/${file}`), "README.md", "../README.md"];
  return documents.flatMap((file) => {
    const text = readFileSync(new URL(file, sdk), "utf8").replace(/^ *\* ?/gm, file.endsWith(".ts") ? "" : "$&");
    return [...text.matchAll(/```tsx?\n(.*?)```/gs)].map(([, code = ""], index) => ({
      name: `${file.replace(/\W+/g, "-")}-${index}.ts`,
      code,
    }));
  });
}

test("every example in the documentation compiles", () => {
  const folder = new URL("src/generated/examples/", sdk);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const all = examples();
  expect(all.length).toBeGreaterThanOrEqual(8);
  for (const { name, code } of all) {
    // The package under its own name, as its users import it.
    writeFileSync(new URL(name, folder), `${code.replaceAll('"@chacra/sdk"', '"../../index.ts"')}\nexport {};\n`);
  }
  const config = { extends: "../../../tsconfig.json", include: ["."] };
  writeFileSync(new URL("tsconfig.json", folder), JSON.stringify(config));
  const compiler = fileURLToPath(new URL("../node_modules/.bin/tsc", sdk));
  const { stdout, status } = spawnSync(compiler, ["-p", fileURLToPath(folder)], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  expect(stdout).toBe("");
  expect(status).toBe(0);
});
