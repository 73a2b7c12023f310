/** The GP's own management: fixed dates with the same clinician, and boundaries (M35, M37, M38, M40). */
import { Kind } from "../../records/log.ts";
import { Visit } from "../../records/pathway-codes.ts";
import { Clock, clocks } from "./clocks.ts";
import { consult } from "./consult.ts";
import { Ask } from "./questions.ts";
import { endPlan } from "./settle.ts";
import type { World } from "./world.ts";

const secondsPerDay = 86_400;

/** No service is left to try. The GP improvises a plan, unless there is one. */
export function makePlan(world: World, slot: number): void {
  const { people, now } = world;
  const { plan } = world.scenario.gp;
  if (people.planUntil[slot]! > 0) return;
  if (!(world.ask(slot, Ask["whether to make a plan"]) < plan.chance)) return;
  people.planUntil[slot] = now + plan.lasts_days;
  world.record(Kind.plan, slot, world.practicePlace(slot), 1);
  people.rings[slot * clocks + Clock.plannedDate] = now + plan.interval_days;
}

/** A fixed date: the team has met, the person comes or not, and the next date is set while the plan lasts. */
export function keepPlannedDate(world: World, slot: number): void {
  const { people, now } = world;
  const { plan } = world.scenario.gp;
  if (now >= people.planUntil[slot]!) {
    endPlan(world, slot);
    return;
  }
  people.rings[slot * clocks + Clock.plannedDate] = now + plan.interval_days;
  const seconds = Math.round(plan.team_days * secondsPerDay);
  if (seconds > 0) world.record(Kind.advice, slot, world.practicePlace(slot), seconds);
  consult(world, slot, Visit.planned);
}
