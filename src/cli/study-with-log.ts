/** A study whose events are all written to a file: one replication after another, in this thread, nothing kept. */
import {
  figureKeys,
  legendOf,
  type Outcome,
  type PrecisionJudge,
  replicate,
  type Study,
  type StudyResult,
} from "../index.ts";
import { breathe } from "./interrupt.ts";
import type { EventLog } from "./log/event-log.ts";
import { startProgress } from "./progress.ts";

interface Logging {
  readonly signal: AbortSignal;
  readonly quiet: boolean;
  /** Decides when there are enough replications, where their number is not fixed. */
  readonly judge: PrecisionJudge | undefined;
}

/**
 * Runs a study and writes down its events. Where there are several scenarios, a first column says which, by the `names`.
 * Replication k of every scenario comes before replication k + 1 of any.
 */
export async function runWithLog(
  study: Study,
  names: readonly string[],
  log: EventLog,
  { signal, quiet, judge }: Logging,
): Promise<StudyResult> {
  const several = study.scenarios.length > 1;
  const progress = startProgress("replications", !quiet);
  const parts = study.scenarios.map((scenario, i) => ({
    scenario,
    keys: figureKeys(scenario),
    legend: legendOf(scenario),
    before: several ? [names[i]!] : [],
    outcomes: [] as Outcome[],
  }));
  let replications = 0;
  try {
    for (let enough = false; !enough && replications < study.replications; replications++) {
      for (const [i, { scenario, legend, before, outcomes }] of parts.entries()) {
        progress.update(replications * parts.length + i, parts.length * study.replications);
        await breathe(signal);
        const { seed, executive = "fast", levels, trend } = study;
        const listeners = log.listeners(legend, replications, before);
        const task = { seed, replication: replications, executive, levels, trend };
        outcomes.push(await replicate(scenario, task, listeners));
      }
      enough = judge?.add(parts.map(({ outcomes }) => outcomes.at(-1)!)) ?? false;
    }
    log.end();
  } finally {
    progress.stop();
  }
  const scenarios = parts.map(({ scenario, keys, outcomes }) => ({ scenario, keys, outcomes }));
  return { study: { ...study, replications }, scenarios };
}
