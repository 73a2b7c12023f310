/** Probabilistic comparisons of scenarios, from a finished sweep whose points are draws of the parameters. */
import type { MeasureKey } from "../../measures/key.ts";
import { type Components, crossedComponents } from "../method/crossed.ts";
import { type Estimate, estimateDifference } from "../statistics.ts";
import type { FinishedSweep } from "../sweep/read-results.ts";

/** A scenario against the first, on one figure; a difference is the scenario minus the first. */
export interface Probabilistic {
  readonly scenario: string;
  readonly key: MeasureKey;
  readonly components: Components;
  /** Range of the middle 95% of the differences over the parameters, without Monte-Carlo noise. */
  readonly low: number;
  readonly high: number;
  /**
   * Probability, over the parameters, that the scenario has more of it; and an interval that holds it with 95% or more, for
   * there are only so many draws and replications.
   */
  readonly probability_more: number;
  readonly probability_low: number;
  readonly probability_high: number;
  /** Shares of the draws in which the interval over replications lies above 0, includes it, or lies below it. */
  readonly surely_more: number;
  readonly cannot_tell: number;
  readonly surely_less: number;
  /** By draw, over replications. */
  readonly draws: readonly Estimate[];
}

/** Why a sweep cannot be compared so, or undefined. */
export function faultOfDraws({ scenarios, points, values, measures }: FinishedSweep): string | undefined {
  if (scenarios.length < 2) return "it has one scenario, expected two or more";
  if (points.length < 2) return "it has one draw, expected two or more";
  for (const [s, scenario] of scenarios.entries()) {
    for (const [m, { place, measure, statistic }] of measures.entries()) {
      for (const [point, replications] of values[s]![m]!.entries()) {
        if (replications.length < 2) return "it has one replication at a point, expected two or more";
        if (replications.length !== values[0]![m]![0]!.length)
          return "the number of replications differs between points";
        if (replications.some(Number.isNaN))
          return `${measure} ${statistic} at ${place} of ${scenario} does not exist in every replication of draw ${point}`;
      }
    }
  }
  return undefined;
}

/** One for each scenario after the first, and each measure. Throws a RangeError where `faultOfDraws` has something to say. */
export function compareDraws(sweep: FinishedSweep): Probabilistic[] {
  const fault = faultOfDraws(sweep);
  if (fault !== undefined) throw new RangeError(fault);
  return sweep.scenarios.flatMap((scenario, s) =>
    s === 0
      ? []
      : sweep.measures.map((key, m) => compareOne(scenario, key, sweep.values[0]![m]!, sweep.values[s]![m]!)),
  );
}

type ByDraw = readonly (readonly number[])[];

export const differencesByDraw = (base: ByDraw, other: ByDraw): number[][] =>
  base.map((row, p) => row.map((value, k) => other[p]![k]! - value));

function compareOne(scenario: string, key: MeasureKey, base: ByDraw, other: ByDraw): Probabilistic {
  const components = crossedComponents(differencesByDraw(base, other));
  const draws = base.map((row, p) => estimateDifference(row, other[p]!));
  const n = draws.length;
  const sorted = components.adjusted.toSorted((a, b) => a - b);
  // Chance moves all draws together; by how much, is in the interval of the probability.
  const moved = 1.96 * components.chance_error;
  const more = shareAbove(sorted, 0);
  const [probability_low] = wilson(shareAbove(sorted, moved), n);
  const [, probability_high] = wilson(shareAbove(sorted, -moved), n);
  const surely_more = draws.filter(({ low }) => low > 0).length / n;
  const surely_less = draws.filter(({ high }) => high < 0).length / n;
  return {
    scenario,
    key,
    components,
    low: quantile(sorted, 0.025),
    high: quantile(sorted, 0.975),
    probability_more: more,
    probability_low,
    probability_high,
    surely_more,
    cannot_tell: 1 - surely_more - surely_less,
    surely_less,
    draws,
  };
}

/** One that is neither above nor below counts for a half. */
const shareAbove = (values: readonly number[], bound: number): number =>
  values.reduce((count, value) => count + (value > bound ? 1 : value === bound ? 0.5 : 0), 0) / values.length;

/** 95% interval of a share of n (Wilson 1927, J Am Stat Assoc 22:209-212). */
export function wilson(share: number, n: number): [low: number, high: number] {
  const z = 1.959963984540054;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** Between the two nearest of sorted values, in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
}
