/**
 * The share of waits that have ended by each duration, when some are still going on: Kaplan and Meier 1958, J Am Stat
 * Assoc 53:457-481. Works on the bins of two histograms; within a bin, ends come before censorings, as is usual.
 */
import type { Days } from "../engine/time.ts";
import type { Histogram } from "./histogram.ts";

export interface EndedShare {
  readonly days: Days;
  /** Share of waits that have ended by then. */
  readonly share: number;
}

/** The steps of the curve, ascending. It stops short of 1 when the longest wait has not ended. */
export function kaplanMeier(ended: Histogram, censored: Histogram): EndedShare[] {
  const bins: { place: number; mean: Days; ended: number; censored: number }[] = [];
  ended.forEachBin((count, mean, octave, bin) => {
    bins.push({ place: octave * 1024 + bin, mean, ended: count, censored: 0 });
  });
  censored.forEachBin((count, mean, octave, bin) => {
    bins.push({ place: octave * 1024 + bin + 0.5, mean, ended: 0, censored: count });
  });
  bins.sort((a, b) => a.place - b.place);

  const steps: EndedShare[] = [];
  let atRisk = ended.count + censored.count;
  let waiting = 1;
  for (const bin of bins) {
    if (bin.ended > 0) {
      waiting *= 1 - bin.ended / atRisk;
      steps.push({ days: bin.mean, share: 1 - waiting });
    }
    atRisk -= bin.ended + bin.censored;
  }
  return steps;
}

/** The duration by which a share has ended; NaN if the curve never gets there. */
export function curveQuantile(steps: readonly EndedShare[], share: number): Days {
  // A curve that ends at 1 may fall short of it by rounding.
  return steps.find((step) => step.share >= share - 1e-12)?.days ?? NaN;
}

/** The share that has ended within `days`. NaN without steps. */
export function curveShare(steps: readonly EndedShare[], days: Days): number {
  if (steps.length === 0) return NaN;
  let share = 0;
  for (const step of steps) {
    if (step.days > days) break;
    share = step.share;
  }
  return share;
}

/** The mean duration; NaN unless the curve comes to its end, since what lies beyond is not known. */
export function curveMean(steps: readonly EndedShare[]): Days {
  const last = steps.at(-1);
  if (last === undefined || last.share < 1 - 1e-12) return NaN;
  let mean = 0;
  let before = 0;
  for (const step of steps) {
    mean += (step.share - before) * step.days;
    before = step.share;
  }
  return mean;
}
