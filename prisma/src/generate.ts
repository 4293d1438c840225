import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

// Makes the Prisma client and the Pothos types, unless those that are there come from the same model and the same
// versions: `prisma generate` takes two seconds, which every start would wait for.

const root = fileURLToPath(new URL("..", import.meta.url));
const stampPath = path.join(root, "src/generated/stamp");
const made = ["client/client.ts", "pothos-types.ts", "tables.ts"].map((file) => path.join(root, "src/generated", file));

const stamp = createHash("sha256");
for (const file of ["schema.prisma", "prisma.config.ts", "package.json", "src/generate-tables.ts"])
  stamp.update(readFileSync(path.join(root, file)));
const wanted = stamp.digest("hex");

const current =
  made.every((file) => existsSync(file)) && existsSync(stampPath) && readFileSync(stampPath, "utf8") === wanted;
if (!current) {
  const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");
  const { status, error, stdout, stderr } = spawnSync(
    process.execPath,
    [prisma, "generate", "--config", "prisma.config.ts"],
    {
      cwd: root,
      // The Pothos generator is looked up as a command; only a package script has its directory on PATH.
      env: { ...process.env, PATH: `${path.join(root, "node_modules/.bin")}${path.delimiter}${process.env.PATH}` },
      encoding: "utf8",
    },
  );
  if (error || status !== 0) {
    process.stderr.write(
      `${stdout}${stderr}\nThe Prisma client could not be made${error ? `: ${error.message}` : ""}.\n`,
    );
    process.exit(1);
  }
  writeFileSync(stampPath, wanted);
}
