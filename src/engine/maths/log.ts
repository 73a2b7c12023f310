/**
 * Natural logarithm from + - * / only, so that every browser gives the same last bit.
 *
 * x = 2^k m with m between sqrt(1/2) and sqrt(2), and with f = m - 1, s = f / (2 + f):
 *   log x = k log 2 + log m,   log m = 2 atanh(s) = 2 s + s^3 (2/3 + 2/5 s^2 + 2/7 s^4 + ...).
 * |s| is at most 0.1716. The bracket, in z = s^2 up to 0.02944, is replaced by the polynomial of degree 7 that
 * agrees with it at the Chebyshev points (test/engine/reference/fit.py): off by less than 8e-19 of log m.
 */
import { exponentOf, powerOfTwo } from "./power-of-two.ts";

/** log 2 in two parts: the first has 41 bits, so that its product with any exponent is exact. */
export const LOG2_HIGH = 0.693147180559663;
export const LOG2_LOW = 2.8235290563031577e-13;

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_TO_54 = 18_014_398_509_481_984;

/**
 * Natural logarithm. Relative error at most 5e-16 for every positive number, subnormal ones and those near 1 included.
 * log(0) is -Infinity, log(Infinity) is Infinity; a negative number or NaN gives NaN.
 */
export function log(x: number): number {
  if (!(x >= SMALLEST_NORMAL && x <= Number.MAX_VALUE)) return logOfOddNumber(x);
  // The k that brings m nearest to 1, without a question that half of all numbers answer either way.
  const k = exponentOf(x * Math.SQRT1_2) + 1;
  const m = x * powerOfTwo(-k);
  return k * LOG2_HIGH + (logNearOne(m - 1) + k * LOG2_LOW);
}

/**
 * log(1 + x) without forming 1 + x when x is small. Relative error at most 6e-16.
 * log1p(-1) is -Infinity, log1p(Infinity) is Infinity; below -1 and NaN give NaN.
 */
export function log1p(x: number): number {
  return x > -0.29 && x < 0.41 ? logNearOne(x) : log(1 + x);
}

/**
 * log(1 + x) - x, without the cancellation near 0; `ratio` is 1 + x as well as the caller knows it.
 * Domain: ratio > 0. Relative error at most 1e-15 for |x| < 0.29, a few times that elsewhere.
 *
 * With s = x / (2 + x): 2 s - x = -s x, so the difference is -s x + s^3 (2/3 + 2/5 s^2 + ...).
 */
export function log1pMinus(x: number, ratio: number): number {
  if (!(x > -0.29 && x < 0.41)) return log(ratio) - x;
  const s = x / (2 + x);
  const z = s * s;
  return s * (z * atanhTail(z) - x);
}

/** log(1 + f) for -0.293 < f < 0.4143; 2 s is written as f - s f, since f is exact and s is not. */
function logNearOne(f: number): number {
  const s = f / (2 + f);
  const z = s * s;
  return f - s * (f - z * atanhTail(z));
}

/** 2/3 + 2/5 z + 2/7 z^2 + ... for 0 <= z <= 0.02944. */
function atanhTail(z: number): number {
  let sum = 0.13086767009995384;
  sum = sum * z + 0.13268759668555402;
  sum = sum * z + 0.1538624020581371;
  sum = sum * z + 0.18181795630884748;
  sum = sum * z + 0.2222222239180047;
  sum = sum * z + 0.2857142857080323;
  sum = sum * z + 0.4000000000000088;
  return sum * z + 0.6666666666666666;
}

/** The logarithm of what has no ordinary exponent: 0, subnormal, infinite, negative, NaN. */
function logOfOddNumber(x: number): number {
  if (x > 0 && x < SMALLEST_NORMAL) return log(x * TWO_TO_54) - 54 * LOG2_HIGH - 54 * LOG2_LOW;
  if (x === 0) return -Infinity;
  return x === Infinity ? Infinity : NaN;
}
