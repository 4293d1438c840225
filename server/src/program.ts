import { type Role, roles } from "@chacra/schema/viewer";
import { Command, InvalidArgumentError } from "commander";
import { type AuditOptions, runAudit } from "./commands/audit.ts";
import { type KeyOptions, runKeyCreate, runKeyList, runKeyRevoke } from "./commands/key.ts";
import { runMigrate, runMigrateStatus } from "./commands/migrate.ts";
import { type QueryOptions, runQuery } from "./commands/query.ts";
import { runReset } from "./commands/reset.ts";
import { runSeed } from "./commands/seed.ts";
import { runServe } from "./commands/serve.ts";
import { type ExitCode, exitCodeHelp } from "./exit-codes.ts";
import { type Format, formats, isFormat } from "./export/format.ts";
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

  const key = group(program, "key", "make, list and revoke keys for programs");
  command(
    key,
    "create",
    "make a key and show it, this once",
    'npm run chacra -- key create --role analyst --label "Maps of 2026"',
  )
    .requiredOption("--role <role>", `what its bearer may do: ${roles.join(", ")}`, parseRole)
    .requiredOption("--label <text>", "what the key is for, for people")
    .option("--partner <name>", "of a partner: whose app it is")
    .option("--regions <ubigeos>", "of a partner: codes of its regions, such as 22,10", (text) => text.split(","))
    .option("--purpose <text>", "what the data is for; stands in the audit log")
    .option("--expires <when>", "a day, or a number of days such as 90d", parseExpiry, parseExpiry("365d"))
    .action(async (options: KeyOptions) => end(await runKeyCreate(settings(), options)));
  command(key, "list", "list the keys, never themselves", "npm run chacra -- key list --search demo")
    .option("--search <text>", "only keys whose prefix begins with it, or whose label or partner holds it")
    .action(async ({ search }: { search?: string }) => end(await runKeyList(settings(), search)));
  command(key, "revoke", "end a key, within a second", "npm run chacra -- key revoke 1f2e3d4c")
    .argument("<prefix>", "the key's open part")
    .action(async (prefix: string) => end(await runKeyRevoke(settings(), prefix)));

  const documents = group(program, "documents", "register and list trusted documents");
  command(
    documents,
    "register",
    "let operations be asked for by their hash",
    "npm run chacra -- documents register --client dashboard queries/*.graphql",
  )
    .argument("<files...>", ".graphql files, or .json manifests from hashes to texts")
    .requiredOption("--client <name>", "the app that they are for")
    .action(async (files: string[], { client }: { client: string }) => {
      // The graph takes a while to load, for which no other command should wait.
      const { runDocumentsRegister } = await import("./commands/documents.ts");
      end(await runDocumentsRegister(settings(), files, client));
    });
  command(documents, "list", "list the registered documents", "npm run chacra -- documents list").action(async () => {
    const { runDocumentsList } = await import("./commands/documents.ts");
    end(await runDocumentsList(settings()));
  });

  command(
    program,
    "query",
    "ask a running server, and write the answer as a file of rows",
    "npm run chacra -- query farms.graphql --format csv --out farms.csv",
  )
    .argument("<file>", "a .graphql file with one query; - for standard input")
    .option(
      "--format <format>",
      `${Object.keys(formats).join(", ")} (default: by the name of --out, else json)`,
      parseFormat,
    )
    .option("--out <file>", "where to write it (default: standard output)")
    .option("--variables <json>", "values of the query's variables", parseVariables)
    .option("--operation <name>", "which of the file's operations to run, where there are several")
    .option("--purpose <text>", "what the data is for; a steward needs one to read names")
    .option("--url <address>", "the /graphql of another server than that of these settings", parseUrl)
    .action(async (file: string, options: QueryOptions) => end(await runQuery(settings(), file, options)));

  command(program, "audit", "list who read names and national ids", "npm run chacra -- audit --since 2026-11-01")
    .option("--since <day>", "only from this day on", parseDay)
    .option("--viewer <id>", "only by this caller, such as key:1f2e3d4c")
    .option("--record <number>", "only of the person with this number in the database", parseWhole)
    .option("--limit <number>", "how many entries", parseWhole, 100)
    .action(async (options: AuditOptions) => end(await runAudit(settings(), options)));
  return program;
}

function group(program: Command, name: string, description: string): Command {
  return program.command(name).description(description).showHelpAfterError("(add --help to see what can be given)");
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

function parseRole(text: string): Role {
  const role = roles.find((known) => known === text);
  if (!role) throw new InvalidArgumentError(`It must be one of ${roles.join(", ")}.`);
  return role;
}

function parseFormat(text: string): Format {
  if (!isFormat(text)) throw new InvalidArgumentError(`It must be one of ${Object.keys(formats).join(", ")}.`);
  return text;
}

function parseVariables(text: string): Record<string, unknown> {
  try {
    const variables: unknown = JSON.parse(text);
    if (typeof variables === "object" && variables !== null && !Array.isArray(variables)) {
      return variables as Record<string, unknown>;
    }
  } catch {
    // Said below, without the text, which may hold a person's data.
  }
  throw new InvalidArgumentError('It must be a JSON object such as {"ubigeo": "22"}.');
}

function parseUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new InvalidArgumentError("It must be an address such as https://example.org/graphql.");
  }
  return text;
}

/** A day stands for its end, in UTC. */
function parseExpiry(text: string): Date {
  const [, days] = /^(\d{1,4})d$/.exec(text) ?? [];
  if (days) return new Date(Date.now() + Number(days) * 86_400_000);
  return new Date(parseDay(text).getTime() + 86_400_000 - 1);
}

function parseDay(text: string): Date {
  const day = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text))
    return day;
  throw new InvalidArgumentError("It must be a day such as 2026-11-30.");
}

function parseWhole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}

function parseSeed(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number from 0 to 999999999.");
  return Number(text);
}
