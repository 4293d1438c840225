import { createHash } from "node:crypto";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { z } from "zod";
import type { IssuerSettings } from "./access/token.ts";
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
  /** What a caller without credentials is; `none`: refused. */
  anonymous: "public" | "analyst" | "none";
  /** What pseudonyms and cursors are sealed with, 32 bytes; absent: the key that the database keeps. */
  secret?: Uint8Array;
  /** Whose tokens are taken beside keys. */
  issuer?: IssuerSettings;
  /** Whether operations that are not registered run as well. */
  documents: "any" | "trusted";
  /** The costliest operation that runs, in objects. */
  maxCost: number;
  /** What a caller with a key may ask for in a minute, in objects. */
  rateLimit: number;
  /** Where several servers share their callers' budgets. */
  redisUrl?: string;
  /** How many proxies stand in front, each of which adds to X-Forwarded-For. */
  trustedProxies: number;
  /** How long a statement may take, in milliseconds. */
  statementTimeout: number;
  /** What `chacra query` asks with. */
  key?: string;
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
  CHACRA_SECRET: z
    .string()
    .min(32, "is too short: 32 characters at least, such as `openssl rand -base64 32` gives")
    .optional(),
  CHACRA_ANONYMOUS: z.enum(["public", "analyst", "none"], "is not public, analyst or none").optional(),
  CHACRA_DOCUMENTS: z.enum(["any", "trusted"], "is not any or trusted").default("any"),
  CHACRA_MAX_COST: number(1, 1e9, /^\d{1,10}$/, "is not a number of objects, such as 50000").default(50_000),
  CHACRA_RATE_LIMIT: number(1, 1e12, /^\d{1,12}$/, "is not a number of objects a minute, such as 1000000").default(
    1_000_000,
  ),
  CHACRA_TRUSTED_PROXIES: number(0, 10, /^\d{1,2}$/, "is not a number of proxies, from 0 to 10").default(0),
  CHACRA_STATEMENT_TIMEOUT: number(1, 3_600, /^\d{1,4}$/, "is not a number of seconds, from 1 to 3600").default(15),
  REDIS_URL: z
    .string()
    .refine(
      (text) => URL.canParse(text) && /^rediss?:$/.test(new URL(text).protocol),
      "is not a Redis address, such as redis://localhost:6379",
    )
    .optional(),
  CHACRA_OIDC_ISSUER: z
    .string()
    .refine(isSafeUrl, "is not an https address, or an http one of this machine")
    .optional(),
  CHACRA_OIDC_AUDIENCE: z.string().optional(),
  CHACRA_OIDC_JWKS_URL: z
    .string()
    .refine(isSafeUrl, "is not an https address, or an http one of this machine")
    .optional(),
  CHACRA_KEY: z.string().optional(),
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
  CHACRA_SECRET    what pseudonyms and cursors are sealed with, 32 characters or more; needed to serve a PostgreSQL
  CHACRA_ANONYMOUS what callers without a key are: public, analyst or none (embedded: analyst; PostgreSQL: public)
  CHACRA_DOCUMENTS any: every operation runs; trusted: registered documents only (any)
  CHACRA_MAX_COST  the costliest operation that runs, in objects (50000)
  CHACRA_RATE_LIMIT what a caller may ask for in a minute, in objects; the public a quarter (1000000)
  CHACRA_TRUSTED_PROXIES how many proxies in front add to X-Forwarded-For (0)
  CHACRA_STATEMENT_TIMEOUT how long an SQL statement may take, in seconds; PostgreSQL only (15)
  REDIS_URL        where several servers share their callers' budgets, redis://...
  CHACRA_OIDC_ISSUER whose tokens are taken beside keys, https://...
  CHACRA_OIDC_AUDIENCE the audience that such tokens must name
  CHACRA_OIDC_JWKS_URL where the issuer's keys are (by discovery)
  CHACRA_KEY       the key that \`chacra query\` asks with (none)
  LOG_LEVEL        ${logLevels.join(", ")} (info)`.trim();

/** Variables whose value may hold a password and is never repeated. */
const secret = new Set(["DATABASE_URL", "CHACRA_KEY", "CHACRA_SECRET", "REDIS_URL"]);

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
  complaints.push(...contradictions(given));
  if (complaints.length > 0 || !parsed.data) throw new CommandError(exitCodes.badSetting, complaints.join("\n"));
  const { PORT, HOST, DATABASE_URL, CHACRA_DATA_DIR, CHACRA_SCALE, LOG_LEVEL } = parsed.data;
  const { CHACRA_SECRET, CHACRA_ANONYMOUS, CHACRA_OIDC_ISSUER, CHACRA_OIDC_AUDIENCE, CHACRA_OIDC_JWKS_URL } =
    parsed.data;
  return {
    port: PORT,
    host: HOST,
    location: DATABASE_URL ? { url: DATABASE_URL } : { dataDir: dataDirectory(CHACRA_DATA_DIR) },
    scale: CHACRA_SCALE ?? 1,
    scaleIsExplicit: CHACRA_SCALE !== undefined,
    logLevel: LOG_LEVEL,
    // The demo is synthetic, so that everyone may look at it closely; a database of one's own shows only what is open.
    anonymous: CHACRA_ANONYMOUS ?? (DATABASE_URL ? "public" : "analyst"),
    secret: CHACRA_SECRET ? Uint8Array.from(createHash("sha256").update(CHACRA_SECRET).digest()) : undefined,
    documents: parsed.data.CHACRA_DOCUMENTS,
    maxCost: parsed.data.CHACRA_MAX_COST,
    rateLimit: parsed.data.CHACRA_RATE_LIMIT,
    redisUrl: parsed.data.REDIS_URL,
    trustedProxies: parsed.data.CHACRA_TRUSTED_PROXIES,
    key: parsed.data.CHACRA_KEY,
    statementTimeout: parsed.data.CHACRA_STATEMENT_TIMEOUT * 1_000,
    issuer:
      CHACRA_OIDC_ISSUER && CHACRA_OIDC_AUDIENCE
        ? { issuer: CHACRA_OIDC_ISSUER, audience: CHACRA_OIDC_AUDIENCE, jwksUrl: CHACRA_OIDC_JWKS_URL }
        : undefined,
  };
}

/** Settings that are wrong together. */
function contradictions(given: Record<string, string | undefined>): string[] {
  const wrong: string[] = [];
  if (given.DATABASE_URL && given.CHACRA_ANONYMOUS === "analyst") {
    wrong.push(
      "CHACRA_ANONYMOUS=analyst is for the demo: with DATABASE_URL it would show families' records to everyone",
    );
  }
  if (given.CHACRA_OIDC_ISSUER && !given.CHACRA_OIDC_AUDIENCE) {
    wrong.push("CHACRA_OIDC_AUDIENCE is missing: without it tokens that were made for others would be taken");
  }
  if (!given.CHACRA_OIDC_ISSUER && (given.CHACRA_OIDC_AUDIENCE || given.CHACRA_OIDC_JWKS_URL)) {
    wrong.push("CHACRA_OIDC_ISSUER is missing: it says whose tokens are taken");
  }
  return wrong;
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

function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname));
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && ["postgres:", "postgresql:"].includes(new URL(text).protocol);
}
