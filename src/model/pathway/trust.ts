/**
 * Trust that services will help: engagement, from 0 to 1. The hazard of disengaging is inversely proportional to it, so
 * that a loss is a multiple of that hazard and a gain a divisor. It starts at the group's `engagement_start`.
 */
import { pow } from "../../engine/maths/pow.ts";
import { Kind } from "../../records/log.ts";
import { attendance, engagementCode } from "../../records/pathway-codes.ts";
import type { World } from "./world.ts";

const leastEngagement = 0.05;

/** After something that multiplies the hazard of disengaging. */
export function loseTrust(world: World, slot: number, hazardRatio: number): void {
  const before = world.people.engagement[slot]!;
  change(world, slot, hazardRatio);
  writeChange(world, slot, before);
}

/** After something that divides it. */
export const gainTrust = (world: World, slot: number, divisor: number): void => loseTrust(world, slot, 1 / divisor);

/** After waiting, so many weeks' worth (M48). */
export function loseTrustByWaiting(world: World, slot: number): void {
  const before = world.people.engagement[slot]!;
  wear(world, slot);
  writeChange(world, slot, before);
}

/** A contact is attended, and the person heard. Its row tells the trust after it. @param sessions so far in the course */
export function attend(world: World, slot: number, place: number, sessions: number): void {
  change(world, slot, 1 / world.scenario.trust.heard);
  world.record(Kind.attend, slot, place, attendance(sessions, world.people.engagement[slot]!));
}

/** The first contact, after waiting for it. */
export function attendAssessment(world: World, slot: number, service: number): void {
  wear(world, slot);
  attend(world, slot, service, 0);
}

function wear(world: World, slot: number): void {
  const { week_waited } = world.scenario.trust;
  if (week_waited === 1) return;
  const weeks = (world.now - world.people.joined[slot]!) / 7;
  change(world, slot, pow(week_waited, weeks));
}

function change({ people }: World, slot: number, hazardRatio: number): void {
  people.engagement[slot] = Math.min(1, Math.max(leastEngagement, people.engagement[slot]! / hazardRatio));
}

function writeChange(world: World, slot: number, before: number): void {
  const code = engagementCode(world.people.engagement[slot]!);
  if (code !== engagementCode(before)) world.record(Kind.engagement, slot, world.practicePlace(slot), code);
}

/** The hazard of disengaging as a multiple of that of somebody with the trust that their group starts with. */
export const distrust = (world: World, slot: number): number =>
  world.groupOf(slot).engagement_start / world.people.engagement[slot]!;

/** A chance of saying yes to what is offered, its odds in proportion to trust (M19, M50). 1 stays 1. */
export function willing(world: World, slot: number, chance: number): number {
  const ratio = 1 / distrust(world, slot);
  return (chance * ratio) / (1 - chance + chance * ratio);
}
