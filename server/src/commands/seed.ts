import { demoStatus, migrate } from "@chacra/prisma";
import { CommandError } from "../command-error.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Settings } from "../settings.ts";
import { fill } from "./fill.ts";
import { withDatabase } from "./with-database.ts";

/** `chacra seed`: fills an empty database with the demo programme, migrating it first. */
export function runSeed({ location, scale }: Settings, options: { scale?: number; seed?: number }): Promise<ExitCode> {
  return withDatabase(location, async (database) => {
    await migrate(database.pool);
    const demo = await demoStatus(database);
    if (demo) {
      const message = `The database holds the demo already, at scale ${demo.scale} with seed ${demo.seed}. \`npm run chacra -- reset\` empties it.`;
      throw new CommandError(exitCodes.refused, message);
    }
    await fill(database, options.scale ?? scale, options.seed);
    return exitCodes.done;
  });
}
