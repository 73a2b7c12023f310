/** What is kept of people: days in each state, hidden risk, GP work, knock-backs, and the wait from first help-seeking. */
import type { Days } from "../../engine/time.ts";
import type { Legend } from "../../records/legend.ts";
import { Care, lostToAll, Sender, Visit } from "../../records/pathway-codes.ts";
import { segmentsOf } from "../segments.ts";
import { PersonAt, type PersonCount, personCounts } from "./counts.ts";
import type { SegmentClock } from "./segment-clock.ts";
import { enlarged, type Slots } from "./slots.ts";
import { Tally } from "./tally.ts";
import { Waits } from "./waits.ts";

/** Risk that nobody has seen for so long is hidden (M21). */
const hiddenAfterDays = 28;
/** Knock-backs of one person that are told apart; more count as so many. */
export const mostKnockBacks = 20;
const secondsPerMinute = 60;

export class PeopleReader {
  /** By practice and group. */
  readonly counts: Tally<PersonCount>;
  /** From first help-seeking to the first attended treatment contact anywhere; by practice and group. */
  readonly help: Waits;
  /** The same from the first referral of the search. */
  readonly search: Waits;
  /** By window, then by practice and group: people by how often they were knocked back in it. */
  readonly knockBacks: readonly Float64Array[];
  readonly #windows: Legend["windows"];
  readonly #segmentsOfWindows: readonly (readonly number[])[];
  readonly #clock: SegmentClock;
  readonly #slots: Slots;

  // By slot.
  #appeared = new Float64Array(0);
  #state = new Int8Array(0);
  #since = new Float64Array(0);
  #band = new Uint8Array(0);
  #bandSince = new Float64Array(0);
  #contact = new Float64Array(0);
  #rejectedAt = new Float64Array(0);
  /** By slot, then by segment. */
  #knocks = new Uint16Array(0);
  /** How long the search took that the present course ended. */
  #helpWait = new Float64Array(0);
  #searchWait = new Float64Array(0);

