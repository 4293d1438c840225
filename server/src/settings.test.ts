import path from "node:path";
import { describe, expect, test } from "vitest";
import { CommandError } from "./command-error.ts";
import { describeLocation, readScale, readSettings } from "./settings.ts";

function complaint(env: NodeJS.ProcessEnv): string {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof CommandError && error.exitCode === 78) return error.message;
    throw error;
  }
  throw new Error("The settings were taken.");
}

describe("settings", () => {
  test("have a default each", () => {
    expect(readSettings({})).toEqual({
      port: 4000,
      host: "127.0.0.1",
      location: { dataDir: path.resolve(import.meta.dirname, "../../.chacra") },
      scale: 1,
      scaleIsExplicit: false,
      logLevel: "info",
      anonymous: "analyst",
      documents: "any",
      maxCost: 50_000,
      rateLimit: 1_000_000,
      trustedProxies: 0,
      statementTimeout: 15_000,
    });
  });

  test("come from the environment, where an empty variable is an absent one", () => {
    const url = "postgresql://chacra:secret@db.example:5433/chacra?sslmode=require";
    const env = {
      PORT: "0",
      HOST: "::1",
      DATABASE_URL: url,
      CHACRA_SCALE: "0.01",
      LOG_LEVEL: "silent",
      CHACRA_DATA_DIR: "",
    };
    expect(readSettings(env)).toMatchObject({
      port: 0,
      host: "::1",
      location: { url },
      scale: 0.01,
      scaleIsExplicit: true,
      logLevel: "silent",
    });
  });

  test("are strict for a database of one's own", () => {
    const url = "postgresql://chacra@db.example/chacra";
    expect(readSettings({ DATABASE_URL: url }).anonymous).toBe("public");
    expect(readSettings({ DATABASE_URL: url, CHACRA_ANONYMOUS: "none" }).anonymous).toBe("none");
    expect(complaint({ DATABASE_URL: url, CHACRA_ANONYMOUS: "analyst" })).toMatch(
      /^CHACRA_ANONYMOUS=analyst is for the demo/,
    );
  });

  test("that belong together come together", () => {
    const issuer = "https://issuer.example";
    const settings = readSettings({ CHACRA_OIDC_ISSUER: issuer, CHACRA_OIDC_AUDIENCE: "chacra" });
    expect(settings.issuer).toEqual({ issuer, audience: "chacra" });
    expect(complaint({ CHACRA_OIDC_ISSUER: issuer })).toMatch(/^CHACRA_OIDC_AUDIENCE is missing/);
    expect(complaint({ CHACRA_OIDC_AUDIENCE: "chacra" })).toMatch(/^CHACRA_OIDC_ISSUER is missing/);
  });

  test("a secret becomes 32 bytes, is long enough, and is not repeated", () => {
    const secret = "0123456789abcdef0123456789abcdef";
    expect(readSettings({ CHACRA_SECRET: secret }).secret).toHaveLength(32);
    expect(complaint({ CHACRA_SECRET: "hunter2" })).toMatch(/^CHACRA_SECRET is too short/);
    expect(complaint({ REDIS_URL: "http://:hunter2@redis" })).toMatch(/^REDIS_URL is not a Redis address/);
  });

  test("take a relative data directory from where the command runs", () => {
    expect(readSettings({ CHACRA_DATA_DIR: "data" }).location).toEqual({ dataDir: path.resolve("data") });
  });

  test.each([
    [{ PORT: "http" }, "PORT=http is not a port"],
    [{ PORT: "65536" }, "PORT=65536 is not a port"],
    [{ PORT: "-1" }, "PORT=-1 is not a port"],
    [{ PORT: "80.5" }, "PORT=80.5 is not a port"],
    [{ HOST: "my host" }, "HOST=my host is not an address"],
    [{ CHACRA_ANONYMOUS: "steward" }, "CHACRA_ANONYMOUS=steward is not public, analyst or none"],
    [
      { CHACRA_OIDC_ISSUER: "http://issuer.example", CHACRA_OIDC_AUDIENCE: "x" },
      "CHACRA_OIDC_ISSUER=http://issuer.example is not an https address",
    ],
    [{ CHACRA_MAX_COST: "0" }, "CHACRA_MAX_COST=0 is not a number of objects"],
    [{ CHACRA_STATEMENT_TIMEOUT: "1h" }, "CHACRA_STATEMENT_TIMEOUT=1h is not a number of seconds"],
    [{ CHACRA_SCALE: "0" }, "CHACRA_SCALE=0 is not a scale"],
    [{ CHACRA_SCALE: "101" }, "CHACRA_SCALE=101 is not a scale"],
    [{ CHACRA_SCALE: "1e1" }, "CHACRA_SCALE=1e1 is not a scale"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL=loud is not a log level: one of trace, debug, info"],
    [{ CHACRA_SCALES: "1" }, "CHACRA_SCALES is not a setting of Chacra; there are PORT, HOST"],
  ])("%j is refused in one line that names the variable", (env, start) => {
    const line = complaint(env);
    expect(line).toContain(start);
    expect(line).not.toContain("\n");
  });

  test.each(["mysql://root:hunter2@localhost/x", "localhost:5432/x?password=hunter2", "hunter2"])(
    "a DATABASE_URL of another kind is refused and not repeated: it may hold a password",
    (url) => {
      const line = complaint({ DATABASE_URL: url });
      expect(line).toMatch(/^DATABASE_URL is not a PostgreSQL address/);
      expect(line).not.toContain("hunter2");
    },
  );

  test("complain of every wrong variable at once", () => {
    expect(complaint({ PORT: "x", LOG_LEVEL: "y" }).split("\n")).toHaveLength(2);
  });
});

test("a location is described without user, password and parameters", () => {
  const url = "postgres://chacra:hunter2@db.example:5433/chacra?password=hunter2";
  expect(describeLocation({ url })).toBe("PostgreSQL at db.example:5433/chacra");
});

test("a scale on the command line follows the rule of CHACRA_SCALE", () => {
  expect(["0.001", "2", "100", "0.0001", "x", ""].map(readScale)).toEqual([0.001, 2, 100, null, null, null]);
});
