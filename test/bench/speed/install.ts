import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { say } from "./settings.ts";

const directory = fileURLToPath(new URL("../peers/", import.meta.url));

/** Installs the servers that are compared with, unless they are there as their lock file has them. */
export function installPeers(): void {
  const stamp = path.join(directory, "node_modules/.stamp");
  const wanted = createHash("sha256")
    .update(readFileSync(path.join(directory, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Installing the servers to compare with ...");
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-workspaces"], {
    cwd: directory,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("The servers to compare with could not be installed.");
  writeFileSync(stamp, wanted);
}
