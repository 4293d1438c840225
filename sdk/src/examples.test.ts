import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const sdk = new URL("../", import.meta.url);

/** This package's sources, with the generated operations. */
const sources = ["", "cache/", "codegen/", "development/", "pages/", "react/", "scalars/", "testing/", "transport/"]
  .flatMap((folder) => readdirSync(new URL(`src/${folder}`, sdk)).map((file) => folder + file))
  .concat("generated/operations.ts")
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => `src/${file}`);

/** The TypeScript in the documentation: of each export, of this package's README and of the project's. */
function examples(): { name: string; code: string }[] {
  return [...sources, "README.md", "../README.md"].flatMap((file) => {
    const text = readFileSync(new URL(file, sdk), "utf8").replace(/^ *\* ?/gm, file.endsWith(".ts") ? "" : "$&");
    return [...text.matchAll(/```(tsx?)\n(.*?)```/gs)].map(([, kind, code = ""], index) => ({
      name: `${file.replace(/\W+/g, "-")}-${index}.${kind}`,
      code,
    }));
  });
}

test("every example in the documentation compiles", () => {
  const folder = new URL("src/generated/examples/", sdk);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // What is generated first is tried where it is.
  const all = examples().filter(({ code }) => !code.includes('"./chacra/index.ts"'));
  expect(all.length).toBeGreaterThanOrEqual(35);
  // What an example declares for a whole program must not reach the others.
  const [global, usual] = [true, false].map((is) => all.filter(({ code }) => /^declare global/m.test(code) === is));
  expect(global).toHaveLength(1);
  for (const [name, program] of Object.entries({ global, usual })) compile(new URL(`${name}/`, folder), program ?? []);
  rmSync(folder, { recursive: true });
});

function compile(folder: URL, program: { name: string; code: string }[]): void {
  mkdirSync(folder);
  for (const { name, code } of program) {
    // Inside the package its own name reaches its sources, as outside it.
    expect(code).toMatch(/from "@chacra\/sdk["/]/);
    writeFileSync(new URL(name, folder), `${code}\nexport {};\n`);
  }
  const config = { extends: "../../../../tsconfig.json", include: ["."] };
  writeFileSync(new URL("tsconfig.json", folder), JSON.stringify(config));
  const compiler = fileURLToPath(new URL("../node_modules/.bin/tsc", sdk));
  const { stdout, status } = spawnSync(compiler, ["-p", fileURLToPath(folder)], { encoding: "utf8" });
  expect(stdout).toBe("");
  expect(status).toBe(0);
}

/** What a file hands on, by the file where it is written. */
function handedOn(file: string): { name: string; file: string }[] {
  const text = readFileSync(new URL(`src/${file}`, sdk), "utf8");
  const folder = file.replace(/[^/]*$/, "");
  const found = [...text.matchAll(/export (?:type )?(?:\*|\{([^}]+)\}) from "\.\/([^"]+)"/g)];
  return found.flatMap(([, names, other = ""]) => {
    const path = folder + other;
    if (names) return names.split(",").map((name) => ({ name: name.replace("type ", "").trim(), file: path }));
    return path.startsWith("generated/") ? [] : handedOn(path);
  });
}

test("everything that the package exports is documented, with an example", () => {
  const { exports } = JSON.parse(readFileSync(new URL("package.json", sdk), "utf8"));
  const entries = Object.values<string>(exports).filter((file) => file.endsWith(".ts"));
  const exported = entries.flatMap((file) => handedOn(file.replace("./src/", "")));
  const operations = readFileSync(new URL("src/generated/operations.ts", sdk), "utf8");
  const documents = [...operations.matchAll(/^export const (\w+)/gm)].map(([, name = ""]) => ({
    name,
    file: "generated/operations.ts",
  }));
  const all = [...exported, ...documents, { name: "ReadyOperations", file: "generated/operations.ts" }].filter(
    // Of another package, which has examples of its own.
    ({ name }) => name !== "" && name !== "FragmentOf",
  );
  expect(all.length).toBeGreaterThanOrEqual(40);
  const bare = all.filter(({ name, file }) => {
    const code = readFileSync(new URL(`src/${file}`, sdk), "utf8");
    const [before] = code.split(new RegExp(`^export (?:const|class|function|interface|type) ${name}\\b`, "m"), 1);
    return !/\/\*\*(?:(?!\*\/).)*@example(?:(?!\*\/).)*\*\/\n$/s.test(before ?? "");
  });
  expect(bare).toEqual([]);
});
