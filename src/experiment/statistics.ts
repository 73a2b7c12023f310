/** Means over replications with their uncertainty. */
import { tQuantile } from "../engine/maths/beta.ts";

export interface Estimate {
  /** Mean over the replications in which the figure exists; NaN if there is none. */
  readonly mean: number;
  /** 95% confidence interval of the mean by Student's t; NaN with fewer than two replications. */
  readonly low: number;
  readonly high: number;
  /** Replications in which the figure exists. */
  readonly n: number;
}

const level = 0.95;

/** The mean of independent values, such as one figure over replications. NaN values are left out. */
export function estimate(values: readonly number[]): Estimate {
  const known = values.filter((value) => !Number.isNaN(value));
  const n = known.length;
  if (n === 0) return { mean: NaN, low: NaN, high: NaN, n };
  const mean = known.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { mean, low: NaN, high: NaN, n };
  const squares = known.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const half = tQuantile((1 + level) / 2, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { mean, low: mean - half, high: mean + half, n };
}

/**
 * The mean of `other` - `base`, paired: replication k of one with replication k of the other. With common random numbers
 * both see the same people, and only the change differs.
 */
export function estimateDifference(base: readonly number[], other: readonly number[]): Estimate {
  const pairs = Math.min(base.length, other.length);
  return estimate(Array.from({ length: pairs }, (_, k) => other[k]! - base[k]!));
}
