/**
 * Gamma distribution with scale 1: distribution function and quantile.
 *
 * Everything rests on D = x^a e^-x / gamma(a + 1). Below a + 1 a power series, above it a continued fraction, and for
 * large a around x = a, where both would need many terms, Temme's uniform expansion (gamma-uniform.ts).
 */
import { exp } from "./exp.ts";
import { uniformTail, UNIFORM_FROM, UNIFORM_REACH } from "./gamma-uniform.ts";
import { logGamma, STIRLING_FROM, stirlingError } from "./log-gamma.ts";
import { log, log1pMinus } from "./log.ts";
import { normalQuantile } from "./normal.ts";
import { pow } from "./pow.ts";
import { halleyStep } from "./root.ts";

const TWO_PI = 6.283185307179586;
const TINY = 1e-17;

/**
 * P(X <= x), the regularised lower incomplete gamma function. Relative error below 1e-13 for results above 1e-300 and
 * a from 0.01 to 1e6. It is 0 at x = 0 and 1 at Infinity; x < 0, a not above 0, and NaN give NaN.
 */
export function gammaP(a: number, x: number): number {
  if (!(a > 0 && a < Infinity && x >= 0)) return NaN;
  if (x === 0 || x === Infinity) return x === 0 ? 0 : 1;
  return tail(a, x, false, density(a, x, normaliser(a)));
}

/** The x with gammaP(a, x) = p. See `gammaQuantiles`, which is faster for many p with one a. */
export function gammaQuantile(a: number, p: number): number {
  return gammaQuantiles(a)(p);
}

/**
 * For one shape a, the function from p to the x with gammaP(a, x) = p. Relative error below 1e-13 for a from 0.01 to
 * 1e6 and p from 1e-300 to the largest number below 1, except that an x below 1e-308 is 0 or loses digits. p = 0
 * gives 0, p = 1 gives Infinity, other p outside (0, 1) and an a that is not above 0 give NaN.
 */
export function gammaQuantiles(a: number): (p: number) => number {
  if (!(a > 0 && a < Infinity)) return () => NaN;
  const constant = normaliser(a);
  const gammaOfNext = exp(logGamma(a + 1));
  return (p) => {
    if (!(p > 0 && p < 1)) return p === 0 ? 0 : p === 1 ? Infinity : NaN;
    let x = firstGuess(a, p, gammaOfNext);
    if (x < 1e-308) return x;
    // The smaller tail carries more digits; for small a and x nothing is gained by it, and the lower one is straighter.
    const upper = p > 0.5 && x > 1;
    const wanted = upper ? 1 - p : p;
    for (let round = 0; round < 100; round++) {
      const d = density(a, x, constant);
      const now = tail(a, x, upper, d);
      const slope = ((upper ? -a : a) * d) / now;
      const step = halleyStep(log(now / wanted), slope, a - x - slope);
      x *= exp(step);
      // Halley's error is the cube of the step in units of the width of the law.
      if (Math.abs(step) * (Math.abs(a - x) + Math.sqrt(a) + 1) < 1e-5) break;
    }
    return x;
  };
}

/**
 * Wilson and Hilferty (1931): the cube root of X / a is nearly normal. Low down, P <= x^a / gamma(a + 1) gives a guess
 * that is never too large, and exact in the limit; for a < 1 and high up, Q is about e^-x / gamma(a).
 */
function firstGuess(a: number, p: number, gammaOfNext: number): number {
  const low = gammaOfNext < Infinity ? pow(p * gammaOfNext, 1 / a) : 0;
  if (a < 1) return low < 0.5 || p < 0.5 ? low : Math.max(low, -log(((1 - p) * gammaOfNext) / a));
  const root = 1 - 1 / (9 * a) + normalQuantile(p) / (3 * Math.sqrt(a));
  return Math.max(low, root > 0 ? a * root * root * root : 0);
}

/** 1 / gamma(a + 1); for large a without the factor (a / e)^a, which the density then leaves out too. */
function normaliser(a: number): number {
  return a < STIRLING_FROM ? exp(-logGamma(a + 1)) : exp(-stirlingError(a)) / Math.sqrt(TWO_PI * a);
}

/**
 * D = x^a e^-x / gamma(a + 1); a D / x is the density. For large a through a (log(x/a) - (x/a - 1)), which is small
 * near a.
 */
function density(a: number, x: number, constant: number): number {
  if (a < STIRLING_FROM) return constant * pow(x, a) * exp(-x);
  return constant * exp(a * log1pMinus((x - a) / a, x / a));
}

/** P(X > x) or P(X <= x), whichever is asked for. */
function tail(a: number, x: number, upper: boolean, d: number): number {
  if (a >= UNIFORM_FROM && Math.abs(x - a) < UNIFORM_REACH * a) return uniformTail(a, x, upper, d);
  if (x < a + 1) return upper ? 1 - d * lowerSeries(a, x) : d * lowerSeries(a, x);
  const above = d * a * upperFraction(a, x);
  return upper ? above : 1 - above;
}

/** P / D = 1 + x / (a + 1) + x^2 / ((a + 1) (a + 2)) + ... (DLMF 8.11.4). */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let next = a + 1; term > TINY * sum; next++) {
    term *= x / next;
    sum += term;
  }
  return sum;
}

/**
 * Q / (a D) = 1 / (x + 1 - a - 1 (1 - a) / (x + 3 - a - 2 (2 - a) / (x + 5 - a - ...))) (DLMF 8.9.2), after Lentz
 * (1976).
 */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let ratio = 1 / b;
  let c = Infinity;
  let value = ratio;
  for (let n = 1; n < 10_000; n++) {
    const term = -n * (n - a);
    b += 2;
    ratio = 1 / (b + term * ratio);
    c = b + term / c;
    const change = c * ratio;
    value *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return value;
}
