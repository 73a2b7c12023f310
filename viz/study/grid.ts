/** When the page looks at a run: days for people over time, and days since a referral for what has become of it. */
import type { AnyScenario } from "../../src/index.ts";

const looks = 60;

/** Days of the run, evenly from the end of the warm-up to the horizon: for `series` of an outcome. */
export function timesOf({ warm_up_days, run_days }: Pick<AnyScenario, "warm_up_days" | "run_days">): number[] {
  return Array.from({ length: looks + 1 }, (_, at) => warm_up_days + (run_days * at) / looks);
}

const weeks = 52;

/** Days since a referral, week by week through a year, or as far as half the run reaches: for `fates` of an outcome. */
export function waitDaysOf({ run_days }: Pick<AnyScenario, "run_days">): number[] {
  const longest = Math.min(weeks, Math.floor(run_days / 2 / 7));
  return Array.from({ length: longest + 1 }, (_, week) => 7 * week);
}
