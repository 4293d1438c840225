import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { say } from "./settings.ts";

/** Installs into a folder what is compared with, unless it is there as the folder's lock file has it. */
export function installPeers(directory: string): void {
  const stamp = path.join(directory, "node_modules/.stamp");
  const wanted = createHash("sha256")
    .update(readFileSync(path.join(directory, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Installing what is compared with ...");
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-workspaces"], {
    cwd: directory,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("What is compared with could not be installed.");
  writeFileSync(stamp, wanted);
}
