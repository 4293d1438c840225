import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Database, fillDemo } from "@chacra/prisma";
import { testLocations } from "@chacra/prisma/testing";
import { costOf, defaultLimits, schema, viewerOf } from "@chacra/schema";
import { query } from "@chacra/schema/testing";
import { getOperationAST, parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import themes from "../server/explorer/gallery/themes.json" with { type: "json" };
import { readQuestion } from "../server/explorer/src/gallery/questions.ts";
import { sdkCode } from "../server/explorer/src/sdk-code/sdk-code.ts";
import { tablesOf } from "../server/src/export/table.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const questions = globSync("server/explorer/gallery/*/*.graphql", { cwd: root })
  .sort()
  .map((path) => ({ path, ...readQuestion(path.replaceAll("\\", "/"), readFileSync(root + path, "utf8")) }));
const nameOf = (text: string) => getOperationAST(parse(text))?.name?.value ?? "";

describe("the gallery of the explorer", () => {
  test("has many questions, each under a theme and a name of its own", () => {
    expect(questions.length).toBeGreaterThanOrEqual(40);
    expect(new Set(questions.map(({ query: text }) => nameOf(text))).size).toBe(questions.length);
    expect(new Set(questions.map(({ theme }) => theme))).toEqual(new Set(themes.map(({ folder }) => folder)));
  });

  test.each(questions)(
    "$path fits the schema, is cheap, and is put in English and Spanish",
    ({ query: text, title }) => {
      const document = parse(text);
      expect(validate(schema, document)).toEqual([]);
      expect(costOf(schema, document, undefined, {})?.cost).toBeLessThan(defaultLimits.cost);
      expect(title.en).toMatch(/^[A-Z][^¿]+\?$/);
      expect(title.es).toMatch(/^[A-ZÁÉÍÓÚ¿].*¿.+\?$|^¿.+\?$/);
    },
  );

  test.each(questions)("$path holds one list, so that it can be a table and a file", ({ query: text }) => {
    const tables = tablesOf({ schema, document: parse(text), operationName: undefined, variableValues: {} });
    expect(tables).toHaveLength(1);
    expect(tables[0]?.columns.length).toBeGreaterThan(1);
  });
});

describe.each(testLocations())("the gallery's questions on $name", ({ openMigrated }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
    await fillDemo(database, { scale: 0.001, seed: 1 });
  });
  afterAll(() => database.close());

  test.each(questions)("$path is answered with rows to an analyst", async ({ query: text }) => {
    const data = await query(database, text, {}, viewerOf("analyst"));
    const [table] = tablesOf({ schema, document: parse(text), operationName: undefined, variableValues: {} });
    const path = [...(table?.path ?? []), ...(table?.rowPath ?? [])];
    expect(path.reduce((value, key) => value[key], data).length).toBeGreaterThan(0);
  });
});

test("each question is a program of the SDK that compiles", () => {
  const folder = new URL("../sdk/src/generated/gallery/", import.meta.url);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { query: text } of questions) {
    const code = sdkCode({ url: "http://127.0.0.1:4000/graphql", query: text });
    // The result of a document that the SDK cannot read is unknown.
    writeFileSync(new URL(`${nameOf(text)}.ts`, folder), `${code}data satisfies object;\nexport {};\n`);
  }
  writeFileSync(
    new URL("tsconfig.json", folder),
    JSON.stringify({ extends: "../../../tsconfig.json", include: ["."] }),
  );
  const compiler = fileURLToPath(new URL("../sdk/node_modules/.bin/tsc", import.meta.url));
  const { stdout, status } = spawnSync(compiler, ["-p", fileURLToPath(folder)], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  expect([status, stdout]).toEqual([0, ""]);
});
