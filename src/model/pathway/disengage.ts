/** A person turns their back on a service, and perhaps on all of them (M48); nobody sees the risk (M21). */
import { Kind } from "../../records/log.ts";
import { lostToAll } from "../../records/pathway-codes.ts";
import { Clock, clocks } from "./clocks.ts";
import { tellOfNonEngagement } from "./communicate.ts";
import { Away } from "./people.ts";
import { Ask } from "./questions.ts";
import { drawTarget } from "./hazards.ts";
import type { World } from "./world.ts";

/** Nothing may be open any more. @param way how they came to leave: `Away` of the codes */
export function disengage(world: World, slot: number, service: number, way: number): void {
  const isLost = world.ask(slot, Ask["whether lost to all services"]) < world.scenario.trust.lost;
  world.people.away[slot] = isLost ? Away.lost : Away.disengaged;
  world.record(Kind.disengage, slot, service, way + (isLost ? lostToAll : 0));
  tellOfNonEngagement(world, slot, service);
}

/** The GP, who was told, calls them back: they come to see the GP. */
export function recall(world: World, slot: number): void {
  const { people } = world;
  drawTarget(world, slot, Clock.recall);
  people.away[slot] = Away.no;
  people.known[slot] = 0;
  world.record(Kind.recall, slot, world.practicePlace(slot), 0);
  people.rings[slot * clocks + Clock.followUp] = world.now + world.scenario.gp.follow_up_days;
}
