import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { packInto } from "../../sdk/release/packed.ts";
import { command } from "./command.ts";

const template = fileURLToPath(new URL("./project/", import.meta.url));

/** A project in an empty folder outside the workspace that has the packed SDK. */
export interface Consumer {
  folder: string;
  /** Path of a file in an installed package. */
  installed(...parts: string[]): string;
  /** Installs further packages; those that cannot be had here are told. */
  install(...packages: string[]): Promise<void>;
  remove(): void;
}

export async function makeConsumer(): Promise<Consumer> {
  const folder = mkdtempSync(path.join(tmpdir(), "chacra-consumer-"));
  cpSync(template, folder, { recursive: true });
  const install = async (...packages: string[]) => {
    await command("npm", ["install", "--no-audit", "--no-fund", "--save-exact", ...packages], folder);
  };
  await install(packInto(folder));
  await command(path.join(folder, "node_modules/.bin/graphql-codegen"), [], folder);
  // The same sources once more, where modules are CommonJS.
  const cjs = path.join(folder, "cjs");
  mkdirSync(cjs);
  cpSync(path.join(folder, "src"), path.join(cjs, "src"), { recursive: true });
  cpSync(path.join(template, "tsconfig.json"), path.join(cjs, "tsconfig.json"));
  writeFileSync(path.join(cjs, "package.json"), JSON.stringify({ type: "commonjs" }));
  return {
    folder,
    installed: (...parts) => path.join(folder, "node_modules", ...parts),
    install,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The version of an installed package. */
export function versionOf(consumer: Consumer, name: string): string {
  return JSON.parse(readFileSync(consumer.installed(name, "package.json"), "utf8")).version;
}
