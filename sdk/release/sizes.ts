import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { PackedPackage } from "./packed.ts";

const sizeLimit = fileURLToPath(new URL("../node_modules/size-limit/bin.js", import.meta.url));

/** What a user's bundle grows by. */
export interface Size {
  what: string;
  /** Bytes, minified and gzipped. */
  bytes: number;
  /** What it should be, in bytes, if anything was aimed at. */
  aim?: number;
  /** The most that it may be, in bytes: more than the aim where that is missed. */
  limit: number;
}

/** A kilobyte as size-limit counts it. */
const kB = 1000;

const client = (documents: readonly string[]) => `
  import { createQueryClient, ${documents.join(", ")} } from "@chacra/sdk";
  const chacra = createQueryClient({ url: "https://chacra.example.org/graphql" });
  for (const document of [${documents.join(", ")}]) chacra.query(document, {}).then(console.log);
`;

const paging = (document: string) => `
  ${client([document])}
  import { pages } from "@chacra/sdk";
  pages(chacra, ${document}, {}, "zones").next().then(console.log);
`;

const byId = (documents: readonly string[]) => `
  import { createQueryClient } from "@chacra/sdk";
  import { ${documents.join(", ")} } from "@chacra/sdk/ids";
  const chacra = createQueryClient({ url: "https://chacra.example.org/graphql" });
  for (const document of [${documents.join(", ")}]) chacra.query(document, {}).then(console.log);
`;

const urql = `
  import { Client, fetchExchange } from "@urql/core";
  console.log(new Client({ url: "https://chacra.example.org/graphql", exchanges: [fetchExchange] }));
`;

const errors = `
  import * as errors from "@chacra/sdk/errors";
  console.log(errors.ChacraError, (name) => errors[name]);
`;

const cached = `
  import { createQueryClient, RegionOverviewDocument } from "@chacra/sdk";
  import { createCache } from "@chacra/sdk/cache";
  const chacra = createQueryClient({ url: "https://chacra.example.org/graphql" });
  chacra.query(RegionOverviewDocument, { ubigeo: "22" }).then(console.log);
  console.log(createCache());
`;

/** Bundles programs that use the package for a browser by size-limit, and measures them. */
function measure({ project }: PackedPackage, programs: readonly string[]): number[] {
  const checks = programs.map((program, index) => {
    writeFileSync(path.join(project, `size-${index}.js`), program);
    return { name: `${index}`, path: `size-${index}.js`, gzip: true };
  });
  writeFileSync(path.join(project, ".size-limit.json"), JSON.stringify(checks));
  // size-limit takes its plugins from here.
  const manifest = {
    name: "sizes",
    type: "module",
    devDependencies: { "@size-limit/esbuild": "*", "@size-limit/file": "*" },
  };
  writeFileSync(path.join(project, "package.json"), JSON.stringify(manifest));
  const { stdout, stderr } = spawnSync(process.execPath, [sizeLimit, "--json"], { cwd: project, encoding: "utf8" });
  if (!stdout.startsWith("[")) throw new Error(`size-limit measured nothing: ${stdout}${stderr}`);
  return JSON.parse(stdout).map(({ size }: { size: number }) => size);
}

/** Measures what the README promises of the packed package. */
export function sizesOf(sdk: PackedPackage): Size[] {
  const report = readFileSync(new URL("../api/index.api.md", import.meta.url), "utf8");
  const [first = "", ...further] = [...report.matchAll(/^export const (\w+Document):/gm)].map(([, name = ""]) => name);
  const [second = ""] = further;
  const [one = 0, ofUrql = 0, oneById = 0, twoById = 0, withPages = 0, alone = 0, withCache = 0, ...more] = measure(
    sdk,
    [
      client([first]),
      urql,
      byId([first]),
      byId([first, second]),
      paging(first),
      errors,
      cached,
      ...further.map((name) => client([first, name])),
    ],
  );
  return [
    { what: "a client with one operation", bytes: one, aim: 14 * kB, limit: 14 * kB },
    { what: "of that, `@urql/core`", bytes: ofUrql, limit: 10 * kB },
    { what: "`pages`", bytes: withPages - one, limit: 3.2 * kB },
    { what: "each further operation, at most", bytes: Math.max(...more) - one, aim: 0.4 * kB, limit: 0.48 * kB },
    { what: "each further operation of `@chacra/sdk/ids`", bytes: twoById - oneById, limit: 0.1 * kB },
    { what: "the errors alone, `@chacra/sdk/errors`", bytes: alone, aim: 1 * kB, limit: 1 * kB },
    { what: "a client with one operation and `@chacra/sdk/cache`", bytes: withCache, aim: 24 * kB, limit: 24 * kB },
  ];
}
