/**
 * Logarithm of the gamma function for positive numbers.
 *
 * Near its zeros at 1 and 2 it is (x - 1) (x - 2) times a smooth function, for which a rational one stands that
 * agrees with it at the Chebyshev points of [0.5, 3] (test/engine/reference/fit.py; off by less than 1.3e-16).
 * From 12 on it is Stirling's series (DLMF 5.11.1); between, gamma(x) = (x - 1) gamma(x - 1) leads down to [2, 3].
 */
import { log } from "./log.ts";

export const STIRLING_FROM = 12;
const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * log gamma(x). Relative error at most 3e-15 for x > 0, also near the zeros at 1 and 2.
 * 0 and Infinity give Infinity; negative numbers and NaN give NaN.
 */
export function logGamma(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 || x === Infinity ? Infinity : NaN;
  if (x >= STIRLING_FROM) return (x - 0.5) * log(x) - x + HALF_LOG_TWO_PI + stirlingError(x);
  if (x < 0.5) return x * (x - 1) * smoothPart(1 + x) - log(x);
  let y = x;
  let product = 1;
  while (y > 3) product *= --y;
  return (y - 1) * (y - 2) * smoothPart(y) + (product > 1 ? log(product) : 0);
}

/**
 * log gamma(x) - ((x - 1/2) log x - x + log(2 pi) / 2), for x >= 12, where the first omitted term is below 3e-19.
 * The coefficients are B(2k) / (2k (2k - 1)) with the Bernoulli numbers 1/6, -1/30, 1/42, -1/30, 5/66, -691/2730, 7/6.
 */
export function stirlingError(x: number): number {
  const w = 1 / (x * x);
  let sum = 1 / 156;
  sum = sum * w - 691 / 360360;
  sum = sum * w + 1 / 1188;
  sum = sum * w - 1 / 1680;
  sum = sum * w + 1 / 1260;
  sum = sum * w - 1 / 360;
  sum = sum * w + 1 / 12;
  return sum / x;
}

/** log gamma(x) / ((x - 1) (x - 2)) for 0.5 <= x <= 3. */
function smoothPart(x: number): number {
  let p = 0.0009264875710535013;
  p = p * x + 0.8150213427108001;
  p = p * x + 42.553512634482594;
  p = p * x + 637.5676911736332;
  p = p * x + 3761.196381064006;
  p = p * x + 9901.175108935378;
  p = p * x + 12151.588173165037;
  p = p * x + 6866.3137334320545;
  p = p * x + 1664.2312509178182;
  p = p * x + 144.8946986662753;
  p = p * x + 2.8321324789458755;
  let q = 0.18641492930789613;
  q = q * x + 15.285905377023736;
  q = q * x + 333.54434892107446;
  q = q * x + 2831.4988304414046;
  q = q * x + 10861.862115191463;
  q = q * x + 20038.70823357454;
  q = q * x + 17941.592659262915;
  q = q * x + 7498.933997139322;
  q = q * x + 1331.5685031373048;
  q = q * x + 81.74081302836724;
  q = q * x + 1;
  return p / q;
}
