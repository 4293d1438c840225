import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exitCodes } from "./exit-codes.ts";
import { readSettings, settingsHelp } from "./settings.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const root = new URL("../..", import.meta.url).pathname;

/** The codes in a table of the README: what stands in backticks, or bare, in the first column. */
function firstColumn(heading: string): string[] {
  const [, table = ""] = new RegExp(`\\n\\| ${heading} \\|.*\\n\\|[-|]+\\n((?:\\|.*\\n)+)`).exec(readme) ?? [];
  return table.split("\n").flatMap((row) => (row.split("|")[1] ?? "").match(/\w[\w-]*/g) ?? []);
}

test("the README's errors are those of the code, and no others", () => {
  const files = globSync(
    "{server/src/{http,access,limits,export}/*,schema/src/{errors,access/forbidden,limits/limits}}.ts",
    {
      cwd: root,
    },
  );
  const code = files.filter((file) => !file.endsWith(".test.ts")).map((file) => readFileSync(root + file, "utf8"));
  const written =
    code.join("\n").match(/(?<=")(?!ERR_)([A-Z]+(_[A-Z]+)+|INTERNAL|FORBIDDEN|TIMEOUT|UNAUTHENTICATED)(?=")/g) ?? [];
  const byYoga = ["BAD_REQUEST", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"];
  expect(firstColumn("code").sort()).toEqual([...new Set([...written, ...byYoga])].sort());
});

test("the README and the help list the settings that there are", () => {
  const settings = firstColumn("variable");
  for (const name of settings) expect(settingsHelp).toContain(`  ${name} `);
  expect(() => readSettings({ CHACRA_X: "" })).not.toThrow();
  expect(() => readSettings({ CHACRA_X: "1" })).toThrow(`there are ${settings.join(", ")}`);
});

test("the README's exit codes are those of the command", () => {
  expect(firstColumn("exit code").map(Number)).toEqual(Object.values(exitCodes));
});
