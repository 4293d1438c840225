import { existsSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Environment, run, temporaryDirectory } from "./server-process.ts";

const { dataDir, remove } = temporaryDirectory();
const environment = { CHACRA_DATA_DIR: dataDir, CHACRA_SCALE: "0.001" };
afterAll(remove);

describe("help", () => {
  test.each([["--help"], ["serve", "--help"], ["migrate", "--help"], ["seed", "--help"], ["reset", "--help"]])(
    "chacra %s %s tells the exit codes and ends with 0",
    async (...args) => {
      const { code, stdout } = await run(args, {});
      expect([code, stdout]).toEqual([0, expect.stringMatching(/Exit codes:\n +0 +done.* 78 +a setting/s)]);
      expect(stdout).toContain(args.length > 1 ? "Example:\n  " : "CHACRA_SCALE");
    },
  );

  test.each([
    [[]],
    [["sow"]],
    [["seed", "--scale", "1000"]],
    [["seed", "--seed", "x"]],
    [["migrate", "--force"]],
    [["serve", "now"]],
  ])("wrong usage (%j) ends with 2", async (args) => {
    const { code, stderr } = await run(args, {});
    expect([code, stderr]).toEqual([2, expect.stringMatching(/help/)]);
  });
});

test.each<Environment>([
  { PORT: "http" },
  { HOST: "no host" },
  { DATABASE_URL: "mysql://root:hunter2@localhost" },
  { CHACRA_SCALE: "0" },
  { LOG_LEVEL: "loud" },
  { CHACRA_DATADIR: "x" },
])("a wrong setting (%j) is one line with its name, and 78", async (wrong) => {
  const { code, stdout, stderr } = await run(["serve"], wrong);
  expect([code, stdout]).toEqual([78, ""]);
  expect(stderr).toMatch(new RegExp(`^${Object.keys(wrong)[0]}\\b[^\\n]+\\n$`));
  expect(stderr).not.toContain("hunter2");
});

test("a database that does not answer is one line without the password, and 69", async () => {
  const { code, stderr } = await run(["migrate"], { DATABASE_URL: "postgresql://chacra:hunter2@127.0.0.1:1/chacra" });
  expect([code, stderr]).toEqual([69, expect.stringMatching(/^The database does not answer [^\n]+\n$/)]);
  expect(stderr).not.toContain("hunter2");
});

describe("a database from its making to its end", () => {
  const steps: { name: string; args: string[]; code: number; says: RegExp; there?: boolean }[] = [
    {
      name: "migrate --status names what is pending and makes nothing",
      args: ["migrate", "--status"],
      code: 3,
      says: /pending +\d{14}_/,
      there: false,
    },
    { name: "reset has nothing to do", args: ["reset", "--yes"], code: 0, says: /^Nothing to do/, there: false },
    { name: "migrate applies it", args: ["migrate"], code: 0, says: /^Applied to the embedded database/ },
    { name: "migrate again has nothing to do", args: ["migrate"], code: 0, says: /^Nothing to do/ },
    { name: "migrate --status is content", args: ["migrate", "--status"], code: 0, says: /applied +\d{14}_/ },
    { name: "seed fills it", args: ["seed", "--seed", "7"], code: 0, says: /rows in/ },
    { name: "seed refuses to fill it twice", args: ["seed"], code: 2, says: /reset/ },
    { name: "reset asks, and nobody answers", args: ["reset"], code: 2, says: /add --yes. Nothing was changed/ },
    {
      name: "reset --yes deletes it",
      args: ["reset", "--yes"],
      code: 0,
      says: /^Deleted the embedded database/,
      there: false,
    },
  ];
  test.each(steps)("$name", async ({ args, code, says, there = true }) => {
    const ended = await run(args, environment);
    expect([ended.code, ended.stdout + ended.stderr]).toEqual([code, expect.stringMatching(says)]);
    expect(existsSync(path.join(dataDir, "pgdata"))).toBe(there);
  });
});
