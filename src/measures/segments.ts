/** Windows may overlap, so time is cut at all their ends; each window is then the sum of some segments. */
import type { Days } from "../engine/time.ts";

export interface Stretch {
  readonly from_day: Days;
  readonly to_day: Days;
}

/** Ends of the segments, ascending; segment i goes from end i - 1 (or 0) to end i. The last ends at the horizon. */
export function segmentEnds(windows: readonly Stretch[], horizon: Days): Days[] {
  const cuts = new Set(windows.flatMap((window) => [window.from_day, window.to_day]));
  cuts.add(horizon);
  cuts.delete(0);
  return [...cuts].toSorted((a, b) => a - b);
}

/** Numbers of the segments that make up a window. */
export function segmentsOf(window: Stretch, ends: readonly Days[]): number[] {
  return ends.flatMap((end, segment) => (end > window.from_day && end <= window.to_day ? [segment] : []));
}
