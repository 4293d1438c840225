import { expect, test } from "vitest";
import { sortByKey } from "./sort.ts";

test("values are put in order of their keys and keep their order where the keys are alike", async () => {
  const values = Int32Array.of(53, 11, 42, 31, 22, 51);
  const sorted = await sortByKey(values, 6, (value) => Math.floor(value / 10));
  expect([...sorted]).toEqual([11, 22, 31, 42, 53, 51]);
});
