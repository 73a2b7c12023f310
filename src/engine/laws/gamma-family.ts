/**
 * Exponential, Erlang, gamma and Weibull: what is made of exponential stages, and the power of one.
 * The logarithm of 1 - u is taken without forming 1 - u, so that no u above 0 gives a duration of 0.
 */
import type { Law } from "../law-types.ts";
import { exp } from "../maths/exp.ts";
import { gammaQuantiles } from "../maths/gamma.ts";
import { log, log1p } from "../maths/log.ts";
import { logGamma } from "../maths/log-gamma.ts";
import { type Chance, needPositive } from "./chance.ts";

/** P(X > x) = exp(-x / mean). */
export function exponential(law: Extract<Law, { law: "exponential" }>): Chance {
  const mean = law.mean_days;
  needPositive("exponential mean_days", mean);
  return { sample: (u) => -mean * log1p(-u), mean: () => mean, variance: () => mean * mean };
}

/** The sum of `stages` exponential times, each with mean `mean_days` / `stages`: a gamma law of that shape. */
export function erlang(law: Extract<Law, { law: "erlang" }>): Chance {
  const { stages, mean_days } = law;
  if (!(stages >= 1 && Number.isInteger(stages))) {
    throw new RangeError(`erlang stages must be a whole number, 1 or more, got ${stages}`);
  }
  needPositive("erlang mean_days", mean_days);
  if (stages === 1) return exponential({ law: "exponential", mean_days });
  return gamma({ law: "gamma", shape: stages, scale_days: mean_days / stages });
}

/** Density proportional to x^(shape - 1) exp(-x / scale). */
export function gamma(law: Extract<Law, { law: "gamma" }>): Chance {
  const { shape, scale_days } = law;
  needPositive("gamma shape", shape);
  needPositive("gamma scale_days", scale_days);
  const quantile = gammaQuantiles(shape);
  return {
    sample: (u) => scale_days * quantile(u),
    mean: () => shape * scale_days,
    variance: () => shape * scale_days * scale_days,
  };
}

/** P(X > x) = exp(-(x / scale)^shape); the r-th moment is scale^r gamma(1 + r / shape). */
export function weibull(law: Extract<Law, { law: "weibull" }>): Chance {
  const { shape, scale_days } = law;
  needPositive("weibull shape", shape);
  needPositive("weibull scale_days", scale_days);
  const power = 1 / shape;

  return {
    // Without the extra digits of `pow`: a duration off by a few units of the last place is the same duration.
    sample: (u) => scale_days * exp(power * log(-log1p(-u))),
    mean: () => scale_days * exp(logGamma(1 + power)),
    variance: () => scale_days * scale_days * (exp(logGamma(1 + 2 * power)) - exp(2 * logGamma(1 + power))),
  };
}
