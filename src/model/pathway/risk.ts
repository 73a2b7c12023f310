/** Risk to oneself: the band that a person is in, and the score that they present. */
import { Kind } from "../../records/log.ts";
import { Clock } from "./clocks.ts";
import { drawTarget } from "./hazards.ts";
import type { World } from "./world.ts";

/** The score of their band with their own lasting deviation: what an observer without noise would say. */
export const trueScore = ({ people, scenario: { risk } }: World, slot: number): number =>
  risk.band_scores[people.band[slot]!]! + people.ownRisk[slot]!;

export function riskGoesUp(world: World, slot: number): void {
  drawTarget(world, slot, Clock.riskUp);
  raiseRisk(world, slot);
}

export function riskGoesDown(world: World, slot: number): void {
  drawTarget(world, slot, Clock.riskDown);
  setBand(world, slot, world.people.band[slot]! - 1);
}

/** A band up, if there is one. */
export function raiseRisk(world: World, slot: number): void {
  if (world.people.band[slot]! < 3) setBand(world, slot, world.people.band[slot]! + 1);
}

function setBand(world: World, slot: number, band: number): void {
  world.people.band[slot] = band;
  world.record(Kind.risk, slot, world.practicePlace(slot), band);
}
