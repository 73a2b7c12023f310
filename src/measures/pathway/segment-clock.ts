/** Where the log has got to among the segments of time, and stretches of time shared out over them. */
import type { Days } from "../../engine/time.ts";

export class SegmentClock {
  /** Of the segments, ascending; the last is the horizon. */
  readonly ends: readonly Days[];
  /** The one that the log has reached. */
  now = 0;

  constructor(ends: readonly Days[]) {
    this.ends = ends;
  }

  get horizon(): Days {
    return this.ends.at(-1)!;
  }

  /** The log goes on to a time; times never go back. */
  reach(time: Days): void {
    while (this.now < this.ends.length - 1 && time >= this.ends[this.now]!) this.now++;
  }

  /** The segment that a time lies in, which is not after the present one. */
  segmentAt(time: Days): number {
    let segment = this.now;
    while (segment > 0 && this.ends[segment - 1]! > time) segment--;
    return segment;
  }

  /** Shares a stretch of time out over segments. It ends in the present one, or at the horizon. */
  spread(from: Days, to: Days, add: (segment: number, days: Days) => void): void {
    let segment = this.segmentAt(from);
    for (let begin = from; begin < to; segment++) {
      const end = Math.min(to, this.ends[segment]!);
      add(segment, end - begin);
      begin = end;
    }
  }
}
