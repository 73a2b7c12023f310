/** Tornado: how far a result moves when one factor goes from its low to its high end, the largest first. */
import { type Estimate, estimateDifference } from "../../statistics.ts";

/** What a result was, by replication, at the two ends of a factor's range, the others as they are. */
export interface Ends {
  readonly factor: string;
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface Bar {
  readonly factor: string;
  /** Change from the base at the low and at the high end, over pairs of replications. */
  readonly low: Estimate;
  readonly high: Estimate;
  /** From the low to the high end. */
  readonly swing: Estimate;
}

/** Bars by the size of their swing; those that cannot be known (NaN) come last. */
export function tornado(base: readonly number[], factors: readonly Ends[]): Bar[] {
  const bars = factors.map(({ factor, low, high }) => ({
    factor,
    low: estimateDifference(base, low),
    high: estimateDifference(base, high),
    swing: estimateDifference(low, high),
  }));
  const size = ({ swing }: Bar): number => (Number.isNaN(swing.mean) ? -1 : Math.abs(swing.mean));
  return bars.toSorted((one, other) => size(other) - size(one));
}
