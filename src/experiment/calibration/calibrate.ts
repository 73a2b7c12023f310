/** The model held against the targets of calibration: a figure with its interval for each, inside or outside. */
import { keyText } from "../../measures/key.ts";
import type { Parameter, PathwayScenario } from "../../scenario/pathway/types.ts";
import { type Estimate, estimate } from "../statistics.ts";
import type { ScenarioResult } from "../study.ts";
import type { Run, Target } from "./target.ts";
import { targets } from "./targets.ts";

/** How the model stands to a target. `unsure`: the interval of its mean reaches over an end of the tolerance. */
export type Verdict = "inside" | "outside" | "unsure" | "no figure";

export interface CalibrationRow {
  readonly target: Target;
  /** In the unit of the target. */
  readonly model: Estimate;
  readonly verdict: Verdict;
  /** How far the mean is outside, in half-widths of the tolerance; 0 inside. */
  readonly off: number;
}

/** Limits of waits that the targets need. */
const limits = [28, 42, 90, 126, 365];

/** The same scenario, measured so that every target has its figure. It changes nothing that happens. */
export function readyToCalibrate(scenario: PathwayScenario): PathwayScenario {
  const wait_limits_days = [...new Set([...scenario.wait_limits_days, ...limits])].toSorted((a, b) => a - b);
  return { ...scenario, wait_limits_days };
}

/** @param result of a scenario that was made ready by `readyToCalibrate` */
export function calibrationRows(scenario: PathwayScenario, result: ScenarioResult): CalibrationRow[] {
  const runs = runsOf(scenario, result);
  return targets.map((target) => {
    const model = estimate(runs.map((run) => target.figure(run)));
    return { target, model, verdict: judge(target, model), off: distanceOff(target, model.mean) };
  });
}

function runsOf(scenario: PathwayScenario, { keys, outcomes }: ScenarioResult): Run[] {
  const { groups, practices, adult_share } = scenario.population;
  const window = scenario.windows[0]!;
  const numbers = new Map(keys.map((key, i) => [keyText(key), i]));
  const registered = practices.reduce((sum, { list }) => sum + list, 0);
  const about = {
    scenario,
    pd: groups.filter((group) => group.is_pd).map(({ name }) => name),
    others: groups.filter((group) => !group.is_pd).map(({ name }) => name),
    adults: registered * adult_share,
    registered,
    years: (window.to_day - window.from_day) / 365,
  };
  return outcomes.map(({ values }) => ({
    ...about,
    find: (place, measure, estimand, statistic, group = "all") => {
      const only = groups.length === 1 ? "all" : group;
      const at = numbers.get(
        keyText({ window: window.name, place, group: only, measure, estimand, statistic, unit: "" }),
      );
      return at === undefined ? NaN : values[at]!;
    },
  }));
}

function judge({ low, high }: Target, { mean, low: from, high: to }: Estimate): Verdict {
  if (Number.isNaN(mean)) return "no figure";
  const reachesOver = (end: number): boolean => from < end && end < to;
  if (reachesOver(low) || reachesOver(high)) return "unsure";
  return mean >= low && mean <= high ? "inside" : "outside";
}

function distanceOff({ low, high }: Target, mean: number): number {
  const half = Number.isFinite(high - low) ? (high - low) / 2 : Math.abs(low) || 1;
  return mean < low ? (low - mean) / half : mean > high ? (mean - high) / half : 0;
}

/** Parameters of a scenario that say that they are tuned, by their notes. */
export const tunedIn = ({ parameters }: PathwayScenario): Parameter[] =>
  parameters.filter((parameter) => /\btuned\b/i.test(parameter.note));
