/** Where the log has got to among the segments of time, and stretches of time shared out over them. */
import type { Days } from "../../engine/time.ts";

export class SegmentClock {
  /** Of the segments, ascending; the last is the horizon. */
  readonly ends: readonly Days[];
  /** The time that the log has reached. Here for all to read, since a fraction that is passed on costs an allocation each time. */
  at: Days = 0;
  /** The segment that it has reached. */
  now = 0;

  constructor(ends: readonly Days[]) {
    this.ends = ends;
  }

  get horizon(): Days {
    return this.ends.at(-1)!;
  }

  /** The log goes on to a time; times never go back. */
  reach(time: Days): void {
    this.at = time;
    while (this.now < this.ends.length - 1 && time >= this.ends[this.now]!) this.now++;
  }

  /** The segment that a time lies in, which is not after the present one. */
  segmentAt(time: Days): number {
    let segment = this.now;
    while (segment > 0 && this.ends[segment - 1]! > time) segment--;
    return segment;
  }

  /**
   * Shares a stretch of time out over segments, and adds it there. It ends in the present one, or at the horizon.
   * @param sums by segment; `cell` is what to add to
   * @param perDay what a day adds
   */
  spread(sums: readonly Float64Array[], cell: number, from: Days, to: Days, perDay: number): void {
    let segment = this.segmentAt(from);
    for (let begin = from; begin < to; segment++) {
      const end = Math.min(to, this.ends[segment]!);
      sums[segment]![cell]! += perDay * (end - begin);
      begin = end;
    }
  }
}
