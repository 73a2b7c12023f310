/**
 * Laws of chance for durations, as they stand in a scenario after its units are converted: every
 * time is in days. `src/engine/laws.ts` turns each into a sampler of one uniform draw.
 */
import type { Days } from "./time.ts";

/** A duration that varies from person to person. A `switch` on `law` handles every kind. */
export type Law =
  | { readonly law: "deterministic"; readonly days: Days }
  | { readonly law: "exponential"; readonly mean_days: Days }
  /** The sum of `stages` exponential stages, with `mean_days` for the whole. */
  | { readonly law: "erlang"; readonly stages: number; readonly mean_days: Days }
  /** Mean is `shape` × `scale_days`. */
  | { readonly law: "gamma"; readonly shape: number; readonly scale_days: Days }
  | LogNormal
  | { readonly law: "weibull"; readonly shape: number; readonly scale_days: Days }
  /** P(X > x) = 1 / (1 + (x / scale)^shape); the median is `scale_days`. */
  | { readonly law: "log_logistic"; readonly shape: number; readonly scale_days: Days }
  | { readonly law: "uniform"; readonly low_days: Days; readonly high_days: Days }
  | { readonly law: "triangular"; readonly low_days: Days; readonly mode_days: Days; readonly high_days: Days }
  /** Mean and sd are those before truncation to [low, high]; low is 0 and high is infinite unless given. */
  | {
      readonly law: "normal";
      readonly mean_days: Days;
      readonly sd_days: Days;
      readonly low_days?: Days;
      readonly high_days?: Days;
    }
  | { readonly law: "discrete"; readonly values: readonly { readonly days: Days; readonly probability: number }[] }
  | { readonly law: "mixture"; readonly parts: readonly { readonly probability: number; readonly of: Law }[] }
  /** Each of the observed values with equal chance. */
  | { readonly law: "empirical"; readonly values_days: readonly Days[] }
  | Hazard
  | DailyChance;

/** Either by the mean and sd of the duration itself, or by the mean and sd of its natural logarithm in days. */
export type LogNormal =
  | { readonly law: "lognormal"; readonly mean_days: Days; readonly sd_days: Days }
  | { readonly law: "lognormal"; readonly mu_log_days: number; readonly sigma_log: number };

/** A hazard that is constant from each step to the next; where the last is 0 the event may never come (infinity). */
export interface Hazard {
  readonly law: "hazard";
  readonly steps: readonly { readonly from_day: Days; readonly per_day: number }[];
}

/**
 * A chance of ending on each whole day x = 1, 2, … after the start, given that it has not ended before:
 * last + (first - last) / (1 + (x / scale)^shape), as in Murch et al. 2021 for people who leave a waiting list.
 */
export interface DailyChance {
  readonly law: "daily_chance";
  readonly first: number;
  readonly last: number;
  readonly shape: number;
  readonly scale_days: Days;
}
