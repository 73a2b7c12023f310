/** Staff time of each service: what there is, and what is committed to assessments, courses and holds under way. */
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

  count(service: number, minutesPerWeek: number): void {
    this.#addUp(service);
    this.#availablePerDay[service] = minutesPerWeek / daysPerWeek;
  }

  /** An assessment or a course begins (1) or ends (-1) at a place. */
  commit(place: number, by: 1 | -1): void {
    const { services, programmes } = this.#pathway;
    const programme = place < services.length ? undefined : programmes[place - services.length]!;
    const service = programme ? programme.service : place;
    const perWeek = programme ? programme.minutes_per_week : services[place]!.assessment_minutes_per_week;
    this.#change(service, (by * perWeek) / daysPerWeek);
  }

  /** A hold begins (1) or ends (-1). */
  commitToHold(service: number, by: 1 | -1): void {
    this.#change(service, (by * this.#pathway.services[service]!.hold_minutes_per_week) / daysPerWeek);
  }

  end(): void {
    for (const service of this.#pathway.services.keys()) this.#addUp(service);
  }

  #change(service: number, perDay: number): void {
    this.#addUp(service);
    this.#committedPerDay[service]! += perDay;
  }

  #addUp(service: number): void {
    const { at } = this.#clock;
    const since = this.#addedUpTo[service]!;
    this.#clock.spread(this.committed, service, since, at, this.#committedPerDay[service]!);
    this.#clock.spread(this.available, service, since, at, this.#availablePerDay[service]!);
    this.#addedUpTo[service] = at;
  }
}
