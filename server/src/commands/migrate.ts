import { type DatabaseLocation, migrate, migrationStatus } from "@chacra/prisma";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { describeLocation, type Settings } from "../settings.ts";
import { embeddedExists, withDatabase } from "./with-database.ts";

/** `chacra migrate`: brings the database up to the newest migration. */
export function runMigrate({ location }: Settings): Promise<ExitCode> {
  return withDatabase(location, async ({ pool }) => {
    const applied = await migrate(pool);
    const where = describeLocation(location);
    if (applied.length === 0) console.log(`Nothing to do: ${where} is up to date.`);
    else console.log(`Applied to ${where}:\n${applied.map((name) => `  ${name}`).join("\n")}`);
    return exitCodes.done;
  });
}

/** `chacra migrate --status`: compares the database with the migrations and changes nothing. */
export function runMigrateStatus({ location }: Settings): Promise<ExitCode> {
  // Looking at an embedded database that is not there yet must not make one.
  const empty = "dataDir" in location && !embeddedExists(location);
  const opened: DatabaseLocation = empty ? { memory: true } : location;
  return withDatabase(opened, async ({ pool }) => {
    const { applied, pending, conflicts } = await migrationStatus(pool);
    console.log(`Migrations of ${describeLocation(location)}${empty ? " (not there yet)" : ""}:`);
    for (const name of applied) console.log(`  applied  ${name}`);
    for (const name of pending) console.log(`  pending  ${name}`);
    for (const conflict of conflicts) console.log(`  conflict ${conflict}`);
    if (conflicts.length > 0) {
      console.log(
        "This database belongs to another version of Chacra: run that version, or begin anew with `chacra reset` where it holds only the demo.",
      );
    } else if (pending.length > 0) {
      console.log("Run `npm run chacra -- migrate` to apply what is pending.");
    }
    return pending.length + conflicts.length > 0 ? exitCodes.pending : exitCodes.done;
  });
}
