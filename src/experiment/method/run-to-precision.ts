/** Runs scenarios until named figures of each are known well enough. */
import type { MeasureKey } from "../../measures/key.ts";
import type { AnyScenario } from "../../scenario/types.ts";
import { figureKeys, type Outcome, type Task } from "../replication.ts";
import type { StudyResult } from "../study.ts";
import { type Crew, Pool } from "../sweep/pool.ts";
import { type PrecisionRule, Sequential } from "./precision.ts";

export interface Judgement {
  readonly rule: PrecisionRule;
  /** Which figures must be known so well: those of every scenario for which this is true. */
  readonly wanted: (key: MeasureKey) => boolean;
}

export interface ToPrecision extends Judgement, Crew, Omit<Task, "replication"> {
  /** Told after each replication that counts: how many there are, and at most how many there will be. */
  readonly onProgress?: ((finished: number, most: number) => void) | undefined;
  /** Where it is not undefined, its rejection stops the work with what it is rejected with. */
  readonly stopped?: Promise<never> | undefined;
}

export interface Reached {
  /** Which of the scenarios, from 0. */
  readonly scenario: number;
  readonly key: MeasureKey;
  /** Relative half-width of the 95% interval; Infinity where it cannot be told. */
  readonly relative: number;
}

export interface PreciseResult {
  /** All replications that were needed, those of the look-ahead among them; as many of each scenario. */
  readonly result: StudyResult;
  /** Whether every figure got there before the maximum. */
  readonly met: boolean;
  readonly reached: readonly Reached[];
}

/** Judges replications of some scenarios as they come, in order. */
export class PrecisionJudge {
  readonly #figures: readonly (readonly number[])[];
  readonly #keys: readonly (readonly MeasureKey[])[];
  readonly #sequential: Sequential;

  /** Throws a RangeError if a scenario has none of the wanted figures, or the rule is none. */
  constructor(scenarios: readonly AnyScenario[], { rule, wanted }: Judgement) {
    this.#keys = scenarios.map(figureKeys);
    this.#figures = this.#keys.map((keys) => keys.flatMap((key, figure) => (wanted(key) ? [figure] : [])));
    if (this.#figures.some((figures) => figures.length === 0)) {
      throw new RangeError("precision needs a figure of every scenario to judge by");
    }
    this.#sequential = new Sequential(rule, this.#figures.flat().length);
  }

  /** Takes the next replication of every scenario, and says whether it was the last that is needed. */
  add(outcomes: readonly Outcome[]): boolean {
    return this.#sequential.add(
      outcomes.flatMap(({ values }, scenario) => this.#figures[scenario]!.map((figure) => values[figure]!)),
    );
  }

  get met(): boolean {
    return this.#sequential.met;
  }

  get reached(): Reached[] {
    const { reached } = this.#sequential;
    const which = this.#figures.flatMap((figures, scenario) => figures.map((figure) => ({ scenario, figure })));
    return which.map(({ scenario, figure }, i) => ({
      scenario,
      key: this.#keys[scenario]![figure]!,
      relative: reached[i]!,
    }));
  }
}

export async function runToPrecision(scenarios: readonly AnyScenario[], settings: ToPrecision): Promise<PreciseResult> {
  const { rule, wanted, onProgress, stopped, spawn, workers, ...task } = settings;
  const judge = new PrecisionJudge(scenarios, { rule, wanted });
  const outcomes = scenarios.map((): Outcome[] => []);
  const pool = new Pool({ spawn, workers });
  const count = scenarios.length;
  const start = (job: number): Promise<Outcome> =>
    pool.replicate(scenarios[job % count]!, { ...task, replication: Math.floor(job / count) });
  try {
    let job = 0;
    for await (const outcome of inOrder(rule.maximum * count, pool.size, start, stopped)) {
      outcomes[job++ % count]!.push(outcome);
      if (job % count !== 0) continue;
      onProgress?.(job / count, rule.maximum);
      if (judge.add(outcomes.map((each) => each.at(-1)!))) break;
    }
  } finally {
    pool.close();
  }
  const { seed, executive, times, levels, trend } = task;
  const study = { scenarios, seed, replications: outcomes[0]!.length, executive, times, levels, trend };
  const results = scenarios.map((scenario, i) => ({ scenario, keys: figureKeys(scenario), outcomes: outcomes[i]! }));
  return { result: { study, scenarios: results }, met: judge.met, reached: judge.reached };
}

/** Starts up to `ahead` jobs before they are asked for, and gives their results in order. */
async function* inOrder<T>(
  count: number,
  ahead: number,
  start: (i: number) => Promise<T>,
  stopped: Promise<never> | undefined,
): AsyncGenerator<T> {
  const running: Promise<T>[] = [];
  for (let next = 0, given = 0; given < count; given++) {
    for (; next < count && next < given + ahead; next++) {
      const job = start(next);
      job.catch(() => {}); // it is looked at when its turn comes, or never
      running.push(job);
    }
    const first = running.shift()!;
    yield await (stopped ? Promise.race([first, stopped]) : first);
  }
}
