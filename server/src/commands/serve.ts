import { setFlagsFromString } from "node:v8";
import { type Database, demoStatus, migrate, migrationStatus, openDatabase } from "@chacra/prisma";
import { demoKeys } from "../access/demo-keys.ts";
import { CommandError } from "../command-error.ts";
import { exitCodes } from "../exit-codes.ts";
import { createLogger } from "../logger.ts";
import type { Settings } from "../settings.ts";
import { closeOnSignals } from "../shutdown.ts";
import { fill } from "./fill.ts";
import { welcome } from "./welcome.ts";

/** `chacra serve`: makes the database ready, then answers over HTTP until a signal comes. */
export async function runServe(settings: Settings): Promise<void> {
  if ("url" in settings.location && !settings.secret) {
    throw new CommandError(
      exitCodes.badSetting,
      "CHACRA_SECRET is missing: pseudonyms and cursors are sealed with it. Make one with `openssl rand -base64 32`, and keep it: with another, partners' pseudonyms change.",
    );
  }
  // Left alone, V8 lets garbage pile up to four times what lives before it clears it away; long files make much of it.
  setFlagsFromString("--heap-growing-percent=50");
  const logger = createLogger(settings.logLevel);
  // The graph takes as long to load as the database takes to open: both at once.
  const [database, { startServer }] = await Promise.all([
    openDatabase(settings.location, { statementTimeout: settings.statementTimeout }),
    import("../start-server.ts"),
  ]);
  try {
    await prepare(database, settings);
    const server = await startServer({ database, settings, logger });
    closeOnSignals(logger, async () => {
      await server.close();
      await database.close();
    });
    logger.info({ url: server.url, database: database.kind }, "listening");
    const keys = database.kind === "embedded" ? await demoKeys(database.prisma) : undefined;
    process.stderr.write(welcome(server.url, keys));
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The embedded database is ours to migrate and fill; a PostgreSQL belongs to its operator and is only ever begun. */
async function prepare(database: Database, settings: Settings): Promise<void> {
  if (database.kind === "postgresql") {
    const { applied, pending } = await migrationStatus(database.pool);
    if (applied.length > 0 && pending.length > 0) {
      const message = `The database lacks ${pending.length} migration(s): ${pending.join(", ")}. Run \`npm run chacra -- migrate\`, then start again.`;
      throw new CommandError(exitCodes.refused, message);
    }
  }
  await migrate(database.pool);
  const demo = await demoStatus(database);
  if (!demo && database.kind === "embedded") return fill(database, settings.scale);
  if (!demo) return say("The database holds no demo programme; `npm run chacra -- seed` fills it when it is empty.");
  if (settings.scaleIsExplicit && demo.scale !== settings.scale) {
    say(
      `The database holds the demo at scale ${demo.scale}, not CHACRA_SCALE=${settings.scale}; \`npm run chacra -- reset\` empties it.`,
    );
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
