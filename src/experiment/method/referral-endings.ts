/** How each referral of a care pathway ended before treatment, from the log: for curves that need every single one. */
import type { Days } from "../../engine/time.ts";
import type { Legend, LegendPathway } from "../../records/legend.ts";
import { type Block, Kind, type Reader } from "../../records/log.ts";
import { type Ending, type PlacedWait, type Wait, waitsIn, type Which } from "./endings.ts";

interface Open {
  readonly from_day: Days;
  readonly place: number;
  readonly group: number;
}

/**
 * Collects waits from the referral to the first attended treatment contact in the service it went to. Refused: rejected, on
 * paper or at assessment. Left: everything else that ended it without treatment: left the list, missed, declined, advised
 * only, no longer in need.
 */
export class ReferralEndingsReader implements Reader {
  readonly #pathway: LegendPathway;
  readonly #waits: PlacedWait[] = [];
  /** By slot: the referral that has not led to treatment yet. */
  readonly #open = new Map<number, Open>();

  /** By slot: when it went off a list unserved. */
  readonly #offList = new Map<number, Days>();

  constructor(pathway: LegendPathway) {
    this.#pathway = pathway;
  }

  read({ rows, at, kind, slot, place, group, detail }: Block): void {
    for (let row = 0; row < rows; row++) {
      const who = slot[row]!;
      const day = at[row]!;
      this.#settle(who, kind[row] as Kind);
      switch (kind[row] as Kind) {
        case Kind.refer:
          this.#end(who, day, "left");
          this.#open.set(who, { from_day: day, place: place[row]!, group: group[row]! });
          break;
        case Kind.reject:
          this.#end(who, day, "refused");
          break;
        case Kind.attend:
          if (this.#isTreatment(place[row]!)) this.#end(who, day, "started");
          break;
        case Kind.accept:
          if (detail[row] === 1) this.#end(who, day, "left");
          break;
        case Kind.leave:
          // Whoever declines one form of treatment may go on waiting for another: then `join` is what comes next.
          this.#offList.set(who, day);
          break;
        case Kind.withdraw:
        case Kind.disengage:
        case Kind.disappear:
          this.#end(who, day, "left");
          break;
        default:
          break;
      }
    }
  }

  end(horizon: Days): void {
    for (const slot of this.#offList.keys()) this.#settle(slot, undefined);
    for (const slot of this.#open.keys()) this.#end(slot, horizon, undefined);
  }

  waits(legend: Legend, which: Which): Wait[] {
    return waitsIn(this.#waits, legend, which);
  }

  #isTreatment(place: number): boolean {
    const { services } = this.#pathway;
    return place >= services.length || services[place]!.assessment_is_treatment;
  }

  /** Somebody who is off a list and does not join another has left. */
  #settle(slot: number, next: Kind | undefined): void {
    const since = this.#offList.get(slot);
    if (since === undefined) return;
    this.#offList.delete(slot);
    if (next !== Kind.join) this.#end(slot, since, "left");
  }

  #end(slot: number, at: Days, ending: Ending | undefined): void {
    const begun = this.#open.get(slot);
    if (begun === undefined) return;
    this.#open.delete(slot);
    this.#waits.push({ ...begun, days: at - begun.from_day, ending });
  }
}
