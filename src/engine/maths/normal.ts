/**
 * Distribution function and quantile of the standard normal law.
 * The shapes that have no formula are the rational functions of normal-fits.ts.
 */
import { productError } from "./double-double.ts";
import { expSum } from "./exp.ts";
import { log } from "./log.ts";
import { centralCdf, centralQuantile, farTail, farTailQuantile, nearTail, nearTailQuantile } from "./normal-fits.ts";

/**
 * P(Z <= x). Relative error at most 1e-15 where the result is a normal number (x > -37.5).
 * normalCdf(-Infinity) is 0, normalCdf(Infinity) is 1, NaN gives NaN.
 */
export function normalCdf(x: number): number {
  if (x >= -1 && x <= 1) return 0.5 + x * centralCdf(x * x);
  const t = Math.abs(x);
  if (!(t < 39)) return x > 0 ? 1 : x < 0 ? 0 : NaN;
  // exp(-t^2 / 2) would lose t^2 units of the last place without the rounding error of the square.
  const square = t * t;
  const density = expSum(-0.5 * square, -0.5 * productError(t, t, square));
  const tail = density * (t < 6 ? nearTail(t) : farTail(1 / square) / t);
  return x < 0 ? tail : 1 - tail;
}

/** Density of the standard normal law; relative error at most 1e-15 for |x| < 37. */
export function normalDensity(x: number): number {
  if (!(Math.abs(x) < 40)) return Number.isNaN(x) ? NaN : 0;
  const square = x * x;
  return ONE_OVER_ROOT_TWO_PI * expSum(-0.5 * square, -0.5 * productError(x, x, square));
}

/**
 * The x with P(Z <= x) = p. Relative error at most 1e-15.
 * normalQuantile(0) is -Infinity, normalQuantile(1) is Infinity; outside [0, 1] and for NaN it is NaN.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  const w = CENTRAL - q * q;
  if (w >= 0) return q * centralQuantile(w);
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : NaN;
  // In the tails the quantile is nearly straight in r = sqrt(-2 log p); 1 - p is exact here.
  const r = Math.sqrt(-2 * log(q < 0 ? p : 1 - p));
  const x = r < 8.6 ? nearTailQuantile(r - 2.2) : farTailQuantile(r - 8.6);
  return q < 0 ? -x : x;
}

/** The square of |p - 1/2| up to which the centre reaches: p from 0.0758 to 0.9242. */
const CENTRAL = 0.18;
const ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;
