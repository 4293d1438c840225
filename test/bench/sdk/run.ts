/** Compares the packed SDK with others of its kind, and writes what it finds into the READMEs. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { packInto } from "../../../sdk/release/packed.ts";
import { tableOf, withSection } from "../../../sdk/release/section.ts";
import { installPeers } from "../speed/install.ts";
import { contestants, type Feature, featureNames } from "./contestants.ts";
import { importTimes } from "./import-time.ts";
import { probes, requestsOf } from "./probes.ts";
import { sizeOf, versionOf } from "./sizes.ts";

const peers = fileURLToPath(new URL("./peers/", import.meta.url));
const rounds = Number(process.env.BENCH_ROUNDS ?? 15);

/** Puts the package, packed as it is now, beside the others. */
function installOurs(): void {
  const folder = mkdtempSync(path.join(tmpdir(), "chacra-packed-"));
  try {
    const install = [
      "install",
      "--no-save",
      "--no-package-lock",
      "--ignore-scripts",
      "--no-workspaces",
      packInto(folder),
    ];
    const { status } = spawnSync("npm", install, { cwd: peers, stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) throw new Error("The packed SDK could not be installed.");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function told(module: string, feature: Feature | undefined): Promise<string> {
  if (!feature) return "no";
  if ("says" in feature) {
    const { says, file, has = "" } = feature;
    if (file && !readFileSync(path.join(peers, "node_modules", module, file), "utf8").includes(has)) {
      throw new Error(`${module} no longer has ${has} in ${file}: is it still "${says}"?`);
    }
    return says;
  }
  const source = `import { ${feature.exports} } from "${feature.module}"; if (!${feature.exports}) throw new Error();`;
  const { status } = spawnSync(process.execPath, ["--input-type=module", "-e", source], { cwd: peers });
  return status === 0 ? `\`${feature.exports}\`` : "no";
}

installPeers(peers);
installOurs();
const times = importTimes(
  peers,
  contestants.map(({ module }) => module),
  rounds,
);
const rows: Record<string, string[]> = { version: [], "bytes, minified and gzipped": [], "import, over ours": [] };
const add = (name: string, value: string) => {
  rows[name] = [...(rows[name] ?? []), value];
};
for (const [index, { name, file, module, features }] of contestants.entries()) {
  console.log(`${name} ...`);
  add("version", versionOf(peers, module));
  const { bytes, reason } = await sizeOf(peers, file);
  add("bytes, minified and gzipped", bytes?.toLocaleString("en") ?? `does not bundle: ${reason}`);
  add("import, over ours", ((times[index] ?? 0) / (times[0] ?? 0)).toFixed(2));
  const adapter = await import(pathToFileURL(path.join(peers, file)).href);
  add("requests for 3 records and one neighbour of each", adapter.nested ? `${await requestsOf(adapter.nested)}` : "1");
  for (const [probe, run] of Object.entries(probes)) add(probe, await run(adapter));
  for (const feature of featureNames) add(feature, await told(module, features[feature]));
}
const head = ["", ...contestants.map(({ name }) => name)];
const table = Object.entries(rows).map(([name, cells]) => [name, ...cells]);
const short = ["bytes, minified and gzipped", "import, over ours", "requests for 3 records and one neighbour of each"];
const kept = new Set([
  ...short,
  "429 with `Retry-After: 2`",
  "variables in messages of errors",
  "result typed",
  "React hooks",
  "normalised cache",
]);
for (const [page, told] of [
  ["./README.md", table],
  ["../../../README.md", table.filter(([name = ""]) => kept.has(name))],
] as const) {
  const file = new URL(page, import.meta.url);
  writeFileSync(file, withSection(readFileSync(file, "utf8"), "npm run sdk:compare", tableOf(head, told)));
}
console.log(tableOf(head, table));
