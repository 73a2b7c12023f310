/** Waiting: for assessment, and again for treatment (the hidden wait). */
import type { Days } from "../../engine/time.ts";
import { From, Kind } from "../../records/log.ts";
import { Away as Way } from "../../records/pathway-codes.ts";
import { Clock, clocks } from "./clocks.ts";
import { disengage } from "./disengage.ts";
import { drawPatience } from "./patience.ts";
import { Open } from "./people.ts";
import { At } from "./questions.ts";
import { closeReferral } from "./reject.ts";
import { loadOf, type ReadyService } from "./services.ts";
import { gainTrust } from "./trust.ts";
import type { World } from "./world.ts";

/** Load up to which outreach is as active as it gets; it fades to nothing at full load (M49). */
const busy = 0.85;
const secondsPerDay = 86_400;

/** @param before of those who are there at the start of a run: how long they have waited */
export function waitForAssessment(world: World, slot: number, before?: Days): void {
  const { people } = world;
  const service = world.services[people.service[slot]!]!;
  people.open[slot] = Open.assessmentList;
  people.booked[slot] = 0;
  world.queues.join(service.queues[priorityOf(world, slot, service)]!, slot);
  service.waitingForAssessment++;
  beginToWait(world, slot, service, { place: service.number, before });
}

/**
 * @param programme number among the programmes of all services
 * @param before of those who are there at the start of a run: how long they have waited
 */
export function waitForTreatment(world: World, slot: number, programme: number, before?: Days): void {
  const { people } = world;
  const { service: number, place, queues } = world.programmes[programme]!;
  const service = world.services[number]!;
  people.open[slot] = Open.treatmentList;
  people.service[slot] = number;
  people.programme[slot] = programme;
  world.queues.join(queues[priorityOf(world, slot, service)]!, slot);
  service.waitingForTreatment++;
  beginToWait(world, slot, service, { place, before });
}

/** A place on a list. */
interface OnList {
  readonly place: number;
  readonly before: Days | undefined;
}

function beginToWait(world: World, slot: number, service: ReadyService, { place, before }: OnList): void {
  world.people.joined[slot] = world.now - (before ?? 0);
  world.people.rings[slot * clocks + Clock.step] = Infinity;
  world.record(Kind.join, slot, place, before === undefined ? From.outside : From.start);
  if (before !== undefined) world.record(Kind.waited, slot, place, Math.floor(before * secondsPerDay + 0.5));
  drawPatience(world, slot);
  world.toOffer.push(service.number);
}

/** Takes a person off the list on which they are, whether to be seen or to leave. Gives the place of the list. */
export function quitList(world: World, slot: number): number {
  const { people } = world;
  const service = world.services[people.service[slot]!]!;
  const priority = priorityOf(world, slot, service);
  people.rings[slot * clocks + Clock.patience] = Infinity;
  if (people.open[slot] === Open.assessmentList) {
    world.queues.leave(service.queues[priority]!, slot);
    service.waitingForAssessment--;
    return service.number;
  }
  const { queues, place } = world.programmes[people.programme[slot]!]!;
  world.queues.leave(queues[priority]!, slot);
  service.waitingForTreatment--;
  return place;
}

/** Patience runs out: outreach may keep them; or they leave, and are not in contact any more. */
export function leaveWaiting(world: World, slot: number): void {
  const service = world.services[world.people.service[slot]!]!;
  if (isReached(world, slot, service)) {
    world.record(Kind.outreach, slot, service.number, 0);
    gainTrust(world, slot, service.spec.waiting_list.encouragement);
    drawPatience(world, slot);
    return;
  }
  giveUpPlace(world, slot, Way.left_waiting);
  disengage(world, slot, service.number, Way.left_waiting);
}

/** Off the list unserved. A referral that was still open is withdrawn. */
export function giveUpPlace(world: World, slot: number, way: number): void {
  const service = world.people.service[slot]!;
  const wasOpen = world.people.open[slot] === Open.assessmentList;
  world.record(Kind.leave, slot, quitList(world, slot), 0);
  if (wasOpen) world.record(Kind.withdraw, slot, service, way);
  closeReferral(world, slot);
}

/** By the load of the staff for whom the person waits: the others have no time for somebody else's list. */
function isReached(world: World, slot: number, { spec, firstQuestion, pools }: ReadyService): boolean {
  const { outreach } = spec.waiting_list;
  if (outreach === 0) return false;
  const { people, programmes } = world;
  const waitsForAssessment = people.open[slot] === Open.assessmentList;
  const pool = waitsForAssessment ? pools[spec.assessment!.staff]! : programmes[people.programme[slot]!]!.pool;
  const free = Math.max(0, 1 - loadOf(pool)) / (1 - busy);
  return world.ask(slot, firstQuestion + At.outreach) < outreach * Math.min(1, free);
}

const priorityOf = ({ people }: World, slot: number, { spec }: ReadyService): number =>
  spec.waiting_list.priority[people.group[slot]!]!;
