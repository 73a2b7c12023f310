/**
 * Laws of chance for durations: a sampler of one uniform number, mean and variance for each kind.
 *
 * A sampler is the inverse of the distribution function, so that the same luck gives a longer duration where the law
 * is longer, and one draw always uses one number. All are monotone in u but `mixture`.
 */
import type { Law } from "./law-types.ts";
import { deterministic, triangular, truncatedNormal, uniform } from "./laws/bounded.ts";
import { beyond, type Beyond } from "./laws/beyond.ts";
import type { Chance } from "./laws/chance.ts";
import { erlang, exponential, gamma, weibull } from "./laws/gamma-family.ts";
import { dailyChance, hazard } from "./laws/hazards.ts";
import { logLogistic, lognormal } from "./laws/log-family.ts";
import { discrete, empirical, mixture } from "./laws/tables.ts";
import type { Days } from "./time.ts";

/**
 * The function from a uniform u between 0 and 1 (both excluded) to a duration. Constants are worked out here, once;
 * the function itself checks nothing. Parameters that make no sense throw a RangeError.
 */
export function sampler(law: Law): (u: number) => Days {
  return chance(law).sample;
}

/**
 * Durations that are safely below all that a u from k / cells on can stand for, by k; 0 where nothing is known. They cost
 * one look at a table, and are all there is to know of somebody whose duration turns out not to matter.
 */
export function lowerBounds(law: Law, cells: number): Float64Array {
  const bounds = new Float64Array(cells);
  if (!isMonotone(law)) return bounds;
  const sample = sampler(law);
  // A sampler is monotone but for its last few bits, which the margin covers.
  for (let k = 1; k < cells; k++) bounds[k] = sample(k / cells) * (1 - 2 ** -30);
  return bounds;
}

/** What is left of a law for somebody for whom it has lasted longer than `days` already. */
export const lawBeyond = (law: Law, days: Days): Beyond => beyond(law, days, chance);

const isMonotone = (law: Law): boolean => law.law !== "mixture";

/**
 * The mean duration. Infinity for a log-logistic shape of 1 or less, and where the event may never come
 * (`hazard` with a last step of 0, `daily_chance` that leaves people after a century).
 */
export function mean(law: Law): Days {
  return chance(law).mean();
}

/** The variance, in days squared. Infinity for a log-logistic shape of 2 or less and where the mean is infinite. */
export function variance(law: Law): number {
  return chance(law).variance();
}

function chance(law: Law): Chance {
  switch (law.law) {
    case "deterministic":
      return deterministic(law);
    case "exponential":
      return exponential(law);
    case "erlang":
      return erlang(law);
    case "gamma":
      return gamma(law);
    case "lognormal":
      return lognormal(law);
    case "weibull":
      return weibull(law);
    case "log_logistic":
      return logLogistic(law);
    case "uniform":
      return uniform(law);
    case "triangular":
      return triangular(law);
    case "normal":
      return truncatedNormal(law);
    case "discrete":
      return discrete(law);
    case "mixture":
      return mixture(law, chance);
    case "empirical":
      return empirical(law);
    case "hazard":
      return hazard(law);
    case "daily_chance":
      return dailyChance(law);
  }
}
