/**
 * A study: some scenarios, each run with the same replications of the same seed. Replications are shared out among
 * workers and put in order by their number, so that neither the number of workers nor who finishes first changes a bit.
 */
import type { MeasureKey } from "../measures/key.ts";
import type { ExecutiveName } from "../model/run.ts";
import type { AnyScenario } from "../scenario/types.ts";
import { breathe } from "./breathe.ts";
import { figureKeys, type Outcome, replicate, type Task } from "./replication.ts";
import type { Answer, Ask, Worker } from "./worker.ts";

export interface Study {
  readonly scenarios: readonly AnyScenario[];
  readonly seed: string;
  readonly replications: number;
  readonly executive?: ExecutiveName | undefined;
  readonly times?: readonly number[] | undefined;
  readonly levels?: boolean | undefined;
  readonly stays?: boolean | undefined;
  /** Whether it is wanted how the counts went: see `judgeWarmUp`. */
  readonly trend?: boolean | undefined;
}

export interface StudyResult {
  readonly study: Study;
  /** One for each scenario, in the order of the study. */
  readonly scenarios: readonly ScenarioResult[];
}

export interface ScenarioResult {
  readonly scenario: AnyScenario;
  readonly keys: readonly MeasureKey[];
  /** By replication, from 0. While the study runs, those that are finished without a gap. */
  readonly outcomes: readonly Outcome[];
}

export interface HowToRun {
  /** Makes a worker; without it everything runs here. */
  readonly spawn?: (() => Worker) | undefined;
  /** Most workers at once; 1 or more. */
  readonly workers?: number | undefined;
  /** Told after each replication: how many are finished, of how many, and the result so far. */
  readonly onProgress?: ((finished: number, of: number, soFar: () => StudyResult) => void) | undefined;
}

/** A study that is under way. */
export interface RunningStudy {
  readonly done: Promise<StudyResult>;
  /** Stops at once; `done` is then rejected with a `Cancelled`. */
  cancel(): void;
}

export class Cancelled extends Error {
  constructor() {
    super("the study was cancelled");
    this.name = "Cancelled";
  }
}

interface Job {
  readonly scenarioNumber: number;
  readonly task: Task;
}

/** Runs a study. Replication k of every scenario comes before replication k + 1 of any, so that comparisons settle together. */
export function runStudy(study: Study, how: HowToRun = {}): RunningStudy {
  const keys = study.scenarios.map(figureKeys);
  const outcomes = study.scenarios.map((): (Outcome | undefined)[] => []);
  const jobs = Array.from({ length: study.replications }, (_, replication) =>
    study.scenarios.map((_scenario, scenarioNumber): Job => {
      const { seed, executive = "fast", times, levels, stays, trend } = study;
      return { scenarioNumber, task: { seed, replication, executive, times, levels, stays, trend } };
    }),
  ).flat();
  let finished = 0;
  const soFar = (): StudyResult => ({
    study,
    scenarios: study.scenarios.map((scenario, i) => ({
      scenario,
      keys: keys[i]!,
      outcomes: finishedWithoutGap(outcomes[i]!),
    })),
  });
  const finish = (job: Job, outcome: Outcome): void => {
    outcomes[job.scenarioNumber]![job.task.replication] = outcome;
    how.onProgress?.(++finished, jobs.length, soFar);
  };
  const running = how.spawn
    ? runInWorkers(study.scenarios, jobs, how.spawn, how.workers ?? 1, finish)
    : runHere(study.scenarios, jobs, finish);
  return { done: running.done.then(soFar), cancel: () => running.cancel() };
}

function finishedWithoutGap(outcomes: readonly (Outcome | undefined)[]): Outcome[] {
  const gap = outcomes.findIndex((outcome) => outcome === undefined);
  return outcomes.slice(0, gap < 0 ? undefined : gap) as Outcome[];
}

interface Running {
  readonly done: Promise<void>;
  cancel(): void;
}

function runHere(
  scenarios: readonly AnyScenario[],
  jobs: readonly Job[],
  finish: (job: Job, outcome: Outcome) => void,
): Running {
  let cancelled = false;
  const run = async (): Promise<void> => {
    for (const job of jobs) {
      finish(job, await replicate(scenarios[job.scenarioNumber]!, job.task));
      // Otherwise nobody could see how far it is, or cancel.
      await breathe();
      if (cancelled) throw new Cancelled();
    }
  };
  return { done: run(), cancel: () => (cancelled = true) };
}

function runInWorkers(
  scenarios: readonly AnyScenario[],
  jobs: readonly Job[],
  spawn: () => Worker,
  most: number,
  finish: (job: Job, outcome: Outcome) => void,
): Running {
  const workers: Worker[] = [];
  let next = 0;
  let open = jobs.length;
  let fail: (error: Error) => void = () => {};
  const done = new Promise<void>((resolve, reject) => {
    fail = reject;
    if (open === 0) resolve();
    const employ = (): void => {
      const worker = spawn();
      workers.push(worker);
      const known = new Set<number>();
      const ask = (): void => {
        const id = next++;
        const job = jobs[id];
        if (!job) return;
        const isNew = !known.has(job.scenarioNumber);
        known.add(job.scenarioNumber);
        const scenario = isNew ? scenarios[job.scenarioNumber] : undefined;
        worker.post({ id, scenario, scenarioNumber: job.scenarioNumber, task: job.task } satisfies Ask);
      };
      worker.onMessage((message) => {
        const answer = message as Answer;
        if ("error" in answer) {
          reject(new Error(answer.error));
          return;
        }
        finish(jobs[answer.id]!, answer.outcome);
        if (--open === 0) resolve();
        else ask();
      });
      worker.onError(reject);
      ask();
    };
    for (let i = 0; i < Math.min(most, jobs.length); i++) employ();
  });
  const dismiss = (): void => workers.forEach((worker) => worker.terminate());
  return { done: done.finally(dismiss), cancel: () => fail(new Cancelled()) };
}
