/** How each wait ended, from the log: for curves that need every single one. Memory grows with the number of people. */
import type { Days } from "../../engine/time.ts";
import type { Legend } from "../../records/legend.ts";
import { type Block, Kind, type Reader } from "../../records/log.ts";

export const endings = ["started", "left", "refused"] as const;
export type Ending = (typeof endings)[number];

export interface Wait {
  readonly days: Days;
  /** Undefined: still waiting when the run ended. */
  readonly ending: Ending | undefined;
}

/** A wait, and when and where it was begun. */
export interface PlacedWait extends Wait {
  readonly from_day: Days;
  readonly place: number;
  readonly group: number;
}

const secondsPerDay = 86_400;

/** Collects the waits of a run: of those who join a waiting list, those served at once, and those refused (0 days). */
export class EndingsReader implements Reader {
  readonly #waits: PlacedWait[] = [];
  /** By slot: the wait that is going on. */
  readonly #open = new Map<number, { readonly from_day: Days; readonly place: number; readonly group: number }>();

  read({ rows, at, kind, slot, place, group, detail }: Block): void {
    for (let row = 0; row < rows; row++) {
      const who = slot[row]!;
      const begun = { from_day: at[row]!, place: place[row]!, group: group[row]! };
      switch (kind[row] as Kind) {
        case Kind.join:
          this.#open.set(who, begun);
          break;
        case Kind.waited: {
          const open = this.#open.get(who)!;
          this.#open.set(who, { ...open, from_day: open.from_day - detail[row]! / secondsPerDay });
          break;
        }
        case Kind.serve:
          this.#waits.push({ ...begun, days: 0, ending: "started" });
          break;
        case Kind.refuse:
          this.#waits.push({ ...begun, days: 0, ending: "refused" });
          break;
        case Kind.start:
          this.#end(who, at[row]!, "started");
          break;
        case Kind.leave:
          this.#end(who, at[row]!, "left");
          break;
        default:
          break;
      }
    }
  }

  end(horizon: Days): void {
    for (const slot of this.#open.keys()) this.#end(slot, horizon, undefined);
  }

  #end(slot: number, at: Days, ending: Ending | undefined): void {
    const begun = this.#open.get(slot)!;
    this.#open.delete(slot);
    this.#waits.push({ ...begun, days: at - begun.from_day, ending });
  }

  waits(legend: Legend, which: Which): Wait[] {
    return waitsIn(this.#waits, legend, which);
  }
}

/** A place, a group or all of them, and a window. */
export interface Which {
  readonly window: number;
  readonly place: number;
  readonly group?: number;
}

/** Those that were begun in a window. */
export function waitsIn(all: readonly PlacedWait[], { windows }: Legend, which: Which): Wait[] {
  const { from_day, to_day } = windows[which.window]!;
  return all.filter(
    (wait) =>
      wait.place === which.place &&
      (which.group === undefined || wait.group === which.group) &&
      wait.from_day >= from_day &&
      wait.from_day < to_day,
  );
}
