import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const sdk = fileURLToPath(new URL("../", import.meta.url));

/** The package as a registry would hand it out, unpacked where its dependencies are found. */
export interface PackedPackage {
  tarball: string;
  /** A project that has the package in its `node_modules`. */
  project: string;
  /** The package in there. */
  root: string;
  /** The names to import, such as `@chacra/sdk` and `@chacra/sdk/errors`, without files of data. */
  entries: string[];
  remove(): void;
}

/** What the published package.json says. */
interface Manifest {
  name: string;
  version: string;
  exports: Record<string, string | Record<"import" | "require", { types: string; default: string }>>;
}

/** Reads the manifest of an unpacked package. */
export function manifestOf(root: string): Manifest {
  return JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
}

/** Builds and packs the package into a folder. The sources must have been generated. */
export function packInto(folder: string): string {
  const run = { cwd: sdk, encoding: "utf8", stdio: "pipe" } as const;
  execFileSync(process.execPath, [path.join(sdk, "node_modules/tsdown/dist/run.mjs"), "--logLevel", "error"], run);
  // Without prepack, which would generate the sources anew below the feet of tests that read them.
  const pack = ["-y", "pnpm@12.21.0", "pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const { filename } = JSON.parse(execFileSync("npx", pack, run));
  return path.resolve(folder, filename);
}

/** Packs and unpacks the package, without asking a registry for anything. */
export function packed(): PackedPackage {
  mkdirSync(path.join(sdk, "generated"), { recursive: true });
  const project = mkdtempSync(path.join(sdk, "generated/packed-"));
  const tarball = packInto(project);
  execFileSync("tar", ["-xzf", tarball, "-C", project]);
  const root = path.join(project, "node_modules/@chacra/sdk");
  mkdirSync(path.dirname(root), { recursive: true });
  renameSync(path.join(project, "package"), root);
  writeFileSync(
    path.join(project, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" }),
  );
  const { name, exports } = manifestOf(root);
  const entries = Object.keys(exports).filter((entry) => !/\.(json|graphql)$/.test(entry));
  return {
    tarball,
    project,
    root,
    entries: entries.map((entry) => path.posix.join(name, entry)),
    remove: () => rmSync(project, { recursive: true, force: true }),
  };
}
