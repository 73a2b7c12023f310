/**
 * Powers x^y = exp(y log x) from + - * / only.
 *
 * An error in log x grows by a factor of |y log x|, which may be 745, so the logarithm is carried as a sum of two
 * numbers, high + low, with about 64 good bits. As in log.ts, x = 2^k m and s = (m - 1) / (m + 1):
 *   log m = 2 s + s (2/3 z + z^2 V(z)),   z = s^2,   V(z) = 2/5 + 2/7 z + 2/9 z^2 + ...
 * s, z and 2/3 z need both parts; z^2 V is below 4e-4, so one part and a polynomial of degree 6 do
 * (test/engine/reference/fit.py: off by less than 4e-19 of log m).
 */
import { productError } from "./double-double.ts";
import { expSum } from "./exp.ts";
import { LOG2_HIGH, LOG2_LOW } from "./log.ts";
import { exponentOf, powerOfTwo } from "./power-of-two.ts";

const TWO_THIRDS = 0.6666666666666666;
const TWO_THIRDS_LOW = 3.700743415417188e-17;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_TO_54 = 18_014_398_509_481_984;

/**
 * x^y for x >= 0. Relative error at most 1e-15 where the result is a normal number.
 * Whole y from 0 to 8 are plain products, exact where the result can be; y = 1/2 is the square root, y = -1 is 1 / x.
 * pow(x, 0) and pow(1, y) are 1, NaN apart; pow(0, y) is 0 or Infinity by the sign of y; x < 0 or NaN gives NaN.
 */
export function pow(x: number, y: number): number {
  if (!(x >= 0) || Number.isNaN(y)) return NaN;
  if (y === 0 || x === 1) return 1;
  if (x === 0 || x === Infinity) return (x === 0) === y > 0 ? 0 : Infinity;
  if (y === 0.5) return Math.sqrt(x);
  if (y === -1) return 1 / x;
  if (y > 0 && y <= 8 && y === Math.floor(y)) return wholePower(x, y);
  return generalPower(x, y);
}

function wholePower(x: number, y: number): number {
  let product = x;
  for (let factors = 1; factors < y; factors++) product *= x;
  return product;
}

function generalPower(x: number, y: number): number {
  const subnormal = x < SMALLEST_NORMAL;
  const normal = subnormal ? x * TWO_TO_54 : x;
  let k = exponentOf(normal);
  let m = normal * powerOfTwo(-k);
  if (m > Math.SQRT2) {
    m *= 0.5;
    k++;
  }
  if (subnormal) k -= 54;

  // s = (m - 1) / (m + 1) as sHigh + sLow: m - 1 is exact, m + 1 needs two parts.
  const f = m - 1;
  const g = m + 1;
  const gLow = m - (g - 1);
  const sHigh = f / g;
  const sg = sHigh * g;
  const sLow = (f - sg - productError(sHigh, g, sg) - sHigh * gLow) / g;

  const z = sHigh * sHigh;
  const zLow = productError(sHigh, sHigh, z) + 2 * sHigh * sLow;
  const w = TWO_THIRDS * z;
  const wLow = productError(TWO_THIRDS, z, w) + TWO_THIRDS * zLow + TWO_THIRDS_LOW * z + z * z * twoFifthsTail(z);
  const cube = sHigh * w;
  const cubeLow = productError(sHigh, w, cube) + sHigh * wLow + sLow * w;

  // k log 2 + 2 s + cube, largest first, each rounding error kept.
  const whole = k * LOG2_HIGH;
  const first = whole + 2 * sHigh;
  const firstLow = 2 * sHigh - (first - whole);
  const second = first + cube;
  const secondLow = cube - (second - first);
  const rest = firstLow + secondLow + (k * LOG2_LOW + 2 * sLow + cubeLow);
  const high = second + rest;
  const low = rest - (high - second);

  const exponent = y * high;
  if (!(exponent > -800 && exponent < 800)) return exponent > 0 ? Infinity : 0;
  return expSum(exponent, productError(y, high, exponent) + y * low);
}

/** 2/5 + 2/7 z + 2/9 z^2 + ... for 0 <= z <= 0.02944. */
function twoFifthsTail(z: number): number {
  let sum = 0.12913618079739866;
  sum = sum * z + 0.13285957396218243;
  sum = sum * z + 0.15385574797895432;
  sum = sum * z + 0.18181808247519243;
  sum = sum * z + 0.22222222271102557;
  sum = sum * z + 0.28571428571338503;
  return sum * z + 0.40000000000000024;
}
