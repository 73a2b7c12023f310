/**
 * The executive: what happens next, and when. Knows nothing of people, clinics or charts, only of slots: small whole
 * numbers, each with at most one pending event. Two executives stand behind this interface: the fast one
 * (`calendar.ts`), and simjs (`simjs.ts`) as an independent referee.
 */
import type { Days, Phase } from "./time.ts";

export interface Executive {
  /** The time of the event that `next` returned last; 0 before the first. */
  readonly now: Days;
  /**
   * Makes `at` the time of the slot's only event, in place of any other it had. An event at or after the horizon is
   * forgotten: it lies beyond the run. Events at one instant come in the order of phase, then number.
   * RangeError if `at` is in the past or not a number.
   */
  schedule(slot: number, at: Days, phase: Phase, number: number): void;
  /** Takes the slot's event away, if it has one. */
  cancel(slot: number): void;
  /** Moves the clock to the next event and returns its slot; -1 when nothing is left before the horizon. */
  next(): number;
}
