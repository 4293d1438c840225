import path from "node:path";
import { fileURLToPath } from "node:url";

import { z } from "zod";
import { CommandError } from "./command-error.ts";
import { exitCodes } from "./exit-codes.ts";

const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** What the environment says, checked. */
export interface Settings {
  port: number;
  host: string;
  /** Where the data is: a PostgreSQL when DATABASE_URL is set, else the embedded database in its directory. */
  location: { url: string } | { dataDir: string };
  scale: number;
  /** Whether CHACRA_SCALE was set, rather than left at its default. */
  scaleIsExplicit: boolean;
  logLevel: (typeof logLevels)[number];
}

/** A number as people write one: not "", "1e3", "0x10" or " 7". */
function number(minimum: number, maximum: number, pattern: RegExp, message: string) {
  return z
    .string()
    .refine((text) => pattern.test(text) && Number(text) >= minimum && Number(text) <= maximum, message)
    .transform(Number);
}

const scale = number(0.001, 100, /^\d{1,3}(\.\d+)?$/, "is not a scale: a number from 0.001 to 100, such as 1 or 0.01");

const environment = z.object({
  PORT: number(0, 65_535, /^\d{1,5}$/, "is not a port: a whole number from 0 (any free port) to 65535").default(4000),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, "is not an address to listen on, such as 127.0.0.1 or 0.0.0.0")
    .default("127.0.0.1"),
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, "is not a PostgreSQL address, such as postgresql://user:password@localhost:5432/chacra")
    .optional(),
  CHACRA_DATA_DIR: z.string().optional(),
  CHACRA_SCALE: scale.optional(),
  LOG_LEVEL: z.enum(logLevels, `is not a log level: one of ${logLevels.join(", ")}`).default("info"),
});

/** The settings as the help of `chacra` lists them. */
export const settingsHelp = `
Settings (environment variables):
  PORT             port to listen on; 0: any free one (4000)
  HOST             address to listen on (127.0.0.1)
  DATABASE_URL     PostgreSQL to use, postgresql://...; absent: the embedded database
  CHACRA_DATA_DIR  directory of the embedded database (.chacra in the project)
  CHACRA_SCALE     size of the demo programme, from 0.001 to 100 (1)
  LOG_LEVEL        ${logLevels.join(", ")} (info)`.trim();

/** Variables whose value may hold a password and is never repeated. */
const secret = new Set(["DATABASE_URL"]);

/**
 * Reads the settings; an empty variable counts as absent.
 *
 * @throws {CommandError} with exit code 78 and one line for each wrong variable
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const known = Object.keys(environment.shape);
  const unknown = Object.keys(given).filter((name) => name.startsWith("CHACRA_") && !known.includes(name));
  const parsed = environment.safeParse(given);
  const complaints = unknown.map((name) => `${name} is not a setting of Chacra; there are ${known.join(", ")}`);
  for (const {
    path: [name],
    message,
  } of parsed.error?.issues ?? []) {
    const variable = String(name);
    complaints.push(`${variable}${secret.has(variable) ? "" : `=${given[variable]}`} ${message}`);
  }
  if (complaints.length > 0 || !parsed.data) throw new CommandError(exitCodes.badSetting, complaints.join("\n"));
  const { PORT, HOST, DATABASE_URL, CHACRA_DATA_DIR, CHACRA_SCALE, LOG_LEVEL } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    location: DATABASE_URL ? { url: DATABASE_URL } : { dataDir: dataDirectory(CHACRA_DATA_DIR) },
    scale: CHACRA_SCALE ?? 1,
    scaleIsExplicit: CHACRA_SCALE !== undefined,
    logLevel: LOG_LEVEL,
  };
}

/** Reads a scale given on the command line by the same rule as CHACRA_SCALE; null when it is none. */
export function readScale(text: string): number | null {
  return scale.safeParse(text).data ?? null;
}

/** Where the data is, for people: never with user, password or parameters. */
export function describeLocation(location: Settings["location"]): string {
  if ("dataDir" in location) return `the embedded database in ${location.dataDir}`;
  const { host, pathname } = new URL(location.url);
  return `PostgreSQL at ${host}${pathname}`;
}

/** A relative path is taken from where the command runs; the default lies in the project, wherever that is. */
function dataDirectory(given: string | undefined): string {
  return given ? path.resolve(given) : path.join(projectRoot, ".chacra");
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && ["postgres:", "postgresql:"].includes(new URL(text).protocol);
}
