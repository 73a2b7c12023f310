/** What is kept of services: referrals and what became of them, contacts, courses, holds and stays; and waits for them. */
import type { Days } from "../../engine/time.ts";
import type { Legend, LegendPathway } from "../../records/legend.ts";
import { atAssessment, Ending, Letter, lostToAll, Sender } from "../../records/pathway-codes.ts";
import { ServiceAt, type ServiceCount, serviceCounts } from "./counts.ts";
import { Returns } from "./returns.ts";
import type { SegmentClock } from "./segment-clock.ts";
import { enlarged, type Slots } from "./slots.ts";
import { Tally } from "./tally.ts";
import { Waits } from "./waits.ts";

/** A referral finishes a course, as IAPT counts, with so many treatment contacts. */
const contactsOfCourse = 2;
const nowhere = -1;

export class CareReader {
  /** By service, deprivation of the practice and group: see `cellsPerService`. */
  readonly counts: Tally<ServiceCount>;
  /** From the referral to the first attended treatment contact. */
  readonly first: Waits;
  /** From the first attended contact to the second. */
  readonly hidden: Waits;
  /** By segment: referrals passed on, by the service that passed them on × services + the one it was. */
  readonly passedOn: readonly Float64Array[];
  /** Cells of a service: those of the more deprived practices by group, then those of the less deprived. */
  readonly cellsPerService: number;
  readonly #pathway: LegendPathway;
  readonly #clock: SegmentClock;
  readonly #slots: Slots;
  readonly #returns: Returns;

  // By slot.
  #treatedAt = new Int16Array(0);
  #treatedSince = new Float64Array(0);
  #heldAt = new Int16Array(0);
  #heldSince = new Float64Array(0);
  #stayAt = new Int16Array(0);
  #staySince = new Float64Array(0);
  /** Treatment contacts since the referral. */
  #contacts = new Int32Array(0);
  #firstWait = new Float64Array(0);
  #rejectedAt = new Float64Array(0);
  #rejectedBy = new Int16Array(0);
  /** Whether the last course was left unresolved. */
  #unresolved = new Uint8Array(0);

