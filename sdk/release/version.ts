/** Makes the next version of the package out of the changesets, and its changelog out of them and of what has changed. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { withChanges } from "./changelog.ts";
import { interfaceChanges } from "./changes.ts";
import { current, projectRoot, released } from "./places.ts";
import { undeclaredChanges } from "./undeclared.ts";

const changes = await interfaceChanges(released, current);
const undeclared = await undeclaredChanges(projectRoot, changes);
if (undeclared.length > 0) {
  console.error(["No changeset announces:", ...undeclared.map(({ text }) => `- ${text}`)].join("\n"));
  process.exit(1);
}
const run = { cwd: projectRoot, stdio: "inherit" } as const;
execFileSync(process.execPath, [path.join(projectRoot, "node_modules/@changesets/cli/bin.js"), "version"], run);
const changelog = path.join(projectRoot, "sdk/CHANGELOG.md");
writeFileSync(changelog, withChanges(readFileSync(changelog, "utf8"), changes));
execFileSync(process.execPath, [fileURLToPath(new URL("report.ts", import.meta.url)), "released"], run);