  constructor({ windows, wait_limits_days: limits }: Legend, cells: number, clock: SegmentClock, slots: Slots) {
    this.#clock = clock;
    this.#slots = slots;
    this.#windows = windows;
    this.#segmentsOfWindows = windows.map((window) => segmentsOf(window, clock.ends));
    this.counts = new Tally(clock, cells, personCounts, PersonAt);
    this.help = new Waits(clock, limits, cells);
    this.search = new Waits(clock, limits, cells);
    this.knockBacks = windows.map(() => new Float64Array(cells * (mostKnockBacks + 1)));
    slots.onGrow((size) => this.#grow(size));
  }

  appear(slot: number, band: number): void {
    this.#appeared[slot] = this.#clock.at;
    this.#state[slot] = Care.well;
    this.#since[slot] = this.#clock.at;
    this.#band[slot] = band;
    this.#bandSince[slot] = this.#clock.at;
    this.#contact[slot] = this.#clock.at;
    this.#rejectedAt[slot] = NaN;
    this.#helpWait[slot] = NaN;
    this.#searchWait[slot] = NaN;
    const segments = this.#clock.ends.length;
    this.#knocks.fill(0, slot * segments, (slot + 1) * segments);
  }

  disappear(slot: number): void {
    this.#addUp(slot);
    this.#endSearch(slot, "left");
    this.#state[slot] = -1;
  }

  enterState(slot: number, state: number): void {
    this.#addState(slot);
    this.#state[slot] = state;
    if (state === Care.well) this.#endSearch(slot, "left");
  }

  changeRisk(slot: number, band: number): void {
    this.#addHidden(slot);
    this.#band[slot] = band;
    this.#bandSince[slot] = this.#clock.at;
  }

  /** Somebody of a service or practice saw the person. */
  seen(slot: number): void {
    this.#addHidden(slot);
    this.#contact[slot] = this.#clock.at;
  }

  consult(slot: number, detail: number): void {
    const visit = detail % 8;
    this.count(slot, PersonAt.consultations);
    if (visit === Visit.planned) this.count(slot, PersonAt["consultations planned"]);
    if (visit === Visit.crisis) this.count(slot, PersonAt["consultations in crisis"]);
    this.count(slot, PersonAt["consultation minutes"], Math.floor(detail / 8) / secondsPerMinute);
    this.seen(slot);
    this.#seekHelp(slot);
  }

  takeAdvice(slot: number, seconds: number): void {
    this.count(slot, PersonAt["advice minutes"], seconds / secondsPerMinute);
  }

  disengage(slot: number, detail: number): void {
    this.count(slot, PersonAt.disengaged);
    if (detail >= lostToAll) this.count(slot, PersonAt.lost);
  }

  refer(slot: number, sender: number): void {
    // Passed on at the same instant: that rejection was no knock-back.
    if (sender === Sender.service && this.#rejectedAt[slot] === this.#clock.at) this.#knock(slot, -1);
    this.#seekHelp(slot);
    if (this.help.isWaiting(slot) && !this.search.isWaiting(slot)) {
      this.search.begin(slot, this.#slots.personCell[slot]!);
    }
  }

  /** On a list from the start of the run: help was sought then at the latest. */
  searchFrom(began: Days, slot: number): void {
    const cell = this.#slots.personCell[slot]!;
    this.help.begin(slot, cell, began);
    this.search.begin(slot, cell, began);
  }

  reject(slot: number): void {
    this.#rejectedAt[slot] = this.#clock.at;
    this.#knock(slot, 1);
  }

  /** The first treatment contact of a referral. */
  enterTreatment(slot: number): void {
    this.#helpWait[slot] = this.help.end(slot, "started");
    this.#searchWait[slot] = this.search.end(slot, "started");
  }

  /** A course that counts as finished. */
  finishCourse(slot: number): void {
    const cell = this.#slots.personCell[slot]!;
    this.help.finish(cell, this.#helpWait[slot]!);
    this.search.finish(cell, this.#searchWait[slot]!);
  }

  count(slot: number, what: number, by = 1): void {
    this.counts.add(this.#slots.personCell[slot]!, what, by);
  }

  /** Adds up everybody who is still there. */
  end(): void {
    for (let slot = 0; slot < this.#state.length; slot++) if (this.#state[slot]! >= 0) this.#addUp(slot);
    this.help.censor();
    this.search.censor();
  }

  #addUp(slot: number): void {
    this.#addState(slot);
    this.#addHidden(slot);
    const cell = this.#slots.personCell[slot]!;
    this.#windows.forEach(({ from_day, to_day }, w) => {
      if (this.#clock.at <= from_day || this.#appeared[slot]! >= to_day) return;
      let knocks = 0;
      for (const segment of this.#segmentsOfWindows[w]!) {
        knocks += this.#knocks[slot * this.#clock.ends.length + segment]!;
      }
      this.knockBacks[w]![cell * (mostKnockBacks + 1) + Math.min(mostKnockBacks, knocks)]!++;
    });
  }

  #addState(slot: number): void {
    this.counts.addDays(this.#slots.personCell[slot]!, this.#state[slot]!, this.#since[slot]!);
    this.#since[slot] = this.#clock.at;
  }

  /** Days since the last look at which risk was above low and nobody had seen the person for a while. */
  #addHidden(slot: number): void {
    if (this.#band[slot] === 0) return;
    const from = Math.max(this.#contact[slot]! + hiddenAfterDays, this.#bandSince[slot]!);
    this.#bandSince[slot] = this.#clock.at;
    if (from < this.#clock.at) this.counts.addDays(this.#slots.personCell[slot]!, PersonAt["hidden risk days"], from);
  }

  /** Begins the wait from first help-seeking: with need, without treatment, and not begun before. */
  #seekHelp(slot: number): void {
    const state = this.#state[slot]!;
    const treated = state === Care.in_treatment || state === Care.held;
    if (state !== Care.well && !treated && !this.help.isWaiting(slot)) {
      this.help.begin(slot, this.#slots.personCell[slot]!);
    }
  }

  #endSearch(slot: number, how: "started" | "left"): void {
    this.help.end(slot, how);
    this.search.end(slot, how);
  }

  #knock(slot: number, by: number): void {
    this.#knocks[slot * this.#clock.ends.length + this.#clock.now]! += by;
  }

  #grow(size: number): void {
    this.#appeared = enlarged(this.#appeared, new Float64Array(size));
    this.#state = enlarged(this.#state, new Int8Array(size).fill(-1));
    this.#since = enlarged(this.#since, new Float64Array(size));
    this.#band = enlarged(this.#band, new Uint8Array(size));
    this.#bandSince = enlarged(this.#bandSince, new Float64Array(size));
    this.#contact = enlarged(this.#contact, new Float64Array(size));
    this.#rejectedAt = enlarged(this.#rejectedAt, new Float64Array(size));
    this.#helpWait = enlarged(this.#helpWait, new Float64Array(size));
    this.#searchWait = enlarged(this.#searchWait, new Float64Array(size));
    this.#knocks = enlarged(this.#knocks, new Uint16Array(size * this.#clock.ends.length));
  }
}
