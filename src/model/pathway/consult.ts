/** A person sees their GP, or does not come. */
import { exp } from "../../engine/maths/exp.ts";
import { Kind } from "../../records/log.ts";
import { Visit } from "../../records/pathway-codes.ts";
import { Clock, clocks } from "./clocks.ts";
import { decide } from "./decide.ts";
import { Away, Open } from "./people.ts";
import { Ask } from "./questions.ts";
import { hasNeed } from "./severity.ts";
import { drawTarget } from "./hazards.ts";
import { gainTrust } from "./trust.ts";
import type { World } from "./world.ts";

const secondsPerDay = 86_400;

/** Somebody thought of seeing the GP, and has an appointment. */
export function consultUnplanned(world: World, slot: number): void {
  drawTarget(world, slot, Clock.consult);
  consult(world, slot, Visit.routine);
}

/** What was left over last time is seen to (M14). */
export function followUp(world: World, slot: number): void {
  world.people.rings[slot * clocks + Clock.followUp] = Infinity;
  consult(world, slot, Visit.follow_up);
}

/** An appointment: kept or missed (M18). Returns whether it was kept. */
export function consult(world: World, slot: number, visit: number): boolean {
  const { gp } = world.scenario;
  const missed = visit !== Visit.crisis && (misses(world, slot) || world.people.stay[slot]! >= 0);
  if (missed) {
    world.record(Kind.consult_missed, slot, world.practicePlace(slot), visit);
    return false;
  }
  const seconds = Math.round(lengthOf(world, slot) * secondsPerDay);
  world.record(Kind.consult, slot, world.practicePlace(slot), seconds * 8 + visit);
  world.people.away[slot] = Away.no;
  recognise(world, slot);
  if (visit === Visit.planned) gainTrust(world, slot, gp.plan.encouragement);
  if (visit === Visit.routine && world.ask(slot, Ask["whether a problem is left over"]) < gp.follow_up) {
    world.people.rings[slot * clocks + Clock.followUp] = world.now + gp.follow_up_days;
  }
  if (needsHelp(world, slot)) decide(world, slot);
  return true;
}

const misses = (world: World, slot: number): boolean =>
  world.ask(slot, Ask["whether a consultation is attended"]) < world.scenario.gp.dna * world.groupOf(slot).gp_dna_ratio;

/** Lognormal about its mean (M13). */
function lengthOf(world: World, slot: number): number {
  const { consultation_days, consultation_cv } = world.scenario.gp;
  const mean = consultation_days * world.groupOf(slot).consultation_length_ratio;
  if (consultation_cv === 0) return mean;
  const variance = world.consultationVariance;
  return mean * exp(Math.sqrt(variance) * world.askNormal(slot, Ask["length of a consultation"]) - variance / 2);
}

/** Cues add up until the GP perceives the disorder (M66). */
function recognise(world: World, slot: number): void {
  const { people } = world;
  if (people.recognised[slot] === 1 || !world.groupOf(slot).is_pd) return;
  const { per_contact } = world.scenario.gp.recognition;
  if (world.ask(slot, Ask["recognised in a consultation"]) < per_contact) people.recognised[slot] = 1;
}

/** Whether there is need, nothing is open, and the GP sees it (M67) and acts (M68), or goes on after a knock-back (M31). */
function needsHelp(world: World, slot: number): boolean {
  const { people } = world;
  if (people.open[slot] !== Open.nothing || people.stay[slot]! >= 0 || !hasNeed(world, slot)) return false;
  const { need_seen, gp_acts } = world.groupOf(slot);
  const acts =
    world.ask(slot, Ask["whether need is seen"]) < need_seen && world.ask(slot, Ask["whether the GP acts"]) < gp_acts;
  return acts || persists(world, slot);
}

/** A GP who has referred the person in this spell, to no avail, knows of the need and does not let it rest (M31). */
function persists(world: World, slot: number): boolean {
  const { people, now } = world;
  const { gp } = world.scenario;
  const isInSpell = people.tries[slot]! > 0 && now - people.lastReferral[slot]! <= gp.spell_days;
  return isInSpell && world.ask(slot, Ask["whether the GP persists"]) < gp.persists;
}
