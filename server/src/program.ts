import { Command, InvalidArgumentError } from "commander";
import { runMigrate, runMigrateStatus } from "./commands/migrate.ts";
import { runReset } from "./commands/reset.ts";
import { runSeed } from "./commands/seed.ts";
import { runServe } from "./commands/serve.ts";
import { type ExitCode, exitCodeHelp } from "./exit-codes.ts";
import { readScale, readSettings, type Settings, settingsHelp } from "./settings.ts";

/** The `chacra` command line. */
export function createProgram(): Command {
  const program = new Command("chacra")
    .description("The graph of Peru's alternative-development programme: its database and its GraphQL server.")
    .exitOverride()
    .showHelpAfterError("(add --help to see what can be given)")
    .addHelpText("after", `\n${settingsHelp}\n${exitCodeHelp}`);

  command(program, "serve", "make the database ready and answer over HTTP", "PORT=8080 npm run chacra -- serve").action(
    () => runServe(settings()),
  );

  command(program, "migrate", "bring the database up to the newest migration", "npm run chacra -- migrate --status")
    .option("--status", "list what is applied, pending or in conflict, and change nothing; exit code 3 unless current")
    .action(async ({ status }: { status?: true }) => {
      end(await (status ? runMigrateStatus : runMigrate)(settings()));
    });

  command(
    program,
    "seed",
    "fill an empty database with the demo programme",
    "npm run chacra -- seed --scale 0.01 --seed 7",
  )
    .option("--scale <number>", "size of the programme, from 0.001 to 100 (default: CHACRA_SCALE)", parseScale)
    .option(
      "--seed <number>",
      "whole number that the rows are drawn from; the same seed gives the same rows (default: 1)",
      parseSeed,
    )
    .action(async (options: { scale?: number; seed?: number }) => {
      end(await runSeed(settings(), options));
    });

  command(program, "reset", "take everything out of the database, after asking", "npm run chacra -- reset --yes")
    .option("--yes", "do not ask; needed where there is no terminal")
    .action(async (options: { yes?: true }) => {
      end(await runReset(settings(), options));
    });
  return program;
}

function command(program: Command, name: string, description: string, example: string): Command {
  return program
    .command(name)
    .description(description)
    .addHelpText("after", `\nExample:\n  ${example}\n${exitCodeHelp}`);
}

/** Ends at once: the schema engine leaves a timer of ten seconds behind, which Node would wait for. */
function end(exitCode: ExitCode): never {
  process.exit(exitCode);
}

function settings(): Settings {
  return readSettings(process.env);
}

function parseScale(text: string): number {
  const scale = readScale(text);
  if (scale === null) throw new InvalidArgumentError("It must be a number from 0.001 to 100.");
  return scale;
}

function parseSeed(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number from 0 to 999999999.");
  return Number(text);
}
