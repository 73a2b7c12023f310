/**
 * Trust that services will help: engagement, from 0 to 1. The hazard of disengaging is inversely proportional to it, so
 * that a loss is a multiple of that hazard and a gain a divisor. It starts at the group's `engagement_start`.
 */
import { pow } from "../../engine/maths/pow.ts";
import type { World } from "./world.ts";

const leastEngagement = 0.05;

/** After something that multiplies the hazard of disengaging. */
export function loseTrust({ people }: World, slot: number, hazardRatio: number): void {
  people.engagement[slot] = Math.min(1, Math.max(leastEngagement, people.engagement[slot]! / hazardRatio));
}

/** After something that divides it. */
export const gainTrust = (world: World, slot: number, divisor: number): void => loseTrust(world, slot, 1 / divisor);

/** After waiting, so many weeks' worth (M48). */
export function loseTrustByWaiting(world: World, slot: number): void {
  const { week_waited } = world.scenario.trust;
  if (week_waited === 1) return;
  const weeks = (world.now - world.people.joined[slot]!) / 7;
  loseTrust(world, slot, pow(week_waited, weeks));
}

/** The hazard of disengaging as a multiple of that of somebody with the trust that their group starts with. */
export const distrust = (world: World, slot: number): number =>
  world.groupOf(slot).engagement_start / world.people.engagement[slot]!;

/** A chance of saying yes to what is offered, its odds in proportion to trust (M19, M50). 1 stays 1. */
export function willing(world: World, slot: number, chance: number): number {
  const ratio = 1 / distrust(world, slot);
  return (chance * ratio) / (1 - chance + chance * ratio);
}
