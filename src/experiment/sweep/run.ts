/** Runs what is left of a sweep: point after point, as many replications at once as there are workers. */
import type { PrecisionRule } from "../method/precision.ts";
import { Sequential } from "../method/precision.ts";
import type { AnyScenario } from "../../scenario/types.ts";
import { type Entry, type Finished, note } from "./journal.ts";
import { type Crew, Pool } from "./pool.ts";
import { scenarioAt, type Sweep } from "./sweep.ts";

export interface SweepRun extends Crew {
  /** Numbers of the points to run; all unless given. */
  readonly points?: readonly number[] | undefined;
  /** What is finished already; what is finished now is added to it. */
  readonly finished: Finished;
  /** Told of each replication as it is finished, in any order; what it throws stops the work. */
  readonly onFinished: (entry: Entry) => void;
  /** Told how far it is: replications where their number is fixed, else points. */
  readonly onProgress?: ((finished: number, of: number) => void) | undefined;
  /** Where it is not undefined, its rejection stops the work with what it is rejected with. */
  readonly stopped?: Promise<never> | undefined;
}

/** Ends when every point has what it needs. */
export async function runSweep(sweep: Sweep, settings: SweepRun): Promise<void> {
  const { finished, onFinished, onProgress, stopped } = settings;
  const pool = new Pool(settings);
  const points = settings.points ?? [...sweep.points.keys()];
  const todo = points.map((point) => new PointWork(sweep, point, finished, pool.size));
  const total = todo.reduce((sum, work) => sum + work.steps, 0);
  let done = todo.reduce((sum, work) => sum + work.stepsDone, 0);
  let running = 0;
  let failure: Error | undefined;
  let wake = (): void => {};
  const fail = (error: unknown): void => {
    failure ??= error instanceof Error ? error : new Error(String(error));
    wake();
  };
  const start = async (work: PointWork, replication: number): Promise<void> => {
    const { scenario, figures } = work.scenario(sweep);
    const { values } = await pool.replicate(scenario, { seed: sweep.seed, replication, executive: sweep.executive });
    const entry = { point: work.point, replication, values: figures.map((figure) => values[figure]!) };
    onFinished(entry);
    note(finished, work.point, replication, entry.values);
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

/** What one point still needs. */
class PointWork {
  readonly point: number;
  readonly #rule: number | PrecisionRule;
  readonly #sequential: Sequential | undefined;
  /** Under a rule, only so many replications beyond those that were judged are begun: the rest may not be needed. */
  readonly #ahead: number;
  readonly #begun = new Set<number>();
  #judged = 0;
  #next = 0;
  #made: { readonly scenario: AnyScenario; readonly figures: readonly number[] } | undefined;
  isDone = false;

  constructor(sweep: Sweep, point: number, finished: Finished, ahead: number) {
    this.point = point;
    this.#rule = sweep.replications;
    this.#ahead = ahead;
    this.#sequential = typeof this.#rule === "number" ? undefined : new Sequential(this.#rule, sweep.measures.length);
    for (const replication of (finished.get(point) ?? []).keys()) {
      if (finished.get(point)![replication] !== undefined) this.#begun.add(replication);
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
    const replications = finished.get(this.point) ?? [];
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
    return (this.#made ??= scenarioAt(sweep, this.point));
  }
}
