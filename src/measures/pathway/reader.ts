/** Reads the log of a pathway row by row, and hands each to what keeps its figures; `figures.ts` makes them. */
import type { Days } from "../../engine/time.ts";
import type { Legend, LegendPathway } from "../../records/legend.ts";
import { type Block, Kind, type Reader } from "../../records/log.ts";
import { bandAtStart } from "../../records/pathway-codes.ts";
import { segmentEnds } from "../segments.ts";
import { CareReader } from "./care.ts";
import { PersonAt, ServiceAt } from "./counts.ts";
import { PeopleReader } from "./people.ts";
import { SegmentClock } from "./segment-clock.ts";
import { SeverityReader } from "./severity.ts";
import { Slots } from "./slots.ts";
import { StaffReader } from "./staff.ts";

/** Deciles of deprivation up to this one count as the more deprived: French 2019 has 4 of 12 practices there. */
export const deprivedUpTo = 4;
/** From this `detail` on, a crisis was diverted by a call. */
const diverted = 8;
const secondsPerDay = 86_400;

export class PathwayReader implements Reader {
  readonly legend: Legend;
  readonly pathway: LegendPathway;
  readonly people: PeopleReader;
  readonly care: CareReader;
  readonly staff: StaffReader;
  readonly severity: SeverityReader;
  readonly clock: SegmentClock;
  readonly #slots = new Slots();
  readonly #groups: number;
  readonly #firstPractice: number;
  /** By practice: 0 for the more deprived, 1 for the less. */
  readonly #half: readonly number[];

  constructor(legend: Legend) {
    const { pathway, groups, windows, horizon } = legend;
    if (pathway === undefined) throw new RangeError("the legend must be that of a pathway");
    this.legend = legend;
    this.pathway = pathway;
    this.clock = new SegmentClock(segmentEnds(windows, horizon));
    this.#groups = groups.length;
    this.#firstPractice = pathway.services.length + pathway.programmes.length;
    this.#half = pathway.practices.map(({ decile }) => (decile <= deprivedUpTo ? 0 : 1));
    this.people = new PeopleReader(legend, pathway.practices.length * groups.length, this.clock, this.#slots);
    this.care = new CareReader(legend, pathway, this.clock, this.#slots);
    this.severity = new SeverityReader(pathway, this.people.counts, this.clock, this.#slots);
    this.staff = new StaffReader(pathway, this.clock);
  }

  read({ rows, at, kind, slot, place, group, detail }: Block): void {
    for (let row = 0; row < rows; row++) {
      this.clock.reach(at[row]!);
      const what = kind[row] as Kind;
      if (what === Kind.appear) this.#appear(slot[row]!, place[row]!, group[row]!, bandAtStart(detail[row]!));
      else if (!this.#takeOfPerson(what, slot[row]!, detail[row]!)) {
        this.#takeOfService(what, slot[row]!, place[row]!, detail[row]!);
      }
    }
  }

  end(horizon: Days): void {
    this.clock.reach(horizon);
    this.severity.end();
    this.people.end();
    this.care.end();
    this.staff.end();
  }

  #appear(slot: number, place: number, group: number, band: number): void {
    const practice = place - this.#firstPractice;
    this.#slots.makeRoom(slot);
    this.#slots.personCell[slot] = practice * this.#groups + group;
    this.#slots.kin[slot] = this.#half[practice]! * this.#groups + group;
    this.people.appear(slot, band);
    this.care.appear(slot);
  }

  /** What happens to somebody without a service. Returns whether the row was such. */
  #takeOfPerson(kind: Kind, slot: number, detail: number): boolean {
    switch (kind) {
      case Kind.disappear:
        this.severity.leave(slot);
        this.people.disappear(slot);
        return true;
      case Kind.state:
        this.people.enterState(slot, detail);
        return true;
      case Kind.severity:
        this.severity.change(slot, detail);
        return true;
      case Kind.risk:
        this.people.changeRisk(slot, detail);
        return true;
      case Kind.consult:
        this.people.consult(slot, detail);
        this.care.consult(slot);
        return true;
      case Kind.consult_missed:
        this.people.count(slot, PersonAt["consultations missed"]);
        return true;
      case Kind.advice:
        this.people.takeAdvice(slot, detail);
        return true;
      case Kind.life_event:
        this.people.count(slot, PersonAt["life events"]);
        return true;
      case Kind.recall:
        this.people.count(slot, PersonAt.recalls);
        return true;
      case Kind.plan:
        if (detail === 1) this.people.count(slot, PersonAt.plans);
        return true;
      default:
        return false;
    }
  }

  /** Somebody on a list at the start of the run; nothing is known from before they joined it. */
  #takeOfToday(began: Days, slot: number, place: number): void {
    if (this.care.waitFrom(began, slot, place)) this.people.searchFrom(began, slot);
  }

  #takeOfService(kind: Kind, slot: number, place: number, detail: number): void {
    const { people, care, staff } = this;
    switch (kind) {
      case Kind.crisis:
        people.count(slot, PersonAt.crises);
        if (place >= this.#firstPractice) people.count(slot, PersonAt["crises at the GP"]);
        people.seen(slot);
        care.crisis(slot, place, detail >= diverted);
        break;
      case Kind.stay:
        care.stay(slot, place, detail === 1);
        people.seen(slot);
        break;
      case Kind.refer:
        care.refer(slot, place, detail);
        people.refer(slot, detail & 3);
        break;
      case Kind.pass_triage:
        care.count(slot, place, ServiceAt["passed triage"]);
        break;
      case Kind.accept:
        care.accept(slot, place, detail === 1);
        break;
      case Kind.reject:
        care.reject(slot, place, detail);
        people.reject(slot);
        break;
      case Kind.withdraw:
        care.withdraw(slot, place, detail);
        break;
      case Kind.decline_referral:
        care.count(slot, place, ServiceAt["referrals declined"]);
        break;
      case Kind.decline:
        care.count(slot, care.serviceOf(place), ServiceAt.declined);
        break;
      case Kind.disengage:
        care.disengage(slot, place, detail);
        people.disengage(slot, detail);
        break;
      case Kind.outreach:
        care.count(slot, place, ServiceAt.outreach);
        break;
      case Kind.feedback:
        care.count(slot, place, ServiceAt[detail === 1 ? "told of progress" : "told of non-engagement"]);
        break;
      case Kind.waited:
        this.#takeOfToday(this.clock.at - detail / secondsPerDay, slot, place);
        break;
      case Kind.serve:
        staff.commit(place, 1);
        care.startCourse(slot, care.serviceOf(place));
        break;
      case Kind.treated:
        care.resumeCourse(slot, place, detail);
        break;
      case Kind.staff:
        staff.count(place, detail);
        break;
      case Kind.start:
        staff.commit(place, 1);
        if (place >= this.pathway.services.length) care.startCourse(slot, care.serviceOf(place));
        break;
      case Kind.complete:
        staff.commit(place, -1);
        if (place >= this.pathway.services.length) care.completeCourse(slot);
        break;
      case Kind.attend:
        people.seen(slot);
        if (care.attend(slot, place)) people.enterTreatment(slot);
        break;
      case Kind.miss:
        care.miss(slot, place);
        break;
      case Kind.end_course:
        if (care.endCourse(slot, place, detail)) people.finishCourse(slot);
        break;
      case Kind.hold:
        staff.commitToHold(place, detail === 1 ? 1 : -1);
        if (detail === 1) care.beginHold(slot, place);
        else care.endHold(slot, place);
        break;
      case Kind.contact:
        care.contact(slot, place);
        people.seen(slot);
        break;
      default:
        break;
    }
  }
}
