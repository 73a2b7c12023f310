/** Freed capacity is offered to whoever waits: the most urgent first, and among those the first to come (M19, M51, M52). */
import { Kind } from "../../records/log.ts";
import { Away as Way } from "../../records/pathway-codes.ts";
import { chooseProgramme } from "./accept.ts";
import { bookAssessment } from "./assess.ts";
import { disengage } from "./disengage.ts";
import { finish } from "./finish.ts";
import { At } from "./questions.ts";
import { closeReferral } from "./reject.ts";
import { couldEverHaveTime, hasTime, type Pool, type ReadyProgramme, type ReadyService } from "./services.ts";
import { beginCourse } from "./treat.ts";
import { willing } from "./trust.ts";
import { giveUpPlace, quitList, waitForTreatment } from "./wait.ts";
import type { World } from "./world.ts";

/** Every service that has something to offer does so, until there is nothing left to offer or nobody to take it. */
export function offerFreed(world: World): void {
  for (let number = world.toOffer.pop(); number !== undefined; number = world.toOffer.pop()) {
    const service = world.services[number]!;
    for (const pool of service.pools) while (offerFrom(world, service, pool));
  }
}

/** Whether somebody is waiting for the time of a pool, and was offered it. */
const Turn = { nobody: 0, noTime: 1, offered: 2 } as const;
type Turn = (typeof Turn)[keyof typeof Turn];

/**
 * Offers time of a pool to the next in turn. Time that is too little for them is saved up: it goes to nobody with a
 * smaller need who comes after them, or a small load would overtake a large one for ever.
 */
function offerFrom(world: World, service: ReadyService, pool: Pool): boolean {
  const treatmentFirst = service.spec.waiting_list.offers_first === "treatment";
  const first = treatmentFirst ? treatNext(world, service, pool) : assessNext(world, service, pool);
  if (first !== Turn.nobody) return first === Turn.offered;
  const second = treatmentFirst ? assessNext(world, service, pool) : treatNext(world, service, pool);
  return second === Turn.offered;
}

function assessNext(world: World, service: ReadyService, pool: Pool): Turn {
  const { assessment } = service.spec;
  if (!assessment || service.pools[assessment.staff] !== pool || service.waitingForAssessment === 0) return Turn.nobody;
  if (!couldEverHaveTime(pool, service.assessmentLoad)) return Turn.nobody;
  if (!hasTime(pool, service.assessmentLoad)) return Turn.noTime;
  const slot = firstOf(world, service.queues);
  bookAssessment(world, slot, service);
  finish(world, slot);
  return Turn.offered;
}

function treatNext(world: World, service: ReadyService, pool: Pool): Turn {
  if (service.waitingForTreatment === 0) return Turn.nobody;
  const next = nextToTreat(world, service, pool);
  if (next < 0) return Turn.nobody;
  if (!hasTime(pool, world.programmes[world.people.programme[next]!]!.load)) return Turn.noTime;
  offerTreatment(world, next, service);
  finish(world, next);
  return Turn.offered;
}

/** Over the programmes of a pool that have a place: the most urgent, and of those who waited longest; -1 if nobody. */
function nextToTreat(world: World, service: ReadyService, pool: Pool): number {
  let next = -1;
  let level = Infinity;
  for (const number of service.programmes) {
    const programme = world.programmes[number]!;
    if (programme.pool !== pool || !hasPlace(programme)) continue;
    const slot = firstOf(world, programme.queues);
    if (slot < 0) continue;
    const priority = service.spec.waiting_list.priority[world.people.group[slot]!]!;
    const isSooner =
      priority < level || (priority === level && world.people.joined[slot]! < world.people.joined[next]!);
    if (isSooner) [next, level] = [slot, priority];
  }
  return next;
}

const hasPlace = ({ spec, pool, load, inTreatment }: ReadyProgramme): boolean =>
  inTreatment < spec.places && couldEverHaveTime(pool, load);

function firstOf({ queues }: World, levels: readonly number[]): number {
  for (const queue of levels) {
    const slot = queues.first(queue);
    if (slot >= 0) return slot;
  }
  return -1;
}

/** A place is offered; it is taken up, or declined. */
function offerTreatment(world: World, slot: number, service: ReadyService): void {
  const programme = world.people.programme[slot]!;
  if (world.ask(slot, service.firstQuestion + At["take-up"]) < takeUp(world, slot, programme)) {
    world.record(Kind.start, slot, quitList(world, slot), 0);
    beginCourse(world, slot);
    return;
  }
  const { place } = world.programmes[programme]!;
  world.record(Kind.decline, slot, place, 0);
  giveUpPlace(world, slot, Way.declined);
  goOnAfterDeclining(world, slot, service, programme);
}

/** Back on the list for another form of treatment if the service allows and has one; the end if not. */
function goOnAfterDeclining(world: World, slot: number, service: ReadyService, programme: number): void {
  const { people } = world;
  people.declined[slot]! |= 1 << service.programmes.indexOf(programme);
  people.service[slot] = service.number;
  const other = service.spec.waiting_list.decliners === "return to the list" ? chooseProgramme(world, slot) : -1;
  if (other >= 0) {
    waitForTreatment(world, slot, other);
    return;
  }
  closeReferral(world, slot);
  disengage(world, slot, service.number, Way.declined);
}

/** By group and form of treatment, its odds in proportion to trust. */
function takeUp(world: World, slot: number, programme: number): number {
  const group = world.groupOf(slot);
  const isGroup = world.programmes[programme]!.spec.group_size > 1;
  return willing(world, slot, isGroup ? group.group_take_up : group.individual_take_up);
}
