/** Runs what is left of a sweep: one run after another, as many replications at once as there are workers. */
import type { PrecisionRule } from "../method/precision.ts";
import { Sequential } from "../method/precision.ts";
import type { AnyScenario } from "../../scenario/types.ts";
import { type Entry, type Finished, note } from "./journal.ts";
import { type Crew, Pool } from "./pool.ts";
import { countRuns, scenarioAt, type Sweep } from "./sweep.ts";

export interface SweepRun extends Crew {
  /** Numbers of the runs to do (see `countRuns`); all unless given. */
  readonly runs?: readonly number[] | undefined;
  /** What is finished already; what is finished now is added to it. */
  readonly finished: Finished;
  /** Told of each replication as it is finished, in any order; what it throws stops the work. */
  readonly onFinished: (entry: Entry) => void;
  /** Told how far it is: replications where their number is fixed, else runs. */
  readonly onProgress?: ((finished: number, of: number) => void) | undefined;
  /** Where it is not undefined, its rejection stops the work with what it is rejected with. */
  readonly stopped?: Promise<never> | undefined;
}

/** Ends when every run has what it needs. */
export async function runSweep(sweep: Sweep, settings: SweepRun): Promise<void> {
  const { finished, onFinished, onProgress, stopped } = settings;
  const pool = new Pool(settings);
  const runs = settings.runs ?? Array.from({ length: countRuns(sweep) }, (_, run) => run);
  const todo = runs.map((run) => new RunWork(sweep, run, finished, pool.size));
  const total = todo.reduce((sum, work) => sum + work.steps, 0);
  let done = todo.reduce((sum, work) => sum + work.stepsDone, 0);
  let running = 0;
  let failure: Error | undefined;
  let wake = (): void => {};
  const fail = (error: unknown): void => {
    failure ??= error instanceof Error ? error : new Error(String(error));
    wake();
  };
  const start = async (work: RunWork, replication: number): Promise<void> => {
    const { scenario, figures } = work.scenario(sweep);
    const { values } = await pool.replicate(scenario, { seed: sweep.seed, replication, executive: sweep.executive });
    const entry = { run: work.run, replication, values: figures.map((figure) => values[figure]!) };
    onFinished(entry);
    note(finished, work.run, replication, entry.values);
    const before = work.stepsDone;
    work.look(finished);
    done += work.stepsDone - before;
    onProgress?.(done, total);
    running--;
    wake();
  };
  stopped?.catch(fail);
  try {
    onProgress?.(done, total);
    for (let first = 0; ;) {
      while (todo[first]?.isDone) first++;
      for (let next = first; next < todo.length && running < pool.size;) {
        const replication = todo[next]!.take();
        if (replication === undefined) {
          next++;
          continue;
        }
        running++;
        start(todo[next]!, replication).catch(fail);
      }
      if (running === 0) return;
      await new Promise<void>((resolve) => (wake = resolve));
      if (failure) throw failure;
    }
  } finally {
    pool.close();
  }
}

/** What one run still needs. */
class RunWork {
  readonly run: number;
  readonly #rule: number | PrecisionRule;
  readonly #sequential: Sequential | undefined;
  /** Under a rule, only so many replications beyond those that were judged are begun: the rest may not be needed. */
  readonly #ahead: number;
  readonly #begun = new Set<number>();
  #judged = 0;
  #next = 0;
  #made: { readonly scenario: AnyScenario; readonly figures: readonly number[] } | undefined;
  isDone = false;

  constructor(sweep: Sweep, run: number, finished: Finished, ahead: number) {
    this.run = run;
    this.#rule = sweep.replications;
    this.#ahead = ahead;
    this.#sequential = typeof this.#rule === "number" ? undefined : new Sequential(this.#rule, sweep.measures.length);
    for (const replication of (finished.get(run) ?? []).keys()) {
      if (finished.get(run)![replication] !== undefined) this.#begun.add(replication);
    }
    this.look(finished);
  }

  /** The next replication to begin, if there is one that is wanted now. */
  take(): number | undefined {
    if (this.isDone) return undefined;
    while (this.#begun.has(this.#next)) this.#next++;
    const limit =
      typeof this.#rule === "number" ? this.#rule : Math.min(this.#rule.maximum, this.#judged + this.#ahead);
    if (this.#next >= limit) return undefined;
    this.#begun.add(this.#next);
    return this.#next++;
  }

  /** Judges what has been finished without a gap. */
  look(finished: Finished): void {
    const replications = finished.get(this.run) ?? [];
    while (!this.isDone && replications[this.#judged] !== undefined) {
      const values = replications[this.#judged++]!;
      this.isDone = this.#sequential ? this.#sequential.add(values) : this.#judged >= (this.#rule as number);
    }
    if (this.isDone) this.#made = undefined;
  }

  get steps(): number {
    return typeof this.#rule === "number" ? this.#rule : 1;
  }

  get stepsDone(): number {
    return typeof this.#rule === "number" ? this.#judged : Number(this.isDone);
  }

  scenario(sweep: Sweep): { readonly scenario: AnyScenario; readonly figures: readonly number[] } {
    return (this.#made ??= scenarioAt(sweep, this.run));
  }
}
