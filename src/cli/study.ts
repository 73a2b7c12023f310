/** Runs what `run` and `compare` ask for, with progress, and stops when interrupted. */
import { type AnyScenario, runStudy, type Study, type StudyResult } from "../index.ts";
import type { StudyOptions } from "./options.ts";
import { startProgress } from "./progress.ts";
import { spawn } from "./spawn.ts";

/** The study that the options ask for; time at each level is for files only. */
export const studyOf = (scenarios: readonly AnyScenario[], options: StudyOptions): Study => ({
  scenarios,
  seed: options.seed,
  replications: options.replications,
  executive: options.executive,
  levels: options.out !== undefined,
  trend: true,
});

/** Runs a study in worker threads. */
export async function runInWorkers(study: Study, options: StudyOptions, signal: AbortSignal): Promise<StudyResult> {
  const progress = startProgress("replications", !options.json);
  const running = runStudy(study, {
    spawn,
    workers: options.workers,
    onProgress: (finished, of) => progress.update(finished, of),
  });
  const cancel = (): void => running.cancel();
  signal.addEventListener("abort", cancel);
  try {
    return await running.done;
  } finally {
    signal.removeEventListener("abort", cancel);
    progress.stop();
  }
}
