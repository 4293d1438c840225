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
    expect(readSettings(env)).toEqual({
      port: 0,
      host: "::1",
      location: { url },
      scale: 0.01,
      scaleIsExplicit: true,
      logLevel: "silent",
    });
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
