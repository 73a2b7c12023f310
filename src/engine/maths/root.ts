/**
 * One step towards a quantile, for distributions whose tail has a concave logarithm in the unknown t.
 *
 * Solves log(tail(t) / wanted) = 0 by Halley's method. A concave function lies below its tangents, so Newton's
 * step lands on one side of the root and closes in from there; Halley's correction makes it three digits for one.
 */

/** Far away, the straight-line guess may be wild; two units of a logarithm at most. */
const LONGEST_STEP = 2;

/**
 * What to add to t. `distance` is log(tail / wanted), `slope` its derivative, `bend` the second derivative over the
 * first.
 * No failure of its own: NaN gives NaN.
 */
export function halleyStep(distance: number, slope: number, bend: number): number {
  const newton = distance / slope;
  const step = -newton / Math.max(0.5, 1 - 0.5 * newton * bend);
  return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
}
