import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openDatabase } from "../database/open.ts";
import { unmigratedChanges } from "./migrate.ts";

// Writes what schema.prisma holds and the migrations do not into a new migration, for a person to read and complete.
const [name] = parseArgs({ allowPositionals: true }).positionals;
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Name the migration in lower case, such as: pnpm --filter @chacra/prisma migration nursery");
  process.exit(2);
}

const database = await openDatabase({ memory: true });
const sql = await unmigratedChanges(database.pool);
await database.close();
if (/^-- This is an empty migration/.test(sql)) {
  console.error("The migrations already hold all that schema.prisma does.");
  process.exit(0);
}

const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const directory = new URL(`../../migrations/${time}_${name}/`, import.meta.url);
mkdirSync(directory);
writeFileSync(new URL("migration.sql", directory), sql);
console.error(
  `Wrote prisma/migrations/${time}_${name}/migration.sql. Read it, and add the checks that Prisma does not know.`,
);
