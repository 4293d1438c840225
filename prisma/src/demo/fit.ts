import { visitAll } from "./pause.ts";

/** Integers in proportion to some weights. */
export interface Fit {
  /** A weight of zero stays at the least whatever the total is. */
  weights: Float64Array;
  /** What the integers sum to. */
  total: number;
  /** The least that any of them may be. */
  least?: number;
  /** The most that one may be; absent: no bound. */
  most?: Int32Array;
}

/** Rounds of scaling after which the few values at their bounds have settled. */
const SCALING_ROUNDS = 40;

/**
 * Integers in proportion to the weights, within their bounds, that sum to the total exactly.
 *
 * Rounding errors are carried from one to the next, so none is off its share by more than one unit for that reason.
 *
 * @throws {RangeError} when the bounds leave no room for the total
 */
export async function fitToTotal({ weights, total, least = 0, most }: Fit): Promise<Float64Array> {
  const count = weights.length;
  const fitted = new Float64Array(count);
  const bounded = (value: number, index: number) => Math.max(least, Math.min(value, most?.[index] ?? Infinity));

  let scale = 1;
  for (let round = 0; round < SCALING_ROUNDS; round++) {
    let sum = 0;
    await visitAll(count, (index) => {
      sum += bounded((weights[index] ?? 0) * scale, index);
    });
    if (sum === 0 || Math.abs(sum / total - 1) < 1e-12) break;
    scale *= total / sum;
  }

  let carry = 0;
  let missing = total;
  await visitAll(count, (index) => {
    const weight = weights[index] ?? 0;
    const exact = bounded(weight * scale, index) + carry;
    const whole = weight === 0 ? least : bounded(Math.round(exact), index);
    if (weight !== 0) carry = exact - whole;
    fitted[index] = whole;
    missing -= whole;
  });
  // What scaling and rounding left over is small: it goes to the first that have room.
  await visitAll(count, (index) => {
    if (missing === 0 || weights[index] === 0) return;
    const value = fitted[index] ?? 0;
    const corrected = bounded(value + missing, index);
    fitted[index] = corrected;
    missing -= corrected - value;
  });
  if (missing !== 0) throw new RangeError(`The bounds leave ${missing} of the total of ${total} without room.`);
  return fitted;
}
