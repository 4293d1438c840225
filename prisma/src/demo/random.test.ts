import { expect, test } from "vitest";
import { chooseExactly, cumulative, Mix, randomStreams } from "./random.ts";

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw);
const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

test("a stream begins alike every time and unlike every other", () => {
  const streams = randomStreams(7);
  const first = streams("farms");
  const again = streams("farms");
  const other = streams("plots");
  const reference = draws(20, () => first.uniform());
  expect(draws(20, () => again.uniform())).toEqual(reference);
  expect(draws(20, () => other.uniform())).not.toEqual(reference);
  const otherSeed = randomStreams(8)("farms");
  expect(draws(20, () => otherSeed.uniform())).not.toEqual(reference);
});

test("normal draws have mean 0 and deviation 1", () => {
  const random = randomStreams(1)("farms");
  const normals = draws(50_000, () => random.normal());
  expect(mean(normals)).toBeCloseTo(0, 1);
  expect(mean(normals.map((value) => value ** 2))).toBeCloseTo(1, 1);
});

test("shares stay between 0 and 1 around their centre", () => {
  const random = randomStreams(1)("farms");
  const shares = draws(20_000, () => random.share(0.8, 1));
  expect(Math.min(...shares)).toBeGreaterThan(0);
  expect(Math.max(...shares)).toBeLessThan(1);
  expect(shares.filter((share) => share < 0.8).length / shares.length).toBeCloseTo(0.5, 1);
});

test("an index is drawn as often as its weight says, and never one without weight", () => {
  const random = randomStreams(1)("farms");
  const sums = cumulative([1, 0, 3]);
  const indexes = draws(20_000, () => random.index(sums));
  expect(indexes).not.toContain(1);
  expect(indexes.filter((index) => index === 2).length / indexes.length).toBeCloseTo(0.75, 1);
});

test("exactly as many are chosen as wanted, in order, and all when there are too few", () => {
  const random = randomStreams(1)("farms");
  const chosen = [...chooseExactly(random, 40, 100)];
  expect(chosen).toHaveLength(40);
  expect(new Set(chosen).size).toBe(40);
  expect(chosen).toEqual(chosen.toSorted((a, b) => a - b));
  expect([...chooseExactly(random, 9, 3)]).toEqual([0, 1, 2]);
});

test("a mix gives each of its values once before it follows the weights", () => {
  const random = randomStreams(1)("farms");
  const mix = new Mix(["rare", 0], ["usual", 1]);
  expect([mix.draw(random), mix.draw(random)]).toEqual(["rare", "usual"]);
  expect(new Set(Array.from({ length: 100 }, () => mix.draw(random)))).toEqual(new Set(["usual"]));
});
