/** Days in each band of severity, worked out between the rows that say where it stands and where it drifts to. */
import { log as ln } from "../../engine/maths/log.ts";
import type { Days } from "../../engine/time.ts";
import type { LegendPathway } from "../../records/legend.ts";
import { levelOf, severityOf } from "../../records/pathway-codes.ts";
import { PersonAt, type PersonCount, severityEnds } from "./counts.ts";
import type { SegmentClock } from "./segment-clock.ts";
import { enlarged, type Slots } from "./slots.ts";
import type { Tally } from "./tally.ts";

const firstBand = PersonAt["days of severity 0_to_4"];

export class SeverityReader {
  readonly #counts: Tally<PersonCount>;
  readonly #clock: SegmentClock;
  readonly #slots: Slots;
  readonly #driftDays: readonly Days[];
  // By slot: severity at a time, and the level to which it drifts, or at which it stands. NaN: nobody, or not written down.
  #from = new Float64Array(0);
  #level = new Float64Array(0);
  #since = new Float64Array(0);

  constructor({ drift_days }: LegendPathway, counts: Tally<PersonCount>, clock: SegmentClock, slots: Slots) {
    this.#clock = clock;
    this.#counts = counts;
    this.#slots = slots;
    this.#driftDays = drift_days;
    slots.onGrow((size) => this.#grow(size));
  }

  change(slot: number, code: number): void {
    this.#addUp(slot);
    this.#from[slot] = severityOf(code);
    this.#level[slot] = levelOf(code);
    this.#since[slot] = this.#clock.at;
  }

  leave(slot: number): void {
    this.#addUp(slot);
    this.#from[slot] = NaN;
  }

  end(): void {
    for (let slot = 0; slot < this.#slots.size; slot++) this.#addUp(slot);
  }

  /** Adds the days since the last look, from band to band on the way: s(t) = level + (from - level) exp(-t / drift). */
  #addUp(slot: number): void {
    const from = this.#from[slot]!;
    if (Number.isNaN(from)) return;
    const until = this.#clock.at;
    const level = this.#level[slot]!;
    const since = this.#since[slot]!;
    const cell = this.#slots.personCell[slot]!;
    const drift = this.#driftDays[cell % this.#driftDays.length]!;
    const up = level > from;
    let begin = since;
    let band = bandOf(from);
    while (begin < until) {
      const next = up ? band : band - 1;
      const limit = next >= 0 && next < severityEnds.length ? severityEnds[next]! : level;
      const crosses = up ? level > limit : level < limit;
      const end = crosses ? Math.min(until, since + drift * ln((from - level) / (limit - level))) : until;
      if (end > begin) this.#counts.addDays(cell, firstBand + band, begin, end);
      begin = Math.max(begin, end);
      if (end < until) band += up ? 1 : -1;
    }
  }

  #grow(size: number): void {
    const before = this.#from.length;
    this.#from = enlarged(this.#from, new Float64Array(size));
    this.#from.fill(NaN, before);
    this.#level = enlarged(this.#level, new Float64Array(size));
    this.#since = enlarged(this.#since, new Float64Array(size));
  }
}

function bandOf(severity: number): number {
  let band = 0;
  while (band < severityEnds.length && severity >= severityEnds[band]!) band++;
  return band;
}
