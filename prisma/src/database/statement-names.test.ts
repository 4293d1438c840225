import { expect, test } from "vitest";
import { MOST_NAMES, StatementNames } from "./statement-names.ts";

test("a statement gets its name when it comes again, and keeps it", () => {
  const names = new StatementNames();
  expect(names.of("SELECT 1")).toBeUndefined();
  const name = names.of("SELECT 1");
  expect(name).toMatch(/^chacra_\d+$/);
  expect(names.of("SELECT 1")).toBe(name);
});

test("no name is given twice, however many statements come, and few are kept", () => {
  const names = new StatementNames();
  const given = new Set<string>();
  for (let i = 0; i < 10 * MOST_NAMES; i += 1) {
    names.of(`SELECT ${i}`);
    given.add(names.of(`SELECT ${i}`) ?? "");
  }
  expect(given.size).toBe(10 * MOST_NAMES);
  // The first has been forgotten, so that it is met as for the first time.
  expect(names.of("SELECT 0")).toBeUndefined();
});

test("texts without end that come once each are not kept", () => {
  const names = new StatementNames();
  const long = "x".repeat(100_000);
  for (let i = 0; i < 1_000; i += 1) expect(names.of(`${long}${i}`)).toBeUndefined();
  expect(names.of(`${long}0`)).toBeUndefined();
});
