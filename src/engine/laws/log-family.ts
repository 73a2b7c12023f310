/**
 * Lognormal and log-logistic: laws of the logarithm of a duration.
 */
import type { Law, LogNormal } from "../law-types.ts";
import { exp, expm1 } from "../maths/exp.ts";
import { log1p, log } from "../maths/log.ts";
import { logGamma } from "../maths/log-gamma.ts";
import { normalQuantile } from "../maths/normal.ts";
import { pow } from "../maths/pow.ts";
import { type Chance, needNotNegative, needPositive } from "./chance.ts";

/** exp(mu + sigma Z) with Z standard normal; mean exp(mu + sigma^2 / 2), variance mean^2 (exp(sigma^2) - 1). */
export function lognormal(law: LogNormal): Chance {
  const { mu, sigma } = "mean_days" in law ? fromMoments(law.mean_days, law.sd_days) : fromLogMoments(law);
  const mean = () => exp(mu + 0.5 * sigma * sigma);
  return {
    sample: (u) => exp(mu + sigma * normalQuantile(u)),
    mean,
    variance: () => {
      const m = mean();
      return m * m * expm1(sigma * sigma);
    },
  };
}

/** sigma^2 = log(1 + (sd / mean)^2) and mu = log(mean) - sigma^2 / 2, from the two moments above. */
function fromMoments(mean: number, sd: number): { mu: number; sigma: number } {
  needPositive("lognormal mean_days", mean);
  needNotNegative("lognormal sd_days", sd);
  const ratio = sd / mean;
  const square = log1p(ratio * ratio);
  return { mu: log(mean) - 0.5 * square, sigma: Math.sqrt(square) };
}

function fromLogMoments(law: { mu_log_days: number; sigma_log: number }): { mu: number; sigma: number } {
  if (!Number.isFinite(law.mu_log_days)) {
    throw new RangeError(`lognormal mu_log_days must be finite, got ${law.mu_log_days}`);
  }
  needNotNegative("lognormal sigma_log", law.sigma_log);
  return { mu: law.mu_log_days, sigma: law.sigma_log };
}

/**
 * P(X > x) = 1 / (1 + (x / scale)^shape); the r-th moment is scale^r gamma(1 + r / shape) gamma(1 - r / shape) for r
 * < shape.
 */
export function logLogistic(law: Extract<Law, { law: "log_logistic" }>): Chance {
  const { shape, scale_days } = law;
  needPositive("log_logistic shape", shape);
  needPositive("log_logistic scale_days", scale_days);
  const power = 1 / shape;
  const moment = (r: number) => (r < shape ? exp(logGamma(1 + r * power) + logGamma(1 - r * power)) : Infinity);
  const mean = () => scale_days * moment(1);
  return {
    sample: (u) => scale_days * pow(u / (1 - u), power),
    mean,
    variance: () => (shape > 2 ? scale_days * scale_days * (moment(2) - moment(1) * moment(1)) : Infinity),
  };
}
