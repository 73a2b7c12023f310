/** Runs what is left of a sweep, or of a shard of it, and puts each replication into the journal as it is finished. */
import { Cancelled, type Finished, runSweep, type Sweep } from "../../index.ts";
import { interruptible, interruption } from "../interrupt.ts";
import { startProgress } from "../progress.ts";
import { spawn } from "../spawn.ts";
import type { JournalFile } from "./journal-file.ts";

export interface Work {
  readonly finished: Finished;
  readonly journal: JournalFile;
  readonly workers: number;
  /** Numbers of the runs; all unless given. */
  readonly runs?: readonly number[];
}

/** True when it is all done; false when it was interrupted, which has then been said. */
export async function workOn(sweep: Sweep, { finished, journal, workers, runs }: Work): Promise<boolean> {
  const progress = startProgress(typeof sweep.replications === "number" ? "replications" : "runs", true);
  try {
    await interruptible((signal) => {
      return runSweep(sweep, {
        spawn,
        workers,
        runs,
        finished,
        stopped: interruption(signal),
        onFinished: (entry) => journal.add(entry),
        onProgress: (done, of) => progress.update(done, of),
      });
    });
    return true;
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    progress.stop();
    console.error("caregap: interrupted; finished replications are kept, and the same command goes on from there");
    process.exitCode = 130;
    return false;
  } finally {
    progress.stop();
    journal.close();
  }
}
