/**
 * Beta distribution and Student's t: distribution function and quantiles.
 *
 * The unknown is v = log(x / (1 - x)), so that x and 1 - x are both known to all digits, however close to 0 or 1.
 */
import { exp } from "./exp.ts";
import { logGamma, STIRLING_FROM, stirlingError } from "./log-gamma.ts";
import { log, log1p, log1pMinus } from "./log.ts";
import { normalQuantile } from "./normal.ts";
import { halleyStep } from "./root.ts";

const TWO_PI = 6.283185307179586;
/** Logarithm below which a density counts as lost: e^-700 is 1e-304. */
const UNDERFLOW = -700;

/**
 * I_x(a, b), the probability that a beta(a, b) variable is at most x. Relative error below 1e-13 for results above
 * 1e-100 and a, b from 0.03 to 1000; further down it grows like the logarithm of the result, to 3e-13 at 1e-290.
 * 0 at x = 0, 1 at x = 1; x outside [0, 1], a or b not above 0, and NaN give NaN.
 */
export function incompleteBeta(a: number, b: number, x: number): number {
  if (!(a > 0 && b > 0 && a < Infinity && b < Infinity && x >= 0 && x <= 1)) return NaN;
  if (x === 0 || x === 1) return x;
  return lowerTail(a, b, x, 1 - x, exp(logDensity(a, b, x, 1 - x, logPeak(a, b))));
}

/**
 * The x with I_x(a, b) = p. Relative error below 1e-13; p = 0 gives 0, p = 1 gives 1, outside [0, 1] and bad a, b
 * give NaN.
 */
export function betaQuantile(a: number, b: number, p: number): number {
  if (!(a > 0 && b > 0 && a < Infinity && b < Infinity && p > 0 && p < 1)) return p === 0 || p === 1 ? p : NaN;
  const odds = exp(-logOddsQuantile(a, b, p, 1 - p));
  return 1 / (1 + odds);
}

/**
 * The t with P(T <= t) = p for Student's T. Relative error below 1e-13 for degrees of freedom from 1 (whole or not)
 * to 1e6; Infinity gives the normal quantile. p = 0 gives -Infinity, p = 1 Infinity; other p outside (0, 1), less
 * than 1 degree, NaN: NaN.
 */
export function tQuantile(p: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom === Infinity) return normalQuantile(p);
  if (!(degreesOfFreedom >= 1 && p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : NaN;
  if (p === 0.5) return 0;
  // n / (n + T^2) is beta(n / 2, 1 / 2), and its log odds are log(n / T^2).
  const bothTails = 2 * Math.min(p, 1 - p);
  const v = logOddsQuantile(0.5 * degreesOfFreedom, 0.5, bothTails, 1 - bothTails);
  const t = Math.sqrt(degreesOfFreedom) * exp(-0.5 * v);
  return p < 0.5 ? -t : t;
}

/** The v = log(x / (1 - x)) with lower tail p and upper tail q; the smaller tail carries more digits. */
function logOddsQuantile(a: number, b: number, p: number, q: number): number {
  return p <= q ? lowerLogOdds(a, b, p) : -lowerLogOdds(b, a, q);
}

function lowerLogOdds(a: number, b: number, p: number): number {
  const peak = logPeak(a, b);
  // The tail's logarithm is concave in v, with the asymptote a v - log(a B(a, b)): this guess is never too large.
  const logBeta = -a * log1p(b / a) - b * log1p(a / b) - peak;
  let v = (log(p) + log(a) + logBeta) / a;
  if (a >= 1 && b >= 1) v = Math.max(v, log(a / b) + normalQuantile(p) * Math.sqrt(1 / a + 1 / b));
  for (let round = 0; round < 200; round++) {
    const odds = exp(v);
    const x = v < 0 ? odds / (1 + odds) : 1 / (1 + exp(-v));
    const y = 1 / (1 + odds);
    const logD = logDensity(a, b, x, y, peak);
    if (logD < UNDERFLOW) {
      // So far down the tail is too small for a number; D / tail is then about the slope of log D.
      v += Math.min(2, (log(p) + log(a) - logD) / (a * y - b * x));
      continue;
    }
    const d = exp(logD);
    const now = lowerTail(a, b, x, y, d);
    const slope = d / now;
    const step = halleyStep(log(now / p), slope, a * y - b * x - slope);
    v += step;
    if (Math.abs(step) * (Math.abs(a * y - b * x) + Math.sqrt(Math.min(a, b)) + 1) < 1e-5) break;
  }
  return v;
}

/**
 * log of x^a (1 - x)^b / B(a, b) at its highest, x = a / (a + b): three terms h(z) = z log z - z - log gamma(z),
 * which stay small however large a and b are.
 */
function logPeak(a: number, b: number): number {
  return belowStirling(a) + belowStirling(b) - belowStirling(a + b);
}

function belowStirling(z: number): number {
  if (z >= STIRLING_FROM) return 0.5 * log(z / TWO_PI) - stirlingError(z);
  return z * log(z) - z - logGamma(z);
}

/**
 * Logarithm of D = x^a y^b / B(a, b), y = 1 - x: D is the density of v. Told from its peak, where the linear terms of
 * both logarithms cancel.
 */
function logDensity(a: number, b: number, x: number, y: number, peak: number): number {
  const excess = b * x - a * y;
  const fromX = a * log1pMinus(excess / a, (x * (a + b)) / a);
  const fromY = b * log1pMinus(-excess / b, (y * (a + b)) / b);
  return peak + fromX + fromY;
}

/** I_x(a, b), from whichever side the continued fraction converges fast. */
function lowerTail(a: number, b: number, x: number, y: number, d: number): number {
  if (x * (a + b + 2) < a + 1) return d * fraction(a, b, x, y);
  return 1 - d * fraction(b, a, y, x);
}

/**
 * I_x(a, b) / D as a continued fraction: the even part of DLMF 8.17.22, in the form of DiDonato and Morris (ACM
 * Transactions on Mathematical Software 18 (1992) 360-373) with l = a y - b x, which keeps its digits
 * where x is close to 1.
 * It takes some sqrt(max(a, b)) rounds, evaluated after Lentz (1976).
 */
function fraction(a: number, b: number, x: number, y: number): number {
  const l = a * y - b * x;
  let below = (a * (l + 1)) / (a + 1);
  let ratio = 1 / below;
  let c = Infinity;
  let value = ratio;
  for (let n = 1; n < 10_000; n++) {
    const odd = a + 2 * n - 1;
    const shrink = (n * (b - n) * x) / odd;
    const above = (shrink * (a + n - 1) * (a + b + n - 1) * x) / odd;
    below = n + shrink + ((a + n) * (l + 1 + n * (1 + y))) / (odd + 2);
    ratio = 1 / (below + above * ratio);
    c = below + above / c;
    const change = c * ratio;
    value *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return value;
}
