/** Runs a sweep, and the baseline that its points are held against, in workers; tells how far it is, and can be stopped. */
import {
  type AnyScenario,
  estimate,
  estimateDifference,
  type Estimate,
  type Finished,
  type MeasureKey,
  runStudy,
  runSweep,
  type ScenarioResult,
  type Sweep,
} from "../../src/index.ts";
import type { Headline } from "../figures/headline.ts";
import { factorOf } from "../figures/rows.ts";
import { everyone, valuesOf, windowOf } from "../figures/values.ts";
import { spawnHere, workersHere } from "../spawn.ts";

/** What is known of a sweep: the figure at each point, and its difference from the baseline where there is one. */
export interface SweepResult {
  readonly values: readonly Estimate[];
  readonly differences: readonly Estimate[] | undefined;
}

export interface RunningSweep {
  readonly done: Promise<SweepResult>;
  cancel(): void;
}

export class SweepStopped extends Error {
  constructor() {
    super("the sweep was stopped");
    this.name = "SweepStopped";
  }
}

/** @param onSome told after each replication how many are finished, of how many, and what is known */
export function startSweep(
  sweep: Sweep,
  { headline, baseline }: { readonly headline: Headline; readonly baseline: AnyScenario },
  onSome: (finished: number, of: number, result: SweepResult) => void,
): RunningSweep {
  let stop: (error: Error) => void = () => {};
  const stopped = new Promise<never>((_, reject) => (stop = reject));
  stopped.catch(() => {});
  const run = async (): Promise<SweepResult> => {
    const workers = workersHere();
    const study = runStudy(
      { scenarios: [baseline], seed: sweep.seed, replications: runsOf(sweep) },
      { spawn: spawnHere, workers },
    );
    stopped.catch(() => study.cancel());
    const { scenarios } = await Promise.race([study.done, stopped]);
    const base = scenarios[0]!;
    const finished: Finished = new Map();
    const known = (): SweepResult => resultOf(sweep, finished, headline, base);
    await runSweep(sweep, {
      spawn: spawnHere,
      workers,
      finished,
      stopped,
      onFinished: () => undefined,
      onProgress: (done, of) => onSome(done, of, known()),
    });
    return known();
  };
  return { done: run(), cancel: () => stop(new SweepStopped()) };
}

function resultOf(sweep: Sweep, finished: Finished, headline: Headline, base: ScenarioResult): SweepResult {
  const factor = factorOf(headline, base, 1);
  const weights = weightsOf(sweep.measures, headline, windowOf(base));
  const baseValues = valuesOf(base, headline.parts)?.map((value) => value * factor);
  const points = [...sweep.points.keys()].map((point) => {
    const replications = finished.get(point) ?? [];
    return Array.from(replications, (values) =>
      values === undefined
        ? NaN
        : values.reduce((sum, value, i) => sum + (weights[i] === 0 ? 0 : value * weights[i]!), 0) * factor,
    );
  });
  return {
    values: points.map(estimate),
    differences: baseValues && points.map((values) => estimateDifference(baseValues, values)),
  };
}

/** How much each figure of the sweep counts in the headline; 0 for those of another window. */
function weightsOf(keys: readonly MeasureKey[], { parts }: Headline, window: string): number[] {
  return keys.map((key) =>
    parts.reduce((sum, { measure, estimand, statistic, place = everyone, group = "all", weight = 1 }) => {
      const isIt =
        key.window === window &&
        key.measure === measure &&
        key.estimand === estimand &&
        key.statistic === statistic &&
        key.group === group &&
        (place === "*" || key.place === place);
      return isIt ? sum + weight : sum;
    }, 0),
  );
}

/** Replications of each point; the fewest where a rule decides. */
export const runsOf = ({ replications }: Sweep): number =>
  typeof replications === "number" ? replications : replications.minimum;
