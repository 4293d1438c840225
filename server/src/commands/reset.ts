import { createInterface } from "node:readline/promises";
import { deleteEmbedded, demoStatus, dropTables, migrate, migrationStatus } from "@chacra/prisma";
import { CommandError } from "../command-error.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { describeLocation, type Settings } from "../settings.ts";
import { embeddedExists, withDatabase } from "./with-database.ts";

/** `chacra reset`: takes everything out of the database, after asking. */
export async function runReset({ location }: Settings, options: { yes?: boolean }): Promise<ExitCode> {
  const where = describeLocation(location);
  if ("dataDir" in location) {
    if (!embeddedExists(location)) {
      console.log(`Nothing to do: there is no ${where.replace("the ", "")} yet.`);
      return exitCodes.done;
    }
    await confirm(`Delete ${where}, with everything in it?`, options.yes);
    await deleteEmbedded(location.dataDir);
    console.log(`Deleted ${where}. The next start makes a new one.`);
    return exitCodes.done;
  }
  return withDatabase(location, async (database) => {
    const { applied } = await migrationStatus(database.pool);
    if (applied.length === 0 || !(await demoStatus(database))) {
      throw new CommandError(
        exitCodes.refused,
        `${where} does not hold the demo programme, and only that is dropped. Nothing was changed.`,
      );
    }
    await confirm(`Drop all tables of Chacra in ${where}?`, options.yes);
    await dropTables(database.pool);
    await migrate(database.pool);
    console.log(
      `Dropped all tables of Chacra in ${where} and made them anew, empty. Fill them with \`npm run chacra -- seed\`.`,
    );
    return exitCodes.done;
  });
}

/** Asks on a terminal; where nobody can answer, only --yes lets it go on. */
async function confirm(question: string, yes: boolean | undefined): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY)
    throw new CommandError(exitCodes.refused, `${question} Nobody can answer here: add --yes. Nothing was changed.`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} Type yes to go on: `);
  terminal.close();
  if (answer.trim().toLowerCase() !== "yes") throw new CommandError(exitCodes.refused, "Nothing was changed.");
}
