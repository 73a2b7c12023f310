/**
 * Little's law L = λ W over a window of one run, where it is exact (Little 1961, Oper Res 9:383-387; Little 2011, Oper
 * Res 59:536-549): the mean number at a place is the sum of the days that each person spent there within the window,
 * divided by its length.
 *
 * L is the measure. Here the right side is put together person by person from the log, by the person's number, so that
 * it shares nothing with the measure but the log: a measure that miscounts, a slot given to two people, or a row that is
 * missing or late shows. Those who are there when the window begins or ends count with their days within it, so that it
 * holds for a scenario that never settles too.
 */
import type { Days } from "../../engine/time.ts";
import type { Legend } from "../../records/legend.ts";
import { type Block, Kind, type Reader } from "../../records/log.ts";

/** Days that people spent somewhere within a window. */
export interface Stays {
  readonly window: string;
  readonly place: number;
  /** Index of the group that they joined or began service as. */
  readonly group: number;
  readonly measure: "queue_length" | "in_service";
  /** Sum over people of their days within the window, divided by its length: what λ W comes to. */
  readonly mean: number;
}

interface Stay {
  readonly since: Days;
  readonly group: number;
}

const kinds = ["queue_length", "in_service"] as const;

/** Listens to a run and adds up person-days on the waiting lists and in service. */
export class StaysReader implements Reader {
  readonly #legend: Legend;
  /** By waiting or in service: those who are there, by person × places + place. */
  readonly #present = [new Map<number, Stay>(), new Map<number, Stay>()] as const;
  /** By window, place, group, waiting or in service. */
  readonly #days: Float64Array;

  constructor(legend: Legend) {
    this.#legend = legend;
    this.#days = new Float64Array(legend.windows.length * legend.places.length * legend.groups.length * 2);
  }

  read({ rows, at, kind, person, place, group, detail }: Block): void {
    const [waiting, served] = this.#present;
    for (let row = 0; row < rows; row++) {
      const who = person[row]! * this.#legend.places.length + place[row]!;
      const stay = { since: at[row]!, group: group[row]! };
      switch (kind[row] as Kind) {
        case Kind.join:
          waiting.set(who, stay);
          break;
        case Kind.leave:
          this.#end(0, who, at[row]!);
          break;
        case Kind.serve:
          served.set(who, stay);
          break;
        case Kind.start:
          this.#end(0, who, at[row]!);
          served.set(who, stay);
          break;
        case Kind.complete:
          if (detail[row] === 0) this.#end(1, who, at[row]!);
          break;
        case Kind.release:
          this.#end(1, who, at[row]!);
          break;
        default:
          break;
      }
    }
  }

  end(horizon: Days): void {
    for (const what of [0, 1] as const) for (const who of this.#present[what].keys()) this.#end(what, who, horizon);
  }

  /** The sums, for every window, place and group. */
  stays(): Stays[] {
    const { windows, places, groups } = this.#legend;
    return windows.flatMap(({ name: window, from_day, to_day }, w) =>
      places.flatMap((_, place) =>
        groups.flatMap((__, group) =>
          kinds.map((measure, what): Stays => {
            const days = this.#days[this.#cell(w, place, group, what)]!;
            return { window, place, group, measure, mean: days / (to_day - from_day) };
          }),
        ),
      ),
    );
  }

  #end(what: 0 | 1, who: number, until: Days): void {
    const stay = this.#present[what].get(who);
    if (!stay) return;
    this.#present[what].delete(who);
    const place = who % this.#legend.places.length;
    this.#legend.windows.forEach(({ from_day, to_day }, window) => {
      const days = Math.min(until, to_day) - Math.max(stay.since, from_day);
      if (days > 0) this.#days[this.#cell(window, place, stay.group, what)]! += days;
    });
  }

  #cell(window: number, place: number, group: number, what: number): number {
    const { places, groups } = this.#legend;
    return ((window * places.length + place) * groups.length + group) * 2 + what;
  }
}
