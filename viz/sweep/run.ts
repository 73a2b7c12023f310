/** Runs a sweep, and the baseline that its points are held against, in workers; tells how far it is, and can be stopped. */
import {
  type AnyScenario,
  estimate,
  estimateDifference,
  type Estimate,
  type Finished,
  type Headline,
  runStudy,
  runSweep,
  type ScenarioResult,
  shownValues,
  type Sweep,
} from "../../src/index.ts";
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
  const baseValues = shownValues(headline, base);
  const points = [...sweep.points.keys()].map((point) => {
    const replications = Array.from(finished.get(point) ?? []);
    const outcomes = replications.flatMap((values) =>
      values === undefined ? [] : [{ values: Float64Array.from(values) }],
    );
    const known = shownValues(headline, { scenario: base.scenario, keys: sweep.measures, outcomes }) ?? [];
    let next = 0;
    return replications.map((values) => (values === undefined ? NaN : (known[next++] ?? NaN)));
  });
  return {
    values: points.map(estimate),
    differences: baseValues && points.map((values) => estimateDifference(baseValues, values)),
  };
}

/** Replications of each point; the fewest where a rule decides. */
export const runsOf = ({ replications }: Sweep): number =>
  typeof replications === "number" ? replications : replications.minimum;
