/** The waiting list and the people in service of every place on a grid of days, for drawing. */
import type { Days } from "../engine/time.ts";
import type { Legend } from "../records/legend.ts";
import { type Block, Kind, type Reader } from "../records/log.ts";

export class SeriesReader implements Reader {
  /** People on the waiting list: place × times + time. At each time, what was so just before it. */
  readonly queue: Float64Array;
  /** People in service, likewise. */
  readonly inService: Float64Array;
  readonly #times: readonly Days[];
  readonly #waiting: Int32Array;
  readonly #served: Int32Array;
  #next = 0;

  /** @param times days, ascending */
  constructor(legend: Legend, times: readonly Days[]) {
    const places = legend.places.length;
    this.#times = times;
    this.queue = new Float64Array(places * times.length);
    this.inService = new Float64Array(places * times.length);
    this.#waiting = new Int32Array(places);
    this.#served = new Int32Array(places);
  }

  read({ rows, at, kind, place, detail }: Block): void {
    for (let row = 0; row < rows; row++) {
      while (at[row]! >= (this.#times[this.#next] ?? Infinity)) this.#look();
      const where = place[row]!;
      switch (kind[row] as Kind) {
        case Kind.join:
          this.#waiting[where]!++;
          break;
        case Kind.leave:
          this.#waiting[where]!--;
          break;
        case Kind.start:
          this.#waiting[where]!--;
          this.#served[where]!++;
          break;
        case Kind.serve:
          this.#served[where]!++;
          break;
        case Kind.complete:
          if (detail[row] === 0) this.#served[where]!--;
          break;
        case Kind.release:
          this.#served[where]!--;
          break;
        default:
          break;
      }
    }
  }

  end(): void {
    while (this.#next < this.#times.length) this.#look();
  }

  #look(): void {
    const time = this.#next++;
    for (let place = 0; place < this.#waiting.length; place++) {
      this.queue[place * this.#times.length + time] = this.#waiting[place]!;
      this.inService[place * this.#times.length + time] = this.#served[place]!;
    }
  }
}
