/** A service says no: a knock-back (M31, M50), unless it passes the person on. */
import { Kind } from "../../records/log.ts";
import { atAssessment, Reason, Sender } from "../../records/pathway-codes.ts";
import { Clock, clocks } from "./clocks.ts";
import { Open } from "./people.ts";
import { At } from "./questions.ts";
import { refer, senderOf } from "./refer.ts";
import { loseTrust } from "./trust.ts";
import type { World } from "./world.ts";

/** @param seen whether the person was turned away at assessment, after the wait for it */
export function reject(world: World, slot: number, reason: number, seen: boolean): void {
  const { people } = world;
  const service = people.service[slot]!;
  world.record(Kind.reject, slot, service, reason + (seen ? atAssessment : 0));
  people.rejectedBy[slot]! |= 1 << service;
  learn(world, slot, reason);
  loseTrust(world, slot, world.scenario.trust.rejection);
  closeReferral(world, slot);
  const next = passesOnTo(world, slot, service);
  if (next >= 0) refer(world, slot, next, Sender.service);
}

/** Nothing is open any more, and the GP lets some time go by before another referral. */
export function closeReferral(world: World, slot: number): void {
  const { people } = world;
  people.open[slot] = Open.nothing;
  people.service[slot] = -1;
  people.rings[slot * clocks + Clock.step] = Infinity;
  people.notBefore[slot] = world.now + world.scenario.gp.between_referrals_days;
}

/** The practice learns the hoops from what happened to its own letters (M30). */
function learn(world: World, slot: number, reason: number): void {
  if (senderOf(world, slot) !== Sender.gp) return;
  const practice = world.practiceOf(slot);
  if (reason === Reason.not_risky_enough) practice.rejectedAsSafe++;
  if (reason === Reason.too_risky) practice.rejectedAsRisky++;
}

/** Where no door is wrong, the service sends the person on to the next that has not said no; -1: back to the GP. */
function passesOnTo(world: World, slot: number, service: number): number {
  const { spec, firstQuestion } = world.services[service]!;
  if (world.ask(slot, firstQuestion + At["passed on"]) >= spec.passes_on) return -1;
  const { available } = world.practiceOf(slot);
  const rejectedBy = world.people.rejectedBy[slot]!;
  return spec.passes_on_to.find((to) => available[to]! && (rejectedBy & (1 << to)) === 0) ?? -1;
}
