/** A course ends: recovered, stepped on, held, or unresolved and abandoned (M17, M36, M42). */
import { Kind } from "../../records/log.ts";
import { Away as Way, courseEnd, Ending } from "../../records/pathway-codes.ts";
import { Clock, clocks } from "./clocks.ts";
import { disengage } from "./disengage.ts";
import { isHeld } from "./hold.ts";
import { Open } from "./people.ts";
import { At } from "./questions.ts";
import { closeReferral } from "./reject.ts";
import type { ReadyProgramme } from "./services.ts";
import { caseness, foreseeCaseness, writeSeverity } from "./severity.ts";
import { loseTrust } from "./trust.ts";
import { waitForTreatment } from "./wait.ts";
import type { World } from "./world.ts";

export function endCourse(world: World, slot: number, ending: number): void {
  const { people } = world;
  const programme = world.programmes[people.programme[slot]!]!;
  const recovered = people.severity[slot]! < caseness;
  world.record(Kind.complete, slot, programme.place, 0);
  programme.inTreatment--;
  programme.pool.committed -= programme.load;
  people.open[slot] = Open.nothing;
  keepWhatLasts(world, slot, programme);
  const completed = ending === Ending.completed;
  const next = completed ? nextProgramme(world, slot, programme, recovered) : -1;
  writeDown(world, slot, programme, next < 0 ? ending : recovered ? Ending.stepped_down : Ending.stepped_up);
  world.toOffer.push(programme.service);
  closeReferral(world, slot);
  if (next >= 0) waitForTreatment(world, slot, next);
  else if (!completed) leaveTreatment(world, slot, programme.service, ending);
  else if (!recovered && !isHeld(world, slot, programme.service)) abandon(world, slot);
}

/** The person's own level falls by a share of the gain; from here on severity drifts again. */
function keepWhatLasts(world: World, slot: number, { spec }: ReadyProgramme): void {
  const { people } = world;
  const gained = people.courseFrom[slot]! - people.severity[slot]!;
  people.level[slot] = Math.max(0, people.level[slot]! - spec.effect.lasts * Math.max(0, gained));
  people.severityAt[slot] = world.now;
  foreseeCaseness(world, slot);
  writeSeverity(world, slot);
}

function writeDown(world: World, slot: number, { place }: ReadyProgramme, ending: number): void {
  const { people } = world;
  const wasCase = people.courseFrom[slot]! >= caseness;
  const detail = courseEnd(ending, people.attended[slot]!, wasCase, people.severity[slot]! < caseness);
  world.record(Kind.end_course, slot, place, detail);
}

/** A heavier programme after a course that was not enough, a lighter one after a course that was; -1: none. */
function nextProgramme(world: World, slot: number, programme: ReadyProgramme, recovered: boolean): number {
  const { spec, stepsUpTo, stepsDownTo, service } = programme;
  const [to, chance] = recovered ? [stepsDownTo, spec.step_down] : [stepsUpTo, spec.step_up];
  if (to < 0) return -1;
  return world.ask(slot, world.services[service]!.firstQuestion + At.step) < chance ? to : -1;
}

const leaveTreatment = (world: World, slot: number, service: number, ending: number): void =>
  disengage(world, slot, service, ending === Ending.dropped_out ? Way.dropped_out : Way.missed);

/** Left with it: trust goes, and for a time crises and visits to the GP come more often. */
function abandon(world: World, slot: number): void {
  const { crisis, trust } = world.scenario;
  loseTrust(world, slot, trust.abandoned);
  beginUnrest(world, slot, crisis.after_ending_ratio, crisis.after_ending_days);
}

/** More crises and consultations for a time; a new unrest takes the place of an old one. */
export function beginUnrest({ people, now }: World, slot: number, ratio: number, days: number): void {
  people.unrest[slot] = ratio;
  people.rings[slot * clocks + Clock.calm] = now + days;
}

export function calmDown({ people }: World, slot: number): void {
  people.unrest[slot] = 1;
  people.rings[slot * clocks + Clock.calm] = Infinity;
}
