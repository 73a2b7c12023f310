/** Runs a comparison and tells how it goes, no more often than the page can be drawn. */
import { Cancelled, type RunningStudy, runStudy, type StudyResult } from "../src/index.ts";
import { timesOf } from "./data/band.ts";
import type { Network } from "./network.ts";
import { spawn, workersHere } from "./spawn.ts";

export interface Asked {
  readonly scenarios: readonly Network[];
  readonly seed: string;
  readonly runs: number;
}

export interface Listener {
  /** Some runs are finished in both scenarios; `result` holds them. */
  onSome(finished: number, result: StudyResult): void;
  onDone(result: StudyResult): void;
  onCancelled(): void;
  onFailure(error: Error): void;
}

/** Least milliseconds between two drawings while runs arrive. */
const pause = 400;

/** Starts at once. A listener hears nothing of a comparison after it has been cancelled, except that it was. */
export function run({ scenarios, seed, runs }: Asked, listener: Listener): RunningStudy {
  let last = 0;
  const study = { scenarios, seed, replications: runs, times: timesOf([...scenarios]) };
  const running = runStudy(study, {
    spawn,
    workers: workersHere(),
    onProgress(finished, of, soFar) {
      const now = performance.now();
      if (finished === of || (now - last < pause && finished > scenarios.length)) return;
      last = now;
      const result = soFar();
      listener.onSome(Math.min(...result.scenarios.map(({ outcomes }) => outcomes.length)), result);
    },
  });
  running.done.then(
    (result) => listener.onDone(result),
    (error: unknown) => {
      if (error instanceof Cancelled) listener.onCancelled();
      else listener.onFailure(error instanceof Error ? error : new Error(String(error)));
    },
  );
  return running;
}
