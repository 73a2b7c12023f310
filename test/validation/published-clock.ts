/**
 * Reads a run as the published model would have counted it: in whole days, at the end of each.
 *
 * Who joins during a day is counted at its end. Who is served after a wait in (k - 1, k) starts, on that clock, on the
 * k-th day after, and so is counted k times; who is served at once is counted once. Who leaves unserved does so after
 * whole days on either clock.
 */
import { type Block, Kind, type Reader } from "../../src/records/log.ts";

/** Of one place: whole days waited by those who left its list in the window, to be served or not. */
export interface Seen {
  readonly started: number[];
  readonly left: number[];
}

export class PublishedClock implements Reader {
  readonly places: readonly Seen[];
  readonly #window: { readonly from_day: number; readonly to_day: number };
  /** By place, then by day: by how many the queue changes from the end of the day before. */
  readonly #changes: readonly Float64Array[];
  #joined: number[] = [];

  constructor(places: number, window: { readonly from_day: number; readonly to_day: number }) {
    this.#window = window;
    this.places = Array.from({ length: places }, () => ({ started: [], left: [] }));
    this.#changes = Array.from({ length: places }, () => new Float64Array(window.to_day + 1));
  }

  read({ rows, at, kind, slot, place }: Block): void {
    for (let row = 0; row < rows; row++) this.#take(at[row]!, kind[row] as Kind, slot[row]!, place[row]!);
  }

  end(): void {}

  /** The queue at the end of each day of the window. */
  queue(place: number): number[] {
    let level = 0;
    const levels = Array.from(this.#changes[place]!, (change) => (level += change));
    return levels.slice(this.#window.from_day, this.#window.to_day);
  }

  #take(at: number, kind: Kind, slot: number, place: number): void {
    if (kind === Kind.join || kind === Kind.serve) {
      this.#joined[slot] = at;
      this.#change(place, Math.floor(at), 1);
    }
    if (kind === Kind.serve || kind === Kind.start) this.#end(at, slot, place, "started");
    if (kind === Kind.leave) this.#end(at, slot, place, "left");
  }

  #end(at: number, slot: number, place: number, how: "started" | "left"): void {
    const joined = this.#joined[slot]!;
    const days = how === "left" ? Math.round(at - joined) : Math.floor(at - joined) + 1;
    this.#change(place, Math.floor(joined) + days, -1);
    if (at >= this.#window.from_day && at < this.#window.to_day) this.places[place]![how].push(days);
  }

  #change(place: number, day: number, by: 1 | -1): void {
    const changes = this.#changes[place]!;
    if (day < changes.length) changes[day]! += by;
  }
}
