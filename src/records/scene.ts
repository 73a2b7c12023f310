/**
 * Where everybody is on a day of a pathway run: a spot for each person in view, played forward row by row from a kept log. To go
 * to any day, it begins at the last of the states that it has put by.
 */
import type { Days } from "../engine/time.ts";
import { type Rows, rowsUpTo } from "./kept-log.ts";
import type { Legend } from "./legend.ts";
import { Kind } from "./log.ts";
import {
  bandAtStart,
  Care,
  type CareState,
  careStates,
  engagementAfter,
  engagementAtStart,
  engagementCode,
} from "./pathway-codes.ts";

/** A state of care, with the service of it; -1 where there is none. */
export interface Spot {
  readonly state: CareState;
  readonly service: number;
}

/** States of care that are with a service. */
const withService = new Set<number>([
  Care.crisis,
  Care.in_treatment,
  Care.held,
  Care.waiting_treatment,
  Care.waiting_assessment,
  Care.referred,
]);
const daysBetweenMarks = 90;
const absent = -1;

/** Columns by slot. */
interface State {
  /** Number of the row that comes next. */
  next: number;
  /** Number of the person's spot in `Scene.spots`; -1: nobody. */
  spot: Int16Array;
  person: Float64Array;
  group: Int16Array;
  /** Band of risk: 0 low … 3 very high. */
  band: Uint8Array;
  /** Engagement in hundredths. */
  engagement: Uint8Array;
  /** When the person came to their state of care. */
  since: Float64Array;
  care: Int16Array;
  /** Service of what is open, and the one of the stay in crisis. */
  service: Int16Array;
  stay: Int16Array;
}

export class Scene {
  /** Every spot that there can be: by state of care, then by service where it has one. */
  readonly spots: readonly Spot[];
  readonly rows: Rows;
  /** People in each spot. */
  readonly counts: Int32Array;
  readonly #services: number;
  readonly #programmeService: readonly number[];
  /** Number of a state's first spot. */
  readonly #firstSpot: readonly number[];
  readonly #marks: { readonly day: Days; readonly state: State }[];
  #now: State;

  constructor(legend: Legend, rows: Rows) {
    const pathway = legend.pathway;
    if (!pathway) throw new RangeError("a scene needs the log of a pathway, got that of a network");
    this.rows = rows;
    this.#services = pathway.services.length;
    this.#programmeService = pathway.programmes.map(({ service }) => service);
    const spots: Spot[] = [];
    this.#firstSpot = careStates.map((state, care) => {
      const first = spots.length;
      const services = withService.has(care) ? [...pathway.services.keys()] : [-1];
      spots.push(...services.map((service) => ({ state, service })));
      return first;
    });
    this.spots = spots;
    this.counts = new Int32Array(spots.length);
    const slots = rows.slot.reduce((most, slot) => Math.max(most, slot), -1) + 1;
    this.#now = emptyState(slots);
    this.#marks = [{ day: 0, state: copyOf(this.#now) }];
  }

  /** Number of the first row that has not been played. */
  get next(): number {
    return this.#now.next;
  }

  /** By slot: see `State`. Slots whose spot is -1 hold nobody. */
  get people(): Readonly<Omit<State, "next" | "care" | "service" | "stay">> {
    return this.#now;
  }

  /** Everybody is put where they are at the end of that moment. */
  goTo(day: Days): void {
    const end = rowsUpTo(this.rows, day);
    const mark = this.#marks.findLast((each) => each.day <= day)!;
    if (end < this.#now.next || mark.state.next > this.#now.next) this.#restore(mark.state);
    while (this.#now.next < end) this.#playTo(end);
  }

  /** Plays rows up to `end`, or up to where a state is put by. */
  #playTo(end: number): void {
    const due = this.#marks.at(-1)!.day + daysBetweenMarks;
    const { at } = this.rows;
    const now = this.#now;
    while (now.next < end) {
      const row = now.next;
      if (at[row]! >= due) {
        this.#marks.push({ day: due, state: copyOf(now) });
        return;
      }
      this.#play(row);
      now.next = row + 1;
    }
  }

  #restore(state: State): void {
    this.#now = copyOf(state);
    this.counts.fill(0);
    this.#now.spot.forEach((spot) => {
      if (spot !== absent) this.counts[spot]!++;
    });
  }

  #play(row: number): void {
    const { kind, slot: slots, place, detail, at } = this.rows;
    const slot = slots[row]!;
    if (slot < 0) return;
    const now = this.#now;
    switch (kind[row] as Kind) {
      case Kind.appear:
        this.#enter(row, slot);
        return;
      case Kind.disappear:
        this.#move(slot, absent);
        return;
      case Kind.risk:
        now.band[slot] = detail[row]!;
        return;
      case Kind.engagement:
        now.engagement[slot] = detail[row]!;
        return;
      case Kind.attend:
        now.engagement[slot] = engagementCode(engagementAfter(detail[row]!));
        return;
      case Kind.state:
        now.care[slot] = detail[row]!;
        now.since[slot] = at[row]!;
        break;
      case Kind.stay:
        now.stay[slot] = detail[row] === 1 ? place[row]! : -1;
        return;
      case Kind.refer:
      case Kind.join:
      case Kind.start:
      case Kind.serve:
      case Kind.hold:
        now.service[slot] = this.#serviceOf(place[row]!);
        if (now.care[slot]! < 0 || now.care[slot] === Care.crisis) return;
        break;
      default:
        return;
    }
    this.#move(slot, this.#spotOf(slot));
  }

  #enter(row: number, slot: number): void {
    const now = this.#now;
    const { person, group, detail, at } = this.rows;
    now.person[slot] = person[row]!;
    now.group[slot] = group[row]!;
    now.band[slot] = bandAtStart(detail[row]!);
    now.engagement[slot] = engagementCode(engagementAtStart(detail[row]!));
    now.since[slot] = at[row]!;
    now.care[slot] = -1;
    now.service[slot] = -1;
    now.stay[slot] = -1;
  }

  /** Services, then programmes, are the places of the log. */
  #serviceOf(place: number): number {
    return place < this.#services ? place : this.#programmeService[place - this.#services]!;
  }

  #spotOf(slot: number): number {
    const { care, service, stay } = this.#now;
    const state = care[slot]!;
    const first = this.#firstSpot[state]!;
    if (!withService.has(state)) return first;
    return first + (state === Care.crisis ? stay[slot]! : service[slot]!);
  }

  #move(slot: number, to: number): void {
    const from = this.#now.spot[slot]!;
    if (from !== absent) this.counts[from]!--;
    if (to !== absent) this.counts[to]!++;
    this.#now.spot[slot] = to;
  }
}

function emptyState(slots: number): State {
  return {
    next: 0,
    spot: new Int16Array(slots).fill(absent),
    person: new Float64Array(slots),
    group: new Int16Array(slots),
    band: new Uint8Array(slots),
    engagement: new Uint8Array(slots),
    since: new Float64Array(slots),
    care: new Int16Array(slots).fill(-1),
    service: new Int16Array(slots).fill(-1),
    stay: new Int16Array(slots).fill(-1),
  };
}

const copyOf = (state: State): State => ({
  next: state.next,
  spot: state.spot.slice(),
  person: state.person.slice(),
  group: state.group.slice(),
  band: state.band.slice(),
  engagement: state.engagement.slice(),
  since: state.since.slice(),
  care: state.care.slice(),
  service: state.service.slice(),
  stay: state.stay.slice(),
});
