/** People in each state of care on a grid of days, for drawing where everybody is. */
import type { Days } from "../../engine/time.ts";
import type { Legend } from "../../records/legend.ts";
import { type Block, Kind, type Reader } from "../../records/log.ts";
import { careStates } from "../../records/pathway-codes.ts";
import { enlarged } from "./slots.ts";

const states = careStates.length;
const nowhere = -1;
const fewestSlots = 1024;

export class StatesReader implements Reader {
  /** People: (group × states + state) × times + time, states in the order of `careStates`. At each time, what was so just before it. */
  readonly people: Float64Array;
  readonly #times: readonly Days[];
  /** People now, by group and state. */
  readonly #now: Int32Array;
  #next = 0;
  /** By slot: where in `now` the person counts. */
  #cell = new Int32Array(0);

  /** @param times days, ascending */
  constructor({ groups }: Legend, times: readonly Days[]) {
    this.#times = times;
    this.#now = new Int32Array(groups.length * states);
    this.people = new Float64Array(this.#now.length * times.length);
  }

  read({ rows, at, kind, slot, group, detail }: Block): void {
    for (let row = 0; row < rows; row++) {
      while (at[row]! >= (this.#times[this.#next] ?? Infinity)) this.#look();
      const what = kind[row];
      if (what === Kind.state) this.#move(slot[row]!, group[row]! * states + detail[row]!);
      else if (what === Kind.disappear) this.#move(slot[row]!, nowhere);
    }
  }

  end(): void {
    while (this.#next < this.#times.length) this.#look();
  }

  #move(slot: number, to: number): void {
    if (slot >= this.#cell.length) {
      this.#cell = enlarged(this.#cell, new Int32Array(Math.max(fewestSlots, 2 * slot)).fill(nowhere));
    }
    const from = this.#cell[slot]!;
    if (from !== nowhere) this.#now[from]!--;
    if (to !== nowhere) this.#now[to]!++;
    this.#cell[slot] = to;
  }

  #look(): void {
    const time = this.#next++;
    this.#now.forEach((people, cell) => (this.people[cell * this.#times.length + time] = people));
  }
}