  constructor(legend: Legend, pathway: LegendPathway, clock: SegmentClock, slots: Slots) {
    const services = pathway.services.length;
    this.#pathway = pathway;
    this.#clock = clock;
    this.#slots = slots;
    this.cellsPerService = 2 * legend.groups.length;
    const cells = services * this.cellsPerService;
    this.counts = new Tally(clock, cells, serviceCounts, ServiceAt);
    this.first = new Waits(clock, legend.wait_limits_days, cells);
    this.hidden = new Waits(clock, legend.wait_limits_days, cells);
    this.passedOn = clock.ends.map(() => new Float64Array(services * services));
    this.#returns = new Returns(this.counts, clock, slots);
    slots.onGrow((size) => this.#grow(size));
  }

  appear(slot: number): void {
    this.#treatedAt[slot] = nowhere;
    this.#heldAt[slot] = nowhere;
    this.#stayAt[slot] = nowhere;
    this.#firstWait[slot] = NaN;
    this.#rejectedAt[slot] = NaN;
    this.#contacts[slot] = 0;
    this.#returns.appear(slot);
  }

  count(slot: number, service: number, what: number, by = 1): void {
    this.counts.add(this.#cellOf(slot, service), what, by);
  }

  /** The service of a service or programme. */
  serviceOf(place: number): number {
    const { services, programmes } = this.#pathway;
    return place < services.length ? place : programmes[place - services.length]!.service;
  }

  refer(slot: number, service: number, detail: number): void {
    const sender = detail & 3;
    this.count(slot, service, ServiceAt["sent by gp"] + sender);
    if (detail & Letter.writtenUp) this.count(slot, service, ServiceAt["written up"]);
    if (detail & Letter.writtenDown) this.count(slot, service, ServiceAt["written down"]);
    if (detail & Letter.labelled) this.count(slot, service, ServiceAt.labelled);
    if (sender === Sender.service && this.#rejectedAt[slot] === this.#clock.at) this.#passOn(slot, service);
    this.#returns.refer(slot);
    this.#contacts[slot] = 0;
    this.hidden.end(slot, "left");
    this.first.begin(slot, this.#cellOf(slot, service));
  }

  /**
   * A wait on a list that began before the run, or at its start. Returns whether it is one for a first treatment contact;
   * otherwise the assessment was that.
   */
  waitFrom(began: Days, slot: number, place: number): boolean {
    const service = this.serviceOf(place);
    const cell = this.#cellOf(slot, service);
    const isTreated = place !== service && this.#assessmentTreats(service);
    this.#contacts[slot] = isTreated ? 1 : 0;
    (isTreated ? this.hidden : this.first).begin(slot, cell, began);
    return !isTreated;
  }

  /** A course that began before the run, with so many sessions behind it. */
  resumeCourse(slot: number, place: number, sessions: number): void {
    this.#contacts[slot] = sessions + (this.#assessmentTreats(this.serviceOf(place)) ? 1 : 0);
  }

  /** @param advised whether seen once, advised and discharged */
  accept(slot: number, service: number, advised: boolean): void {
    this.count(slot, service, ServiceAt.accepted);
    if (!advised) return;
    this.count(slot, service, ServiceAt["advised only"]);
    this.#endWaits(slot);
  }

  reject(slot: number, service: number, detail: number): void {
    const paper = detail < atAssessment;
    const first = paper ? ServiceAt["rejected on paper too_risky"] : ServiceAt["rejected at assessment too_risky"];
    this.count(slot, service, first + (detail % atAssessment));
    this.#endWaits(slot);
    this.#rejectedAt[slot] = this.#clock.at;
    this.#rejectedBy[slot] = service;
  }

  withdraw(slot: number, service: number, way: number): void {
    this.count(slot, service, ServiceAt["withdrawn left_waiting"] + way);
    this.first.end(slot, "left");
  }

  disengage(slot: number, service: number, detail: number): void {
    this.count(slot, service, ServiceAt["disengaged left_waiting"] + (detail % lostToAll));
    this.#endWaits(slot);
  }

  startCourse(slot: number, service: number): void {
    this.#treatedAt[slot] = service;
    this.#treatedSince[slot] = this.#clock.at;
  }

  completeCourse(slot: number): void {
    const cell = this.#cellOf(slot, this.#treatedAt[slot]!);
    this.counts.addDays(cell, ServiceAt["treatment days"], this.#treatedSince[slot]!);
    this.#treatedAt[slot] = nowhere;
  }

  /** An appointment for assessment, or a session. Returns whether it was the first treatment contact of the referral. */
  attend(slot: number, place: number): boolean {
    const service = this.serviceOf(place);
    const { assessment_is_treatment, assessment_minutes } = this.#pathway.services[service]!;
    if (place === service) {
      this.count(slot, service, ServiceAt["assessments attended"]);
      this.count(slot, service, ServiceAt["contact minutes"], assessment_minutes);
      return assessment_is_treatment && this.#treatmentContact(slot, service);
    }
    const { session_minutes, group_size } = this.#pathway.programmes[place - this.#pathway.services.length]!;
    this.count(slot, service, ServiceAt["sessions attended"]);
    this.count(slot, service, ServiceAt["contact minutes"], session_minutes / group_size);
    return this.#treatmentContact(slot, service);
  }

  miss(slot: number, place: number): void {
    const service = this.serviceOf(place);
    this.count(slot, service, place === service ? ServiceAt["assessments missed"] : ServiceAt["sessions missed"]);
  }

  /** Returns whether it counts as a course finished. @param detail a `courseEnd` */
  endCourse(slot: number, place: number, detail: number): boolean {
    const service = this.serviceOf(place);
    const ending = detail & 15;
    const below = (detail & 16) !== 0;
    this.count(slot, service, ServiceAt["courses completed"] + ending);
    if (ending === Ending.stepped_up || ending === Ending.stepped_down) return false;
    this.hidden.end(slot, "left");
    this.#returns.endCare(slot, this.#cellOf(slot, service));
    this.#unresolved[slot] = ending === Ending.completed && !below ? 1 : 0;
    if (this.#unresolved[slot] === 1) this.count(slot, service, ServiceAt["completed unresolved"]);
    if (this.#contacts[slot]! < contactsOfCourse) return false;
    this.count(slot, service, ServiceAt["courses finished"]);
    this.count(slot, service, ServiceAt["sessions of courses finished"], this.#contacts[slot]);
    this.first.finish(this.#cellOf(slot, service), this.#firstWait[slot]!);
    const wasCase = (detail & 32) !== 0;
    if (wasCase) this.count(slot, service, ServiceAt["courses finished at caseness"]);
    if (wasCase && below) this.count(slot, service, ServiceAt.recovered);
    return true;
  }

  beginHold(slot: number, service: number): void {
    this.count(slot, service, ServiceAt.holds);
    this.#heldSince[slot] = this.#clock.at;
    this.#heldAt[slot] = service;
    // The course before has ended at this instant: care goes on, and nobody was abandoned.
    if (this.#unresolved[slot] === 1) this.count(slot, service, ServiceAt["completed unresolved"], -1);
    this.#unresolved[slot] = 0;
    this.#returns.goOn(slot);
  }

  endHold(slot: number, service: number): void {
    this.#heldAt[slot] = nowhere;
    this.counts.addDays(this.#cellOf(slot, service), ServiceAt["held days"], this.#heldSince[slot]!);
    this.#returns.endCare(slot, this.#cellOf(slot, service));
  }

  contact(slot: number, service: number): void {
    this.count(slot, service, ServiceAt["held contacts"]);
    this.count(slot, service, ServiceAt["contact minutes"], this.#pathway.services[service]!.hold_minutes);
  }

  stay(slot: number, service: number, begins: boolean): void {
    if (begins) {
      this.count(slot, service, ServiceAt.stays);
      this.#staySince[slot] = this.#clock.at;
    } else {
      this.counts.addDays(this.#cellOf(slot, service), ServiceAt["stay days"], this.#staySince[slot]!);
    }
    this.#stayAt[slot] = begins ? service : nowhere;
  }

  consult(slot: number): void {
    const service = this.#treatedAt[slot]!;
    if (service >= 0) this.count(slot, service, ServiceAt["consultations of people in treatment"]);
  }

  /** @param place a service, or a practice */
  crisis(slot: number, place: number, diverted: boolean): void {
    const treating = this.#treatedAt[slot]!;
    const holding = this.#heldAt[slot]!;
    if (treating >= 0) this.count(slot, treating, ServiceAt["crises of people in treatment"]);
    if (holding >= 0) this.count(slot, holding, ServiceAt["crises of people held"]);
    const service = this.#pathway.services[place];
    if (service === undefined) return;
    this.count(slot, place, diverted ? ServiceAt["crises diverted"] : ServiceAt["crises met"]);
    const merelyMet = !diverted && !service.has_stays;
    if (treating >= 0 && merelyMet) this.count(slot, treating, ServiceAt["A&E of people in treatment"]);
  }

  /** What people are in has not ended. */
  end(): void {
    const unfinished = [
      [this.#treatedAt, this.#treatedSince, ServiceAt["treatment days"]],
      [this.#heldAt, this.#heldSince, ServiceAt["held days"]],
      [this.#stayAt, this.#staySince, ServiceAt["stay days"]],
    ] as const;
    for (const [where, since, what] of unfinished) {
      where.forEach((service, slot) => {
        if (service >= 0) this.counts.addDays(this.#cellOf(slot, service), what, since[slot]!);
      });
    }
    this.first.censor();
    this.hidden.censor();
  }

  #cellOf(slot: number, service: number): number {
    return service * this.cellsPerService + this.#slots.kin[slot]!;
  }

  /** Whether whoever is in treatment, or waits for it, has had a treatment contact by their assessment. */
  #assessmentTreats(service: number): boolean {
    const { assessment_is_treatment, assessment_minutes } = this.#pathway.services[service]!;
    return assessment_is_treatment && assessment_minutes > 0;
  }

  #endWaits(slot: number): void {
    this.first.end(slot, "left");
    this.hidden.end(slot, "left");
  }

  #treatmentContact(slot: number, service: number): boolean {
    const contacts = ++this.#contacts[slot]!;
    if (contacts === 2) this.hidden.end(slot, "started");
    if (contacts !== 1) return false;
    this.count(slot, service, ServiceAt["first contacts"]);
    this.#firstWait[slot] = this.first.end(slot, "started");
    this.hidden.begin(slot, this.#cellOf(slot, service));
    return true;
  }

  #passOn(slot: number, service: number): void {
    const from = this.#rejectedBy[slot]!;
    this.count(slot, from, ServiceAt["passed on"]);
    this.passedOn[this.#clock.now]![from * this.#pathway.services.length + service]!++;
  }

  #grow(size: number): void {
    this.#treatedAt = enlarged(this.#treatedAt, new Int16Array(size).fill(nowhere));
    this.#treatedSince = enlarged(this.#treatedSince, new Float64Array(size));
    this.#heldAt = enlarged(this.#heldAt, new Int16Array(size).fill(nowhere));
    this.#heldSince = enlarged(this.#heldSince, new Float64Array(size));
    this.#stayAt = enlarged(this.#stayAt, new Int16Array(size).fill(nowhere));
    this.#staySince = enlarged(this.#staySince, new Float64Array(size));
    this.#contacts = enlarged(this.#contacts, new Int32Array(size));
    this.#firstWait = enlarged(this.#firstWait, new Float64Array(size));
    this.#rejectedAt = enlarged(this.#rejectedAt, new Float64Array(size));
    this.#rejectedBy = enlarged(this.#rejectedBy, new Int16Array(size));
    this.#unresolved = enlarged(this.#unresolved, new Uint8Array(size));
  }
}
