/** A study whose events are all written to a file: one replication after another, in this thread, nothing kept. */
import {
  csvLines,
  EventCsv,
  eventColumns,
  figureKeys,
  legendOf,
  type Outcome,
  replicate,
  type ScenarioResult,
  type Study,
  type StudyResult,
} from "../index.ts";
import { breathe } from "./interrupt.ts";
import { startProgress } from "./progress.ts";

/**
 * Runs a study and hands the lines of its log to `write`. Where there are several scenarios, a first column says which,
 * by the `names`.
 */
export async function runWithLog(
  study: Study,
  names: readonly string[],
  write: (lines: string) => void,
  { signal, quiet }: { readonly signal: AbortSignal; readonly quiet: boolean },
): Promise<StudyResult> {
  const several = study.scenarios.length > 1;
  write(csvLines([several ? ["scenario", ...eventColumns] : eventColumns]));
  const progress = startProgress("replications", !quiet);
  const total = study.scenarios.length * study.replications;
  const scenarios: ScenarioResult[] = [];
  try {
    for (const [i, scenario] of study.scenarios.entries()) {
      const legend = legendOf(scenario);
      const before = several ? [names[i]!] : [];
      const outcomes: Outcome[] = [];
      for (let replication = 0; replication < study.replications; replication++) {
        progress.update(i * study.replications + replication, total);
        await breathe(signal);
        const task = { seed: study.seed, replication, executive: study.executive ?? "fast", levels: study.levels };
        outcomes.push(await replicate(scenario, task, [new EventCsv(legend, replication, write, before)]));
      }
      scenarios.push({ scenario, keys: figureKeys(scenario), outcomes });
    }
  } finally {
    progress.stop();
  }
  return { study, scenarios };
}
