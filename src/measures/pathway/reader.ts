/** Reads the log of a pathway and keeps what each segment of time needs; `figures.ts` makes figures of it. */
import type { Days } from "../../engine/time.ts";
import type { Legend, LegendPathway } from "../../records/legend.ts";
import { type Block, Kind, type Reader } from "../../records/log.ts";
import { atAssessment, Care, Ending, Letter, lostToAll, Sender, Visit } from "../../records/pathway-codes.ts";
import { segmentEnds, segmentsOf } from "../segments.ts";
import { PersonAt, personCounts, ServiceAt, serviceCounts } from "./counts.ts";
import { Waits } from "./waits.ts";

/** Risk that nobody has seen for so long is hidden (M21). */
export const hiddenAfterDays = 28;
/** Knock-backs of one person that are told apart; more count as so many. */
export const mostKnockBacks = 20;
const secondsPerMinute = 60;

export class PathwayReader implements Reader {
  readonly legend: Legend;
  readonly pathway: LegendPathway;
  readonly ends: readonly Days[];
  /** By segment, then by practice and group, then by `personCounts`. */
  readonly people: readonly Float64Array[];
  /** By segment, then by service and group, then by `serviceCounts`. */
  readonly services: readonly Float64Array[];
  /** By segment, then by service: minutes of staff committed, and there. */
  readonly committed: readonly Float64Array[];
  readonly available: readonly Float64Array[];
  /** From the referral to the first attended treatment contact; by service and group. */
  readonly first: Waits;
  /** From the first attended contact to the second; by service and group. */
  readonly hidden: Waits;
  /** From first help-seeking to the first attended treatment contact anywhere; by practice and group. */
  readonly help: Waits;
  /** From the first referral since then to the same contact, through all rejections between; by practice and group. */
  readonly search: Waits;
  /** By window, then by practice and group: people by how often they were knocked back in it. */
  readonly knockBacks: readonly Float64Array[];
  readonly #groups: number;
  readonly #firstPractice: number;
  readonly #segmentsOfWindows: readonly (readonly number[])[];
  #segment = 0;
  /** By service: minutes per day committed and there, and since when they were added up. */
  readonly #committedPerDay: Float64Array;
  readonly #availablePerDay: Float64Array;
  readonly #addedUpTo: Float64Array;

  // By slot. The arrays grow together.
  #size = 0;
  #personCell = new Int32Array(0);
  #appeared = new Float64Array(0);
  #state = new Int8Array(0);
  #since = new Float64Array(0);
  #band = new Uint8Array(0);
  #bandSince = new Float64Array(0);
  #contact = new Float64Array(0);
  #treatedAt = new Int16Array(0);
  #treatedSince = new Float64Array(0);
  #heldAt = new Int16Array(0);
  #heldSince = new Float64Array(0);
  #stayAt = new Int16Array(0);
  #staySince = new Float64Array(0);
  #contacts = new Int32Array(0);
  #firstWait = new Float64Array(0);
  #rejectedAt = new Float64Array(0);
  #knocks = new Uint16Array(0);

  constructor(legend: Legend) {
    const { pathway, groups, windows, horizon, wait_limits_days: limits } = legend;
    if (pathway === undefined) throw new RangeError("the legend must be that of a pathway");
    this.legend = legend;
    this.pathway = pathway;
    this.#groups = groups.length;
    this.#firstPractice = pathway.services.length + pathway.programmes.length;
    this.ends = segmentEnds(windows, horizon);
    this.#segmentsOfWindows = windows.map((window) => segmentsOf(window, this.ends));
    const personCells = pathway.practices.length * groups.length;
    const serviceCells = pathway.services.length * groups.length;
    const perSegment = (length: number): Float64Array[] => this.ends.map(() => new Float64Array(length));
    this.people = perSegment(personCells * personCounts.length);
    this.services = perSegment(serviceCells * serviceCounts.length);
    this.committed = perSegment(pathway.services.length);
    this.available = perSegment(pathway.services.length);
    this.first = new Waits(this.ends, limits, serviceCells, horizon);
    this.hidden = new Waits(this.ends, limits, serviceCells, horizon);
    this.help = new Waits(this.ends, limits, personCells, horizon);
    this.search = new Waits(this.ends, limits, personCells, horizon);
    this.knockBacks = windows.map(() => new Float64Array(personCells * (mostKnockBacks + 1)));
    this.#committedPerDay = new Float64Array(pathway.services.length);
    this.#availablePerDay = new Float64Array(pathway.services.length);
    this.#addedUpTo = new Float64Array(pathway.services.length);
  }

