/** Runs a scenario until named figures are known well enough. */
import type { MeasureKey } from "../../measures/key.ts";
import type { NetworkScenario } from "../../scenario/types.ts";
import { figureKeys, type Outcome, type Task } from "../replication.ts";
import type { ScenarioResult } from "../study.ts";
import { type Crew, Pool } from "../sweep/pool.ts";
import { type PrecisionRule, Sequential } from "./precision.ts";

export interface ToPrecision extends Crew, Omit<Task, "replication"> {
  readonly rule: PrecisionRule;
  /** Which figures must be known so well: those of the scenario for which this is true. */
  readonly wanted: (key: MeasureKey) => boolean;
  /** Told after each replication that counts: how many there are, and at most how many there will be. */
  readonly onProgress?: ((finished: number, most: number) => void) | undefined;
}

export interface Reached {
  readonly key: MeasureKey;
  /** Relative half-width of the 95% interval; Infinity where it cannot be told. */
  readonly relative: number;
}

export interface PreciseResult {
  /** All replications that were needed, those of the look-ahead among them. */
  readonly result: ScenarioResult;
  /** Whether every figure got there before the maximum. */
  readonly met: boolean;
  readonly reached: readonly Reached[];
}

export async function runToPrecision(scenario: NetworkScenario, settings: ToPrecision): Promise<PreciseResult> {
  const { rule, wanted, onProgress, spawn, workers, ...task } = settings;
  const keys = figureKeys(scenario);
  const figures = keys.flatMap((key, figure) => (wanted(key) ? [figure] : []));
  if (figures.length === 0) throw new RangeError("precision needs a figure to judge by, and none was named");
  const pool = new Pool({ spawn, workers });
  const outcomes: Outcome[] = [];
  const sequential = new Sequential(rule, figures.length);
  try {
    for await (const outcome of inOrder(rule.maximum, pool.size, (replication) =>
      pool.replicate(scenario, { ...task, replication }),
    )) {
      outcomes.push(outcome);
      onProgress?.(outcomes.length, rule.maximum);
      if (sequential.add(figures.map((figure) => outcome.values[figure]!))) break;
    }
  } finally {
    pool.close();
  }
  const reached = sequential.reached.map((relative, i) => ({ key: keys[figures[i]!]!, relative }));
  return { result: { scenario, keys, outcomes }, met: sequential.met, reached };
}

/** Starts up to `ahead` jobs before they are asked for, and gives their results in order. */
async function* inOrder<T>(count: number, ahead: number, start: (i: number) => Promise<T>): AsyncGenerator<T> {
  const running: Promise<T>[] = [];
  for (let next = 0, given = 0; given < count; given++) {
    for (; next < count && next < given + ahead; next++) {
      const job = start(next);
      job.catch(() => {}); // it is looked at when its turn comes, or never
      running.push(job);
    }
    yield await running.shift()!;
  }
}
