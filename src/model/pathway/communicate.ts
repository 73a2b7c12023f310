/** What a service tells the GP (M54–M56). */
import { Kind } from "../../records/log.ts";
import type { World } from "./world.ts";

/** The GP hears that somebody has not engaged, and can call them back. */
export function tellOfNonEngagement(world: World, slot: number, service: number): void {
  if (!world.practiceOf(slot).hearsOfNonEngagement[service]!) return;
  world.people.known[slot] = 1;
  world.record(Kind.feedback, slot, service, 0);
}

/** The GP hears how treatment goes. */
export function tellOfProgress(world: World, slot: number, service: number): void {
  if (world.practiceOf(slot).hearsOfProgress[service]!) world.record(Kind.feedback, slot, service, 1);
}
