/** Holding: low-frequency contact after a course, risk watched, a telephone in crisis (M43–M45, M65). */
import { Kind } from "../../records/log.ts";
import { Clock, clocks, Step } from "./clocks.ts";
import { Open } from "./people.ts";
import { At } from "./questions.ts";
import { closeReferral } from "./reject.ts";
import { hasTime } from "./services.ts";
import { gainTrust } from "./trust.ts";
import type { World } from "./world.ts";

/** Whether the service goes on to hold the person. It comes before those who wait, but takes staff time like them. */
export function isHeld(world: World, slot: number, number: number): boolean {
  const { people, now } = world;
  const { spec, firstQuestion, pools, holdLoad } = world.services[number]!;
  const { hold } = spec;
  const isOffered = world.ask(slot, firstQuestion + At.hold) < hold.chance[people.group[slot]!]! && hold.lasts_days > 0;
  if (!isOffered || !hasTime(pools[hold.staff]!, holdLoad)) return false;
  pools[hold.staff]!.committed += holdLoad;
  people.open[slot] = Open.hold;
  people.service[slot] = number;
  people.holdUntil[slot] = now + hold.lasts_days;
  world.record(Kind.hold, slot, number, 1);
  people.step[slot] = Step.contact;
  people.rings[slot * clocks + Clock.step] = now + Math.min(hold.interval_days, hold.lasts_days);
  return true;
}

/** A contact is due, or the time is over. */
export function contactHeld(world: World, slot: number): void {
  const { people, now } = world;
  const number = people.service[slot]!;
  const { hold } = world.services[number]!.spec;
  if (now >= people.holdUntil[slot]!) {
    endHold(world, slot, number);
    return;
  }
  world.record(Kind.contact, slot, number, 0);
  gainTrust(world, slot, hold.encouragement);
  people.rings[slot * clocks + Clock.step] = Math.min(now + hold.interval_days, people.holdUntil[slot]!);
}

function endHold(world: World, slot: number, number: number): void {
  const { spec, pools, holdLoad } = world.services[number]!;
  pools[spec.hold.staff]!.committed -= holdLoad;
  world.record(Kind.hold, slot, number, 0);
  closeReferral(world, slot);
  world.toOffer.push(number);
}
