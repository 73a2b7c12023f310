/** Who comes back after care has ended: of those whose end of care can be followed for a year, who is referred again in it. */
import { ServiceAt, type ServiceCount } from "./counts.ts";
import type { SegmentClock } from "./segment-clock.ts";
import { enlarged, type Slots } from "./slots.ts";
import type { Tally } from "./tally.ts";

/** Whoever is referred again, to any service, within this time has returned (cmht_no_rereferral). */
const returnDays = 365;

export class Returns {
  readonly #counts: Tally<ServiceCount>;
  readonly #clock: SegmentClock;
  /** By slot: when care last ended, and the cell of its service. NaN: not, or referred since. */
  #endedAt = new Float64Array(0);
  #endedCell = new Int32Array(0);

  constructor(counts: Tally<ServiceCount>, clock: SegmentClock, slots: Slots) {
    this.#counts = counts;
    this.#clock = clock;
    slots.onGrow((size) => {
      this.#endedAt = enlarged(this.#endedAt, new Float64Array(size));
      this.#endedCell = enlarged(this.#endedCell, new Int32Array(size));
    });
  }

  appear(slot: number): void {
    this.#endedAt[slot] = NaN;
  }

  endCare(slot: number, cell: number): void {
    this.#endedAt[slot] = this.#clock.at;
    this.#endedCell[slot] = cell;
    this.#countEnding(slot, 1);
  }

  /** Care that ended at this instant goes on after all. */
  goOn(slot: number): void {
    if (this.#endedAt[slot] === this.#clock.at) this.#countEnding(slot, -1);
    this.#endedAt[slot] = NaN;
  }

  /** Is counted in the segment of time in which care ended. */
  refer(slot: number): void {
    const ended = this.#endedAt[slot]!;
    this.#endedAt[slot] = NaN;
    const isReturn = this.#clock.at - ended <= returnDays && ended + returnDays <= this.#clock.horizon;
    if (!isReturn) return;
    const segment = this.#clock.segmentAt(ended);
    this.#counts.add(this.#endedCell[slot]!, ServiceAt["returns within a year"], 1, segment);
  }

  #countEnding(slot: number, by: number): void {
    if (this.#clock.at + returnDays > this.#clock.horizon) return;
    this.#counts.add(this.#endedCell[slot]!, ServiceAt["endings followed for a year"], by);
  }
}
