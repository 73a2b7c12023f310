/** Counts and person-days of some kinds, by segment of time and by cell (some place and group). */
import type { Days } from "../../engine/time.ts";
import type { SegmentClock } from "./segment-clock.ts";

/** What a figure is a sum over. */
export interface Over {
  readonly segments: readonly number[];
  readonly cells: readonly number[];
}

export class Tally<Name extends string> {
  /** Number of each kind. */
  readonly at: Readonly<Record<Name, number>>;
  readonly #clock: SegmentClock;
  readonly #width: number;
  readonly #bySegment: readonly Float64Array[];

  constructor(clock: SegmentClock, cells: number, names: readonly Name[], at: Readonly<Record<Name, number>>) {
    this.#clock = clock;
    this.at = at;
    this.#width = names.length;
    this.#bySegment = clock.ends.map(() => new Float64Array(cells * names.length));
  }

  /** So much happened now, or in a segment gone by. */
  add(cell: number, what: number, by = 1, segment = this.#clock.now): void {
    this.#bySegment[segment]![cell * this.#width + what]! += by;
  }

  /** A stretch of time, that ends now if nothing else is said. */
  addDays(cell: number, what: number, from: Days, to = this.#clock.at): void {
    this.#clock.spread(this.#bySegment, cell * this.#width + what, from, to, 1);
  }

  total({ segments, cells }: Over, what: Name): number {
    const number = this.at[what];
    let sum = 0;
    for (const segment of segments) {
      const counts = this.#bySegment[segment]!;
      for (const cell of cells) sum += counts[cell * this.#width + number]!;
    }
    return sum;
  }
}
