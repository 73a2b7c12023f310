/**
 * Tails of the gamma distribution for large a, uniformly in x around a.
 *
 * With x = a (1 + m) and eta^2 / 2 = m - log(1 + m), sign as m, Temme (1979; DLMF 8.12) writes
 *   Q(a, x) = Phi(-eta sqrt(a)) + D S(eta),   D = x^a e^-x / gamma(a + 1).
 * Differentiating both sides gives S' / a - eta S = G - f(eta), where f(eta) = eta / m and G is what makes
 * S regular at 0. For the Taylor coefficients b of S that is b[n-1] = f[n] + (n + 1) b[n+1] / a, which is run
 * downwards.
 */
import { log1pMinus } from "./log.ts";
import { normalCdf } from "./normal.ts";

/** From which a, and for which |x / a - 1|, the expansion holds to 1e-14. */
export const UNIFORM_FROM = 25;
export const UNIFORM_REACH = 0.4;

/**
 * Taylor coefficients of eta / m, from m m' = eta (1 + m) (test/engine/reference/fit.py). They fall like (4
 * pi)^(-n/2), so the first one left out is below 1e-17 of the sum for |eta| < 0.5.
 */
const F = [
  1, -0.3333333333333333, 0.08333333333333333, -0.014814814814814815, 0.0011574074074074073, 0.0003527336860670194,
  -0.0001787551440329218, 3.919263178522438e-5, -2.185448510679992e-6, -1.85406221071516e-6, 8.296711340953087e-7,
  -1.7665952736826078e-7, 6.707853543401498e-9, 1.0261809784240309e-8, -4.382036018453353e-9, 9.14769958223679e-10,
  -2.5514193994946248e-11, -5.830772132550426e-11, 2.4361948020667415e-11, -5.0276692801141755e-12,
  1.1004392031956135e-13, 3.371763262400985e-13, -1.392388722418162e-13, 2.8534893807047445e-14, -5.139111834242572e-16,
  -1.9752288294349442e-15, 8.099521156704561e-16, -1.6522531216398162e-16,
] as const;

/** Upper or lower tail. Domain: a >= UNIFORM_FROM, |x / a - 1| < UNIFORM_REACH; `d` is x^a e^-x / gamma(a + 1). */
export function uniformTail(a: number, x: number, upper: boolean, d: number): number {
  const m = (x - a) / a;
  const size = Math.sqrt(-2 * log1pMinus(m, x / a));
  const eta = m < 0 ? -size : size;
  const perA = 1 / a;
  let s = 0;
  let b = 0; // b[n]
  let above = 0; // b[n + 1]
  for (let n = F.length - 1; n >= 1; n--) {
    const below = F[n]! + (n + 1) * above * perA;
    s = s * eta + below;
    above = b;
    b = below;
  }
  const z = eta * Math.sqrt(a);
  return upper ? normalCdf(-z) + d * s : normalCdf(z) - d * s;
}
