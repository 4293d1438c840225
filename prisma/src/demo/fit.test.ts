import { expect, test } from "vitest";
import { fitToTotal } from "./fit.ts";

const sum = (numbers: Float64Array) => numbers.reduce((total, number) => total + number, 0);

test("integers in proportion to the weights sum to the total exactly", async () => {
  const weights = Float64Array.from({ length: 1_000 }, (_, index) => 1 + Math.sin(index) ** 2);
  const fitted = await fitToTotal({ weights, total: 9_213_218_300 });
  expect(sum(fitted)).toBe(9_213_218_300);
  const scale = 9_213_218_300 / sum(weights);
  for (const [index, value] of fitted.entries()) {
    expect(Number.isInteger(value)).toBe(true);
    expect(Math.abs(value - (weights[index] ?? 0) * scale)).toBeLessThan(2);
  }
});

test("no integer leaves its bounds, and the others take what it cannot", async () => {
  const fitted = await fitToTotal({
    weights: Float64Array.of(100, 1, 1, 0),
    total: 31,
    least: 1,
    most: Int32Array.of(10, 30, 30, 30),
  });
  expect([...fitted]).toEqual([10, 10, 10, 1]);
});

test("a weight of zero gets nothing", async () => {
  const fitted = await fitToTotal({ weights: Float64Array.of(0, 1, 0, 1, 0), total: 3 });
  expect([...fitted]).toEqual([0, 2, 0, 1, 0]);
});

test("a total that the bounds have no room for is refused", async () => {
  const weights = Float64Array.of(1, 1);
  await expect(fitToTotal({ weights, total: 21, most: Int32Array.of(10, 10) })).rejects.toThrow(RangeError);
  await expect(fitToTotal({ weights, total: 1, least: 1 })).rejects.toThrow("leave -1 of the total of 1 without room");
});
