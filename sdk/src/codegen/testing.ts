import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type CodegenConfig, executeCodegen } from "@graphql-codegen/cli";
import { afterAll } from "vitest";
import { type ChacraPresetConfig, chacraPreset, chacraSchema, type DocumentCost } from "./index.ts";

const opened: string[] = [];
afterAll(() => {
  for (const folder of opened) rmSync(folder, { recursive: true });
});

/** A project with these files, below a folder where packages are found, until the tests of the file are over. */
export function project(below: URL, files: Record<string, string>) {
  mkdirSync(below, { recursive: true });
  const folder = mkdtempSync(path.join(below.pathname, "codegen-"));
  opened.push(folder);
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);

  /** Generates its files, into `src/chacra`. */
  async function generate(presetConfig: ChacraPresetConfig = {}) {
    const costs: DocumentCost[] = [];
    const report = (found: readonly DocumentCost[]) => void costs.push(...found);
    const config: CodegenConfig = {
      schema: chacraSchema,
      documents: "src/**/*.{ts,tsx,graphql}",
      generates: { "src/chacra/": { preset: chacraPreset, presetConfig: { report, ...presetConfig } } },
    };
    const { result, error } = await executeCodegen({ ...config, cwd: folder, silent: true });
    const made: Record<string, string> = {};
    if (error) return { costs, made, error };
    for (const { filename, content } of result) {
      write(filename, content);
      made[filename] = content;
    }
    return { costs, made, error };
  }
  return { folder, generate };
}