  read({ rows, at, kind, slot, place, group, detail }: Block): void {
    for (let row = 0; row < rows; row++) {
      const time = at[row]!;
      while (time >= this.ends[this.#segment]!) this.#segment++;
      this.#take(time, kind[row] as Kind, slot[row]!, place[row]!, group[row]!, detail[row]!);
    }
  }

  end(horizon: Days): void {
    this.#segment = this.ends.length - 1;
    for (let slot = 0; slot < this.#size; slot++) if (this.#state[slot]! >= 0) this.#seeAtEnd(horizon, slot);
    this.pathway.services.forEach((_, service) => this.#addUpStaff(horizon, service, 0));
    this.first.censor();
    this.hidden.censor();
    this.help.censor();
    this.search.censor();
  }

  #take(at: Days, kind: Kind, slot: number, place: number, group: number, detail: number): void {
    switch (kind) {
      case Kind.appear:
        this.#appear(at, slot, place, group, detail);
        break;
      case Kind.disappear:
        this.#see(at, slot);
        this.#endSearch(at, slot, "left");
        this.#state[slot] = -1;
        break;
      case Kind.state:
        this.#addState(at, slot);
        this.#state[slot] = detail;
        if (detail === Care.well) this.#endSearch(at, slot, "left");
        break;
      case Kind.risk:
        this.#addHidden(at, slot);
        this.#band[slot] = detail;
        this.#bandSince[slot] = at;
        break;
      case Kind.consult:
        this.#consult(at, slot, detail);
        break;
      case Kind.consult_missed:
        this.#count(slot, PersonAt["consultations missed"]);
        break;
      case Kind.advice:
        this.#count(slot, PersonAt["advice minutes"], detail / secondsPerMinute);
        break;
      case Kind.life_event:
        this.#count(slot, PersonAt["life events"]);
        break;
      case Kind.recall:
        this.#count(slot, PersonAt.recalls);
        break;
      case Kind.plan:
        if (detail === 1) this.#count(slot, PersonAt.plans);
        break;
      case Kind.crisis:
        this.#crisis(at, slot, place, group, detail);
        break;
      case Kind.stay:
        this.#stay(at, slot, place, group, detail);
        break;
      case Kind.refer:
        this.#refer(at, slot, place, group, detail);
        break;
      case Kind.pass_triage:
        this.#countAt(place, group, ServiceAt["passed triage"]);
        break;
      case Kind.accept:
        this.#countAt(place, group, ServiceAt.accepted);
        if (detail === 1) {
          this.#countAt(place, group, ServiceAt["advised only"]);
          this.first.end(at, slot, "left");
          this.hidden.end(at, slot, "left");
        }
        break;
      case Kind.reject:
        this.#reject(at, slot, place, group, detail);
        break;
      case Kind.withdraw:
        this.#countAt(place, group, ServiceAt["withdrawn left_waiting"] + detail);
        this.first.end(at, slot, "left");
        break;
      case Kind.decline:
        this.#countAt(this.#serviceOf(place), group, ServiceAt.declined);
        break;
      case Kind.disengage:
        this.#disengage(at, slot, place, group, detail);
        break;
      case Kind.outreach:
        this.#countAt(place, group, ServiceAt.outreach);
        break;
      case Kind.feedback:
        this.#countAt(place, group, detail === 1 ? ServiceAt["told of progress"] : ServiceAt["told of non-engagement"]);
        break;
      case Kind.staff:
        this.#addUpStaff(at, place, 0);
        this.#availablePerDay[place] = detail / 7;
        break;
      case Kind.start:
        this.#start(at, slot, place);
        break;
      case Kind.complete:
        this.#complete(at, slot, place, group);
        break;
      case Kind.attend:
        this.#attend(at, slot, place, group);
        break;
      case Kind.miss:
        this.#miss(place, group);
        break;
      case Kind.end_course:
        this.#endCourse(at, slot, place, group, detail);
        break;
      case Kind.hold:
        this.#hold(at, slot, place, group, detail);
        break;
      case Kind.contact:
        this.#countAt(place, group, ServiceAt["held contacts"]);
        this.#countAt(place, group, ServiceAt["contact minutes"], this.pathway.services[place]!.hold_minutes);
        this.#seen(at, slot);
        break;
      default:
        break;
    }
  }

  #appear(at: Days, slot: number, place: number, group: number, band: number): void {
    this.#makeRoom(slot);
    this.#personCell[slot] = (place - this.#firstPractice) * this.#groups + group;
    this.#appeared[slot] = at;
    this.#state[slot] = Care.well;
    this.#since[slot] = at;
    this.#band[slot] = band;
    this.#bandSince[slot] = at;
    this.#contact[slot] = at;
    this.#firstWait[slot] = NaN;
    this.#rejectedAt[slot] = NaN;
    this.#contacts[slot] = 0;
    const segments = this.ends.length;
    this.#knocks.fill(0, slot * segments, (slot + 1) * segments);
  }

  /** Adds up a person who goes, or who is there at the end. */
  #see(at: Days, slot: number): void {
    this.#addState(at, slot);
    this.#addHidden(at, slot);
    const { windows } = this.legend;
    const cell = this.#personCell[slot]!;
    windows.forEach(({ from_day, to_day }, w) => {
      if (at <= from_day || this.#appeared[slot]! >= to_day) return;
      let knocks = 0;
      for (const segment of this.#segmentsOfWindows[w]!) knocks += this.#knocks[slot * this.ends.length + segment]!;
      this.knockBacks[w]![cell * (mostKnockBacks + 1) + Math.min(mostKnockBacks, knocks)]!++;
    });
  }

  /** The person is still there, and what they are in has not ended. */
  #seeAtEnd(horizon: Days, slot: number): void {
    const group = this.#personCell[slot]! % this.#groups;
    this.#see(horizon, slot);
    const unfinished = [
      [this.#treatedAt, this.#treatedSince, ServiceAt["treatment days"]],
      [this.#heldAt, this.#heldSince, ServiceAt["held days"]],
      [this.#stayAt, this.#staySince, ServiceAt["stay days"]],
    ] as const;
    for (const [where, since, what] of unfinished) {
      if (where[slot]! >= 0) this.#addDays(since[slot]!, horizon, where[slot]!, group, what);
    }
  }

  #addState(at: Days, slot: number): void {
    const cell = this.#personCell[slot]! * personCounts.length + this.#state[slot]!;
    this.#spread(this.#since[slot]!, at, (segment, days) => (this.people[segment]![cell]! += days));
    this.#since[slot] = at;
  }

  /** Days since the last look at which risk was above low and nobody had seen the person for a while. */
  #addHidden(at: Days, slot: number): void {
    if (this.#band[slot] === 0) return;
    const from = Math.max(this.#contact[slot]! + hiddenAfterDays, this.#bandSince[slot]!);
    this.#bandSince[slot] = at;
    if (from >= at) return;
    const cell = this.#personCell[slot]! * personCounts.length + PersonAt["hidden risk days"];
    this.#spread(from, at, (segment, days) => (this.people[segment]![cell]! += days));
  }

  /** Shares a stretch of time out over segments. It ends in the present one, or at the horizon. */
  #spread(from: Days, to: Days, add: (segment: number, days: Days) => void): void {
    let segment = this.#segment;
    while (segment > 0 && this.ends[segment - 1]! > from) segment--;
    for (let begin = from; begin < to; segment++) {
      const end = Math.min(to, this.ends[segment]!);
      add(segment, end - begin);
      begin = end;
    }
  }

  #seen(at: Days, slot: number): void {
    this.#addHidden(at, slot);
    this.#contact[slot] = at;
  }

  #consult(at: Days, slot: number, detail: number): void {
    const visit = detail % 8;
    this.#count(slot, PersonAt.consultations);
    if (visit === Visit.planned) this.#count(slot, PersonAt["consultations planned"]);
    if (visit === Visit.crisis) this.#count(slot, PersonAt["consultations in crisis"]);
    this.#count(slot, PersonAt["consultation minutes"], Math.floor(detail / 8) / secondsPerMinute);
    if (this.#treatedAt[slot]! >= 0) {
      this.#countOf(slot, this.#treatedAt[slot]!, ServiceAt["consultations of people in treatment"]);
    }
    this.#seen(at, slot);
    this.#seekHelp(at, slot);
  }

  /** Begins the wait from first help-seeking: with need, without treatment, and not begun before. */
  #seekHelp(at: Days, slot: number): void {
    const state = this.#state[slot]!;
    const treated = state === Care.in_treatment || state === Care.held;
    if (state !== Care.well && !treated && !this.help.isWaiting(slot)) {
      this.help.begin(at, slot, this.#personCell[slot]!);
    }
  }

  #endSearch(at: Days, slot: number, how: "started" | "left"): void {
    this.help.end(at, slot, how);
    this.search.end(at, slot, how);
  }

  #crisis(at: Days, slot: number, place: number, group: number, detail: number): void {
    this.#count(slot, PersonAt.crises);
    this.#seen(at, slot);
    const service = this.#treatedAt[slot]!;
    if (service >= 0) this.#countOf(slot, service, ServiceAt["crises of people in treatment"]);
    if (place >= this.#firstPractice) {
      this.#count(slot, PersonAt["crises at the GP"]);
      return;
    }
    const diverted = detail >= 8;
    this.#countAt(place, group, diverted ? ServiceAt["crises diverted"] : ServiceAt["crises met"]);
    const merelyMet = !this.pathway.services[place]!.has_stays;
    if (service >= 0 && !diverted && merelyMet) this.#countOf(slot, service, ServiceAt["A&E of people in treatment"]);
  }

