import { migrate } from "@chacra/prisma";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Settings } from "../settings.ts";
import { fill } from "./fill.ts";
import { withDatabase } from "./with-database.ts";

/** `chacra seed`: fills an empty database with the demo programme, migrating it first. */
export function runSeed({ location, scale }: Settings, options: { scale?: number; seed?: number }): Promise<ExitCode> {
  return withDatabase(location, async (database) => {
    await migrate(database.pool);
    await fill(database, options.scale ?? scale, options.seed);
    return exitCodes.done;
  });
}
