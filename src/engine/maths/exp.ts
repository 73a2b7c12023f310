/**
 * Exponential function from + - * only, so that every browser gives the same last bit.
 *
 * x = k log 2 + r with |r| at most log(2) / 2, so e^x = 2^k e^r, and
 *   e^r = 1 + r + r^2 (1/2! + r/3! + r^2/4! + ...).
 * The bracket is replaced by the polynomial of degree 10 that agrees with it at the Chebyshev points
 * (test/engine/reference/fit.py): off by less than 3e-19 of e^r.
 */
import { LOG2_HIGH, LOG2_LOW } from "./log.ts";
import { powerOfTwo } from "./power-of-two.ts";

const HALF_LOG2 = 0.34657359027997264;

/**
 * e^x. Relative error at most 3e-16 where the result is a normal number; below that, within one unit of the last
 * place.
 * exp(-Infinity) is 0, exp(Infinity) is Infinity, NaN gives NaN. Above 709.7828 it is Infinity, below -745.1333 it is
 * 0.
 */
export function exp(x: number): number {
  return expSum(x, 0);
}

/** e^(high + low) for a `low` that is tiny beside 1; for callers who know an exponent to more than 16 digits. */
export function expSum(high: number, low: number): number {
  if (!(high < 709 && high > -744)) return expOfExtreme(high, low);
  const exponent = high * Math.LOG2E + 0.5;
  // Rounded down, as a small whole number: `Math.floor` would give a double, to be turned into an index afterwards.
  let k = exponent | 0;
  if (k > exponent) k--;
  return expOfRest(high, low, k) * powerOfTwo(k);
}

/** e^(high + low - k log 2) for the k that makes it about 1. */
function expOfRest(high: number, low: number, k: number): number {
  const r = high - k * LOG2_HIGH - (k * LOG2_LOW - low);
  return 1 + (r + r * r * expTail(r));
}

/** The exponential of what may be too large or too small for a double, or is not a number. */
function expOfExtreme(high: number, low: number): number {
  if (!(high < 710 && high > -745.14)) return high >= 710 ? Infinity : high <= -745.14 ? 0 : NaN;
  const k = Math.floor(high * Math.LOG2E + 0.5);
  const y = expOfRest(high, low, k);
  // The scaling rounds at most once: the table of powers is exact down to the smallest subnormal number.
  if (k > 1023) return y * 2 * powerOfTwo(1023);
  if (k < -1074) return y * 0.5 * powerOfTwo(-1074);
  return y * powerOfTwo(k);
}

/** e^x - 1 without cancellation near 0. Relative error at most 7e-16; expm1(-Infinity) is -1, NaN gives NaN. */
export function expm1(x: number): number {
  return x > -HALF_LOG2 && x < HALF_LOG2 ? x + x * x * expTail(x) : exp(x) - 1;
}

/** 1/2! + r/3! + r^2/4! + ... for |r| <= 0.3469. */
function expTail(r: number): number {
  let sum = 2.09147553258932e-9;
  sum = sum * r + 2.5105312729622103e-8;
  sum = sum * r + 2.755727347871858e-7;
  sum = sum * r + 2.755725517000089e-6;
  sum = sum * r + 2.480158732567746e-5;
  sum = sum * r + 0.0001984126987500228;
  sum = sum * r + 0.0013888888888883711;
  sum = sum * r + 0.008333333333326084;
  sum = sum * r + 0.04166666666666667;
  sum = sum * r + 0.1666666666666667;
  return sum * r + 0.5;
}