  #stay(at: Days, slot: number, place: number, group: number, begins: number): void {
    if (begins === 1) {
      this.#countAt(place, group, ServiceAt.stays);
      this.#staySince[slot] = at;
      this.#stayAt[slot] = place;
      return;
    }
    this.#addDays(this.#staySince[slot]!, at, place, group, ServiceAt["stay days"]);
    this.#stayAt[slot] = -1;
    this.#seen(at, slot);
  }

  #refer(at: Days, slot: number, place: number, group: number, detail: number): void {
    this.#countAt(place, group, ServiceAt["sent by gp"] + (detail & 3));
    if (detail & Letter.writtenUp) this.#countAt(place, group, ServiceAt["written up"]);
    if (detail & Letter.writtenDown) this.#countAt(place, group, ServiceAt["written down"]);
    if (detail & Letter.labelled) this.#countAt(place, group, ServiceAt.labelled);
    // Passed on at the same instant: that rejection was no knock-back.
    if ((detail & 3) === Sender.service && this.#rejectedAt[slot] === at) {
      this.#knocks[slot * this.ends.length + this.#segment]!--;
    }
    this.#contacts[slot] = 0;
    this.hidden.end(at, slot, "left");
    this.first.begin(at, slot, this.#cellOf(place, group));
    this.#seekHelp(at, slot);
    if (this.help.isWaiting(slot) && !this.search.isWaiting(slot)) {
      this.search.begin(at, slot, this.#personCell[slot]!);
    }
  }

  #reject(at: Days, slot: number, place: number, group: number, detail: number): void {
    const paper = detail < atAssessment;
    const first = paper ? ServiceAt["rejected on paper too_risky"] : ServiceAt["rejected at assessment too_risky"];
    this.#countAt(place, group, first + (detail % atAssessment));
    this.first.end(at, slot, "left");
    this.hidden.end(at, slot, "left");
    this.#rejectedAt[slot] = at;
    this.#knocks[slot * this.ends.length + this.#segment]!++;
  }

  #disengage(at: Days, slot: number, place: number, group: number, detail: number): void {
    this.#count(slot, PersonAt.disengaged);
    if (detail >= lostToAll) this.#count(slot, PersonAt.lost);
    this.#countAt(place, group, ServiceAt["disengaged left_waiting"] + (detail % lostToAll));
    this.first.end(at, slot, "left");
    this.hidden.end(at, slot, "left");
  }

  #start(at: Days, slot: number, place: number): void {
    this.#addUpStaff(at, this.#serviceOf(place), this.#minutesPerDay(place));
    if (place < this.pathway.services.length) return;
    this.#treatedAt[slot] = this.#serviceOf(place);
    this.#treatedSince[slot] = at;
  }

  #complete(at: Days, slot: number, place: number, group: number): void {
    this.#addUpStaff(at, this.#serviceOf(place), -this.#minutesPerDay(place));
    if (place < this.pathway.services.length) return;
    this.#addDays(this.#treatedSince[slot]!, at, this.#treatedAt[slot]!, group, ServiceAt["treatment days"]);
    this.#treatedAt[slot] = -1;
  }

  #attend(at: Days, slot: number, place: number, group: number): void {
    const service = this.#serviceOf(place);
    const { assessment_is_treatment, assessment_minutes } = this.pathway.services[service]!;
    this.#seen(at, slot);
    if (place === service) {
      this.#countAt(service, group, ServiceAt["assessments attended"]);
      this.#countAt(service, group, ServiceAt["contact minutes"], assessment_minutes);
      if (!assessment_is_treatment) return;
    } else {
      const { session_minutes, group_size } = this.pathway.programmes[place - this.pathway.services.length]!;
      this.#countAt(service, group, ServiceAt["sessions attended"]);
      this.#countAt(service, group, ServiceAt["contact minutes"], session_minutes / group_size);
    }
    this.#treatmentContact(at, slot, service, group);
  }

  #treatmentContact(at: Days, slot: number, service: number, group: number): void {
    const contacts = ++this.#contacts[slot]!;
    if (contacts === 1) {
      this.#countAt(service, group, ServiceAt["first contacts"]);
      this.#firstWait[slot] = this.first.end(at, slot, "started");
      this.#endSearch(at, slot, "started");
      this.hidden.begin(at, slot, this.#cellOf(service, group));
    } else if (contacts === 2) {
      this.hidden.end(at, slot, "started");
    }
  }

  #miss(place: number, group: number): void {
    const service = this.#serviceOf(place);
    this.#countAt(service, group, place === service ? ServiceAt["assessments missed"] : ServiceAt["sessions missed"]);
  }

  #endCourse(at: Days, slot: number, place: number, group: number, detail: number): void {
    const service = this.#serviceOf(place);
    const ending = detail & 15;
    const wasCase = (detail & 32) !== 0;
    const below = (detail & 16) !== 0;
    this.#countAt(service, group, ServiceAt["courses completed"] + ending);
    if (ending === Ending.completed && !below) this.#countAt(service, group, ServiceAt["completed unresolved"]);
    if (ending === Ending.stepped_up || ending === Ending.stepped_down) return;
    this.hidden.end(at, slot, "left");
    if (this.#contacts[slot]! < 2) return;
    this.#countAt(service, group, ServiceAt["courses finished"]);
    this.#countAt(service, group, ServiceAt["sessions of courses finished"], this.#contacts[slot]);
    this.first.finish(at, this.#cellOf(service, group), this.#firstWait[slot]!);
    if (!wasCase) return;
    this.#countAt(service, group, ServiceAt["courses finished at caseness"]);
    if (below) this.#countAt(service, group, ServiceAt.recovered);
  }

  #hold(at: Days, slot: number, place: number, group: number, begins: number): void {
    const perDay = this.pathway.services[place]!.hold_minutes_per_week / 7;
    this.#addUpStaff(at, place, begins === 1 ? perDay : -perDay);
    if (begins === 1) {
      this.#countAt(place, group, ServiceAt.holds);
      this.#heldSince[slot] = at;
      this.#heldAt[slot] = place;
    } else {
      this.#heldAt[slot] = -1;
      this.#addDays(this.#heldSince[slot]!, at, place, group, ServiceAt["held days"]);
    }
  }

  #addDays(from: Days, to: Days, service: number, group: number, what: number): void {
    const cell = this.#cellOf(service, group) * serviceCounts.length + what;
    this.#spread(from, to, (segment, days) => (this.services[segment]![cell]! += days));
  }

  /** Adds up staff time until now; from now on so much more is committed per day. */
  #addUpStaff(at: Days, service: number, change: number): void {
    this.#spread(this.#addedUpTo[service]!, at, (segment, days) => {
      this.committed[segment]![service]! += this.#committedPerDay[service]! * days;
      this.available[segment]![service]! += this.#availablePerDay[service]! * days;
    });
    this.#addedUpTo[service] = at;
    this.#committedPerDay[service]! += change;
  }

  #minutesPerDay(place: number): number {
    const { services, programmes } = this.pathway;
    const perWeek =
      place < services.length
        ? services[place]!.assessment_minutes_per_week
        : programmes[place - services.length]!.minutes_per_week;
    return perWeek / 7;
  }

  #serviceOf(place: number): number {
    const { services, programmes } = this.pathway;
    return place < services.length ? place : programmes[place - services.length]!.service;
  }

  #cellOf(service: number, group: number): number {
    return service * this.#groups + group;
  }

  #count(slot: number, what: number, by = 1): void {
    this.people[this.#segment]![this.#personCell[slot]! * personCounts.length + what]! += by;
  }

  #countAt(service: number, group: number, what: number, by = 1): void {
    this.services[this.#segment]![this.#cellOf(service, group) * serviceCounts.length + what]! += by;
  }

  #countOf(slot: number, service: number, what: number): void {
    this.#countAt(service, this.#personCell[slot]! % this.#groups, what);
  }

  #makeRoom(slot: number): void {
    if (slot < this.#size) return;
    const size = Math.max(1024, 2 * slot);
    this.#personCell = enlarged(this.#personCell, new Int32Array(size));
    this.#appeared = enlarged(this.#appeared, new Float64Array(size));
    this.#state = enlarged(this.#state, new Int8Array(size).fill(-1));
    this.#since = enlarged(this.#since, new Float64Array(size));
    this.#band = enlarged(this.#band, new Uint8Array(size));
    this.#bandSince = enlarged(this.#bandSince, new Float64Array(size));
    this.#contact = enlarged(this.#contact, new Float64Array(size));
    this.#treatedAt = enlarged(this.#treatedAt, new Int16Array(size).fill(-1));
    this.#treatedSince = enlarged(this.#treatedSince, new Float64Array(size));
    this.#heldAt = enlarged(this.#heldAt, new Int16Array(size).fill(-1));
    this.#stayAt = enlarged(this.#stayAt, new Int16Array(size).fill(-1));
    this.#heldSince = enlarged(this.#heldSince, new Float64Array(size));
    this.#staySince = enlarged(this.#staySince, new Float64Array(size));
    this.#contacts = enlarged(this.#contacts, new Int32Array(size));
    this.#firstWait = enlarged(this.#firstWait, new Float64Array(size));
    this.#rejectedAt = enlarged(this.#rejectedAt, new Float64Array(size));
    this.#knocks = enlarged(this.#knocks, new Uint16Array(size * this.ends.length));
    this.#size = size;
  }
}

function enlarged<A extends Float64Array | Int32Array | Int16Array | Int8Array | Uint16Array | Uint8Array>(
  from: A,
  to: A,
): A {
  to.set(from);
  return to;
}
