/** Progress of long work, on standard error, and only where somebody watches. */
import { SingleBar } from "cli-progress";

export interface Progress {
  update(finished: number, of: number): void;
  stop(): void;
}

const nobodyWatches: Progress = { update: () => {}, stop: () => {} };

/** @param unit what is counted, such as "replications" */
export function startProgress(unit: string, wanted: boolean): Progress {
  if (!wanted || !process.stderr.isTTY) return nobodyWatches;
  const bar = new SingleBar({
    format: `[{bar}] {percentage}% · {value} of {total} ${unit} · {eta_formatted} left`,
    stream: process.stderr,
    barsize: 30,
    clearOnComplete: true,
    gracefulExit: false,
    linewrap: true, // means: cut off at the edge of the terminal
    etaBuffer: 30,
  });
  let total = 0;
  return {
    update: (finished, of) => {
      if (total === 0) bar.start(of, 0);
      total = of;
      bar.update(finished);
    },
    stop: () => bar.stop(),
  };
}
