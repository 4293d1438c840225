import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { JumpableRandomGenerator } from "pure-rand/types/JumpableRandomGenerator";

/** What has a stream of its own; append at the end, for the place in this list decides the stream. */
const STREAMS = [
  "localities",
  "families",
  "consents",
  "members",
  "panel",
  "incomes",
  "other incomes",
  "farms",
  "places",
  "plots",
  "varieties",
  "harvests",
  "certifications",
  "verifications",
  "trainings",
  "participations",
  "connectivity",
  "enterprises",
  "courses",
  "family financing",
  "funders",
  "public resources",
  "disbursements",
  "capacity",
  "coordination",
] as const;
export type StreamName = (typeof STREAMS)[number];

/** The streams of one seed; each is far enough from the others never to meet them, and always begins alike. */
export type Streams = (name: StreamName) => Random;

export function randomStreams(seed: number): Streams {
  return (name) => {
    const generator = xoroshiro128plus(seed);
    for (let jumps = STREAMS.indexOf(name); jumps > 0; jumps--) generator.jump();
    return new Random(generator);
  };
}

/** Draws from one stream of random numbers. */
export class Random {
  readonly #generator: JumpableRandomGenerator;
  #spareNormal: number | undefined;

  constructor(generator: JumpableRandomGenerator) {
    this.#generator = generator;
  }

  /** At least 0 and below 1, in steps of 2^-32: one draw of the generator, where pure-rand's float64 takes two. */
  uniform(): number {
    return (this.#generator.next() >>> 0) / 0x1_0000_0000;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number {
    return uniformInt(this.#generator, low, high);
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** Normal with mean 0 and deviation 1, by Marsaglia's polar method. */
  normal(): number {
    const spare = this.#spareNormal;
    if (spare !== undefined) {
      this.#spareNormal = undefined;
      return spare;
    }
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square === 0 || square >= 1) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spareNormal = y * factor;
      return x * factor;
    }
  }

  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  /** Between 0 and 1 with one hump near the share given; a beta distribution's looks at a fraction of its price. */
  share(centre: number, spread: number): number {
    return 1 / (1 + Math.exp(-(Math.log(centre / (1 - centre)) + spread * this.normal())));
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[Math.floor(this.uniform() * choices.length)] ?? choices[0];
  }

  /** The index of one of the weights that {@link cumulative} summed up, as often as its weight says. */
  index(sums: Float64Array): number {
    const target = this.uniform() * (sums.at(-1) ?? 0);
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

export function cumulative(weights: Iterable<number>): Float64Array {
  let sum = 0;
  return Float64Array.from(weights, (weight) => (sum += weight));
}

/** One of several values by weight; the first draws are each value in turn, so that even a tiny programme has them all. */
export class Mix<const T> {
  readonly #values: readonly T[];
  readonly #sums: Float64Array;
  #drawn = 0;

  constructor(...weighted: [value: T, weight: number][]) {
    this.#values = weighted.map(([value]) => value);
    this.#sums = cumulative(weighted.map(([, weight]) => weight));
  }

  draw(random: Random): T {
    const index = random.index(this.#sums);
    return this.#values[this.#drawn < this.#values.length ? this.#drawn++ : index] as T;
  }
}

/** Exactly `wanted` of the numbers below `total`, in order, each set of them equally likely (Knuth's algorithm S). */
export function* chooseExactly(random: Random, wanted: number, total: number): Generator<number> {
  let missing = Math.min(wanted, total);
  for (let index = 0; missing > 0; index++) {
    if (random.uniform() * (total - index) >= missing) continue;
    missing--;
    yield index;
  }
}
