/**
 * What every law of chance offers, and the guards they share.
 */
import type { Days } from "../time.ts";

/** A law of chance with its parameters checked and its constants worked out. */
export interface Chance {
  /** The duration that a uniform number u between 0 and 1 (both excluded) stands for; u is not checked. */
  readonly sample: (u: number) => Days;
  /** Infinity where the mean is infinite, or the event may never come. */
  readonly mean: () => Days;
  /** In days squared. Infinity where it is infinite or the mean is. */
  readonly variance: () => number;
}

/** Throws a RangeError unless `value` is above 0 and finite. */
export function needPositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be above 0 and finite, got ${value}`);
}

/** Throws a RangeError unless `value` is 0 or more and finite. */
export function needNotNegative(name: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} must be 0 or more and finite, got ${value}`);
}

/**
 * Running sums of probabilities, the last exactly 1. Throws a RangeError where one is not between 0 and 1,
 * or they do not add up to 1 within a billionth.
 */
export function cumulative(name: string, probabilities: readonly number[]): Float64Array {
  const sums = new Float64Array(probabilities.length);
  let sum = 0;
  for (const [at, probability] of probabilities.entries()) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new RangeError(`${name} probability must be between 0 and 1, got ${probability}`);
    }
    sum += probability;
    sums[at] = sum;
  }
  if (!(Math.abs(sum - 1) <= 1e-9)) throw new RangeError(`${name} probabilities must add up to 1, got ${sum}`);
  // From the last part that can happen onwards, so that rounding never picks one that cannot.
  let last = probabilities.length - 1;
  while (probabilities[last] === 0) last--;
  return sums.fill(1, last);
}

/** The first place whose running sum is above u. Domain: u < 1 and the last sum 1. */
export function placeOf(sums: Float64Array, u: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sums[middle]! > u) high = middle;
    else low = middle + 1;
  }
  return low;
}
