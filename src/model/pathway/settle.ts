/** After something happened to a person: the state of care they are in, how fast their hazards run, and what comes next. */
import { Phase } from "../../engine/time.ts";
import { Kind } from "../../records/log.ts";
import { Care } from "../../records/pathway-codes.ts";
import { Clock, clocks } from "./clocks.ts";
import { reconsiderPatience } from "./patience.ts";
import { Away, Open } from "./people.ts";
import { setRates } from "./rates.ts";
import { hasNeed } from "./severity.ts";
import type { World } from "./world.ts";

/** The state of care that something open amounts to. */
const careOf: Readonly<Record<number, number>> = {
  [Open.referral]: Care.referred,
  [Open.assessmentList]: Care.waiting_assessment,
  [Open.treatmentList]: Care.waiting_treatment,
  [Open.course]: Care.in_treatment,
  [Open.hold]: Care.held,
};

/** The state of care, by the order of precedence in which `careStates` stands. */
function stateOf(world: World, slot: number, need: boolean): number {
  const { people } = world;
  if (people.stay[slot]! >= 0) return Care.crisis;
  const open = people.open[slot]!;
  if (open !== Open.nothing) return careOf[open]!;
  if (!need) return Care.well;
  const away = people.away[slot]!;
  if (away !== Away.no) return away === Away.lost ? Care.lost : Care.disengaged;
  return people.planUntil[slot]! > 0 ? Care.gp : Care.gap;
}

/**
 * To be called once for everybody to whom something happened, at its end. Somebody who no longer has need forgets that
 * they were away, and their GP's plan is over.
 */
export function settle(world: World, slot: number): void {
  const { people } = world;
  const need = hasNeed(world, slot);
  if (!need) {
    people.away[slot] = Away.no;
    people.known[slot] = 0;
    if (people.planUntil[slot]! > 0) endPlan(world, slot);
  }
  const care = stateOf(world, slot, need);
  if (care !== people.care[slot]) {
    people.care[slot] = care;
    world.record(Kind.state, slot, world.practicePlace(slot), care);
  }
  setRates(world, slot, need, care);
  reconsiderPatience(world, slot);
  expectEarliest(world, slot);
}

/** The GP's own plan is over. */
export function endPlan(world: World, slot: number): void {
  const { people } = world;
  people.planUntil[slot] = 0;
  people.rings[slot * clocks + Clock.plannedDate] = Infinity;
  world.record(Kind.plan, slot, world.practicePlace(slot), 0);
}

/** The clock that rings first; of several at one instant, the first in the table. */
export function firstClock({ people: { rings } }: World, slot: number): number {
  const from = slot * clocks;
  let first = 0;
  let soonest = rings[from]!;
  for (let clock = 1; clock < clocks; clock++) {
    const at = rings[from + clock]!;
    if (at >= soonest) continue;
    first = clock;
    soonest = at;
  }
  return first;
}

function expectEarliest(world: World, slot: number): void {
  const { people, executive } = world;
  const clock = firstClock(world, slot);
  const at = people.rings[slot * clocks + clock]!;
  const phase = clock === Clock.patience ? Phase.leave : Phase.act;
  executive.schedule(slot, at, phase, people.number[slot]!);
}
