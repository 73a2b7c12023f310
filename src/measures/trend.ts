/**
 * How the counts of a run went: the time-weighted means, over stretches of equal length from day 0, of people on each
 * waiting list, in service at each place and, in a pathway, in each state of care. For those who ask whether the warm-up was
 * long enough, in a run that is there for something else: cheap, and small.
 */
import type { Days } from "../engine/time.ts";
import type { Legend } from "../records/legend.ts";
import { type Block, Kind, type Reader } from "../records/log.ts";
import { careStates } from "../records/pathway-codes.ts";

const nowhere = -1;

export interface Counted {
  /** A place; "everybody" for states of care. */
  readonly place: string;
  readonly measure: "queue_length" | "in_service" | (typeof careStates)[number];
}

/** What is counted, in the order in which `TrendReader` has it. */
export const countedIn = ({ places, pathway }: Legend): Counted[] => [
  ...places.map(({ name }): Counted => ({ place: name, measure: "queue_length" })),
  ...places.map(({ name }): Counted => ({ place: name, measure: "in_service" })),
  ...(pathway ? careStates.map((measure): Counted => ({ place: "everybody", measure })) : []),
];

export class TrendReader implements Reader {
  /** What is counted × stretches + stretch; single precision. */
  readonly means: Float32Array;
  readonly #places: number;
  readonly #stretches: number;
  readonly #length: Days;
  readonly #level: Float64Array;
  /** Person-days of the present stretch: of those who were there at its start to its end, and changes to its end. */
  readonly #days: Float64Array;
  #stretch = 0;
  /** When it ends. */
  #end: Days;
  /** By slot: the state of care that somebody is counted in. */
  #state = new Int8Array(1024).fill(nowhere);

  /** Looks at the first `stretches` × `length` days. */
  constructor(legend: Legend, stretches: number, length: Days) {
    const counted = countedIn(legend).length;
    this.#places = legend.places.length;
    this.#stretches = stretches;
    this.#length = length;
    this.#end = length;
    this.#level = new Float64Array(counted);
    this.#days = new Float64Array(counted);
    this.means = new Float32Array(counted * stretches);
  }

  // As the other readers it sees every row of a run, so that what it does for one is kept short.
  read({ rows, at, kind, slot, place, detail }: Block): void {
    const served = this.#places;
    for (let row = 0; row < rows; row++) {
      const what = kind[row]!;
      const change = changes[what]!;
      if (change === nothing) continue;
      const time = at[row]!;
      while (time >= this.#end && this.#stretch < this.#stretches) this.#cut();
      if (change === ofState) this.#enter(time, slot[row]!, what === Kind.state ? detail[row]! : nowhere);
      else if (what !== Kind.complete || detail[row] === 0) {
        const left = this.#end - time;
        if (change & joins) this.#add(place[row]!, 1, left);
        if (change & quits) this.#add(place[row]!, -1, left);
        if (change & begins) this.#add(served + place[row]!, 1, left);
        if (change & ends) this.#add(served + place[row]!, -1, left);
      }
    }
  }

  end(): void {
    while (this.#stretch < this.#stretches) this.#cut();
  }

  #enter(at: Days, slot: number, state: number): void {
    if (slot >= this.#state.length) {
      const larger = new Int8Array(2 * slot).fill(nowhere);
      larger.set(this.#state);
      this.#state = larger;
    }
    const old = this.#state[slot]!;
    const left = this.#end - at;
    if (old !== nowhere) this.#add(2 * this.#places + old, -1, left);
    if (state !== nowhere) this.#add(2 * this.#places + state, 1, left);
    this.#state[slot] = state;
  }

  /** @param left days to the end of the stretch */
  #add(what: number, by: number, left: Days): void {
    this.#level[what]! += by;
    this.#days[what]! += by * left;
  }

  #cut(): void {
    const length = this.#length;
    const stretch = this.#stretch++;
    this.#end = (this.#stretch + 1) * length;
    for (let what = 0; what < this.#level.length; what++) {
      this.means[what * this.#stretches + stretch] = this.#days[what]! / length;
      this.#days[what] = this.#level[what]! * length;
    }
  }
}

/** What a row does to the counts of its place, by kind: bits, or something else. */
const nothing = 0;
const joins = 1;
const quits = 2;
const begins = 4;
const ends = 8;
const ofState = 16;
const changes = new Uint8Array(256);
for (const [kind, change] of [
  [Kind.join, joins],
  [Kind.leave, quits],
  [Kind.start, quits | begins],
  [Kind.serve, begins],
  [Kind.complete, ends],
  [Kind.release, ends],
  [Kind.state, ofState],
  [Kind.disappear, ofState],
] as const)
  changes[kind] = change;
