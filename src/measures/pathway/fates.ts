/** What has become of referrals by days since each was received: seen, left, rejected, or still waiting. */
import type { Days } from "../../engine/time.ts";
import type { Legend } from "../../records/legend.ts";
import { type Block, Kind, type Reader } from "../../records/log.ts";

/** A referral comes to one of these, or waits still. `seen`: at a first attended treatment contact. */
export const fates = ["seen", "left", "rejected"] as const;
export type Fate = (typeof fates)[number];
const Fates = { seen: 0, left: 1, rejected: 2 } as const;

/** Of every service: all referrals that could be followed for the longest of the days, and those that had come to each fate. */
export interface Followed {
  /** By service. */
  readonly received: Float64Array;
  /** (service × fates + fate) × days + day: referrals that had so ended within each number of days. */
  readonly ended: Float64Array;
}

const none = -1;

/** Follows every referral received in a window early enough that nobody is lost to the end of the run: no censoring is needed. */
export class FatesReader implements Reader, Followed {
  readonly received: Float64Array;
  readonly ended: Float64Array;
  readonly #days: readonly Days[];
  readonly #from: Days;
  readonly #until: Days;
  /** By programme, after the services: the service it belongs to. */
  readonly #serviceOf: readonly number[];
  readonly #assessmentIsTreatment: readonly boolean[];
  /** By slot: the service of the referral that is followed, and when it was received. */
  #service = new Int16Array(0);
  #since = new Float64Array(0);

  /** @param days since the referral, ascending */
  constructor({ pathway, windows, horizon }: Legend, days: readonly Days[]) {
    const { services, programmes } = pathway!;
    this.#days = days;
    this.#from = Math.min(...windows.map(({ from_day }) => from_day));
    this.#until = horizon - (days.at(-1) ?? 0);
    this.#serviceOf = [...services.keys(), ...programmes.map(({ service }) => service)];
    this.#assessmentIsTreatment = services.map((service) => service.assessment_is_treatment);
    this.received = new Float64Array(services.length);
    this.ended = new Float64Array(services.length * fates.length * days.length);
  }

  read({ rows, at, kind, slot, place, person }: Block): void {
    for (let row = 0; row < rows; row++) {
      if (person[row] === none) continue;
      this.#take(kind[row] as Kind, at[row]!, slot[row]!, place[row]!);
    }
  }

  end(): void {
    // Whoever has come to no fate waits still, and is in `received`.
  }

  #take(kind: Kind, at: Days, slot: number, place: number): void {
    if (kind === Kind.refer) this.#receive(at, slot, place);
    else if (kind === Kind.attend) {
      const isCourse = place >= this.#assessmentIsTreatment.length;
      if (isCourse || this.#assessmentIsTreatment[place]) this.#close(at, slot, place, Fates.seen);
    } else if (kind === Kind.reject) this.#close(at, slot, place, Fates.rejected);
    else if (kind === Kind.withdraw || kind === Kind.disengage) this.#close(at, slot, place, Fates.left);
    else if (kind === Kind.disappear && slot < this.#service.length) this.#service[slot] = none;
  }

  #receive(at: Days, slot: number, service: number): void {
    this.#makeRoom(slot);
    const isFollowed = at >= this.#from && at <= this.#until;
    this.#service[slot] = isFollowed ? service : none;
    this.#since[slot] = at;
    if (isFollowed) this.received[service]!++;
  }

  #close(at: Days, slot: number, place: number, fate: number): void {
    const service = this.#serviceOf[place] ?? none;
    if (slot >= this.#service.length || service === none || this.#service[slot] !== service) return;
    this.#service[slot] = none;
    const waited = at - this.#since[slot]!;
    const first = (service * fates.length + fate) * this.#days.length;
    this.#days.forEach((limit, day) => {
      if (waited <= limit) this.ended[first + day]!++;
    });
  }

  #makeRoom(slot: number): void {
    if (slot < this.#service.length) return;
    const size = Math.max(1024, 2 * slot);
    const service = new Int16Array(size).fill(none);
    const since = new Float64Array(size);
    service.set(this.#service);
    since.set(this.#since);
    this.#service = service;
    this.#since = since;
  }
}
