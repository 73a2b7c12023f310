/** After something happened to a person: those who need nothing more leave the lists, and those who are well go. */
import { Away as Way, Care } from "../../records/pathway-codes.ts";
import { Kind } from "../../records/log.ts";
import { disappear } from "./appear.ts";
import { Open } from "./people.ts";
import { closeReferral } from "./reject.ts";
import { settle } from "./settle.ts";
import { hasNeed } from "./severity.ts";
import { giveUpPlace } from "./wait.ts";
import type { World } from "./world.ts";

export function finish(world: World, slot: number): void {
  if (!hasNeed(world, slot)) withdraw(world, slot);
  settle(world, slot);
  const isOver = world.people.care[slot] === Care.well && world.groupOf(slot).episodes_per_day > 0;
  if (isOver) disappear(world, slot);
}

/** Whoever has no need any more and has not been seen yet withdraws. An assessment that is booked takes place. */
function withdraw(world: World, slot: number): void {
  const { people } = world;
  const open = people.open[slot]!;
  if (open === Open.referral) {
    world.record(Kind.withdraw, slot, people.service[slot]!, Way.no_longer_needed);
    closeReferral(world, slot);
  } else if (open === Open.treatmentList || (open === Open.assessmentList && people.booked[slot] === 0)) {
    giveUpPlace(world, slot, Way.no_longer_needed);
  }
}
