/**
 * Partial rank correlation: how steadily a result rises or falls with a factor when the others are held still, for a
 * Latin hypercube or other random design (Marino, Hogue, Ray and Kirschner 2008, J Theor Biol 254:178-196).
 *
 * Both are taken as ranks; what the ranks of the other factors explain in a straight line is taken away from both, and
 * what is left is correlated.
 * The interval is Fisher's: atanh(r) is nearly normal with standard error 1 / sqrt(n - 3 - others).
 */
import { exp } from "../../../engine/maths/exp.ts";
import { log } from "../../../engine/maths/log.ts";
import { normalQuantile } from "../../../engine/maths/normal.ts";
import { ranks } from "./ranks.ts";

export interface RankCorrelation {
  readonly value: number;
  /** 95% confidence interval. */
  readonly low: number;
  readonly high: number;
}

const level = 0.95;

/**
 * One for each factor; NaN for a factor that does not vary, or that the others determine.
 * @param points by point, the values of its factors
 * @param results one for each point
 */
export function partialRankCorrelations(
  points: readonly (readonly number[])[],
  results: readonly number[],
): RankCorrelation[] {
  const factors = points[0]?.length ?? 0;
  if (!(points.length > factors + 3)) {
    throw new RangeError(
      `partial rank correlations of ${factors} factors need more than ${factors + 3} points, got ${points.length}`,
    );
  }
  const columns = Array.from({ length: factors }, (_, factor) =>
    standardise(ranks(points.map((point) => point[factor]!))),
  );
  const result = standardise(ranks(results));
  const width = normalQuantile((1 + level) / 2) / Math.sqrt(points.length - 3 - (factors - 1));
  return columns.map((column, factor) => {
    const others = columns.filter((_, other) => other !== factor);
    const value = correlation(residuals(column, others), residuals(result, others));
    const centre = 0.5 * log((1 + value) / (1 - value));
    return { value, low: tanh(centre - width), high: tanh(centre + width) };
  });
}

/** What is left of a column when its projections on others are taken away (modified Gram and Schmidt). */
function residuals(column: readonly number[], others: readonly (readonly number[])[]): readonly number[] {
  const basis: (readonly number[])[] = [];
  for (const other of others) {
    const left = basis.reduce<readonly number[]>(without, other);
    if (dot(left, left) > leastLeft) basis.push(left);
  }
  const left = basis.reduce<readonly number[]>(without, column);
  return dot(left, left) > leastLeft ? left : left.map(() => NaN);
}

/** Squared length, of 1 at the start, below which a column is taken for a sum of the others. */
const leastLeft = 1e-12;

function without(column: readonly number[], axis: readonly number[]): number[] {
  const factor = dot(column, axis) / dot(axis, axis);
  return column.map((value, i) => value - factor * axis[i]!);
}

/** Mean 0, squares adding up to 1. */
function standardise(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - mean);
  const length = Math.sqrt(dot(centred, centred));
  return centred.map((value) => (length > 0 ? value / length : 0));
}

const dot = (x: readonly number[], y: readonly number[]): number => x.reduce((sum, value, i) => sum + value * y[i]!, 0);

/** Rounding may lead beyond 1. */
function correlation(x: readonly number[], y: readonly number[]): number {
  return Math.max(-1, Math.min(1, dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y))));
}

function tanh(x: number): number {
  if (x === Infinity || x === -Infinity) return Math.sign(x);
  const shrunk = exp(-2 * Math.abs(x));
  const size = (1 - shrunk) / (1 + shrunk);
  return x < 0 ? -size : size;
}
