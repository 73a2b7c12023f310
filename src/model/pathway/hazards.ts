/**
 * Hazards as clocks: a person has drawn a target, a unit exponential, and exposure adds up at a rate that depends on
 * their state; the event falls when it reaches the target. While the rate stays, so does the time of the event; when it
 * changes, what is left of the exposure is shared out anew.
 */
import { log as ln } from "../../engine/maths/log.ts";
import { clocks, hazards } from "./clocks.ts";
import { Ask } from "./questions.ts";
import type { World } from "./world.ts";

/** By hazard, the question whose answer is its target. */
const targets = [
  Ask["time to consult"],
  Ask["time to refer oneself"],
  Ask["time to an event of life"],
  Ask["time to a crisis"],
  Ask["time to risk going up"],
  Ask["time to risk going down"],
  Ask["time to a recall"],
] as const;

/** Draws the next target of a hazard, at the rate that holds. */
export function drawTarget(world: World, slot: number, hazard: number): void {
  const { left, rate, rings } = world.people;
  const target = -ln(world.ask(slot, targets[hazard]!));
  const perDay = rate[slot * hazards + hazard]!;
  left[slot * hazards + hazard] = target;
  rings[slot * clocks + hazard] = perDay > 0 ? world.now + target / perDay : Infinity;
}

/** From now on the hazards run at the rates of `world.perDay`; most of them do so already. */
export function changeRates({ people, now, perDay }: World, slot: number): void {
  const { left, rate, rings } = people;
  for (let hazard = 0; hazard < hazards; hazard++) {
    const i = slot * hazards + hazard;
    const old = rate[i]!;
    const wanted = perDay[hazard]!;
    if (wanted === old) continue;
    const clock = slot * clocks + hazard;
    if (old > 0) left[i] = (rings[clock]! - now) * old;
    rate[i] = wanted;
    rings[clock] = wanted > 0 ? now + left[i]! / wanted : Infinity;
  }
}
