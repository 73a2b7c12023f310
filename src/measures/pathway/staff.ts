/** Staff time of each service: what there is, and what is committed to assessments, courses and holds under way. */
import type { Days } from "../../engine/time.ts";
import type { LegendPathway } from "../../records/legend.ts";
import type { SegmentClock } from "./segment-clock.ts";

const daysPerWeek = 7;

export class StaffReader {
  /** By segment, then by service: minutes committed, and there. */
  readonly committed: readonly Float64Array[];
  readonly available: readonly Float64Array[];
  readonly #clock: SegmentClock;
  readonly #pathway: LegendPathway;
  /** By service: minutes per day committed and there, and since when they were added up. */
  readonly #committedPerDay: Float64Array;
  readonly #availablePerDay: Float64Array;
  readonly #addedUpTo: Float64Array;

  constructor(pathway: LegendPathway, clock: SegmentClock) {
    const services = pathway.services.length;
    this.#clock = clock;
    this.#pathway = pathway;
    this.committed = clock.ends.map(() => new Float64Array(services));
    this.available = clock.ends.map(() => new Float64Array(services));
    this.#committedPerDay = new Float64Array(services);
    this.#availablePerDay = new Float64Array(services);
    this.#addedUpTo = new Float64Array(services);
  }

  count(at: Days, service: number, minutesPerWeek: number): void {
    this.#addUp(at, service);
    this.#availablePerDay[service] = minutesPerWeek / daysPerWeek;
  }

  /** An assessment or a course begins (1) or ends (-1) at a place. */
  commit(at: Days, place: number, by: 1 | -1): void {
    const { services, programmes } = this.#pathway;
    const [service, perWeek] =
      place < services.length
        ? [place, services[place]!.assessment_minutes_per_week]
        : [programmes[place - services.length]!.service, programmes[place - services.length]!.minutes_per_week];
    this.#change(at, service, (by * perWeek) / daysPerWeek);
  }

  /** A hold begins (1) or ends (-1). */
  commitToHold(at: Days, service: number, by: 1 | -1): void {
    this.#change(at, service, (by * this.#pathway.services[service]!.hold_minutes_per_week) / daysPerWeek);
  }

  end(horizon: Days): void {
    for (const service of this.#pathway.services.keys()) this.#addUp(horizon, service);
  }

  #change(at: Days, service: number, perDay: number): void {
    this.#addUp(at, service);
    this.#committedPerDay[service]! += perDay;
  }

  #addUp(at: Days, service: number): void {
    this.#clock.spread(this.#addedUpTo[service]!, at, (segment, days) => {
      this.committed[segment]![service]! += this.#committedPerDay[service]! * days;
      this.available[segment]![service]! += this.#availablePerDay[service]! * days;
    });
    this.#addedUpTo[service] = at;
  }
}
