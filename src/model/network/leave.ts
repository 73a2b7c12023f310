/** A person's patience runs out: they leave the waiting list unserved. */
import { Kind } from "../../records/log.ts";
import { quitWaitingList } from "./enter.ts";
import { moveOn } from "./move.ts";
import { pickRoute, routesAt } from "./places.ts";
import { offer } from "./serve.ts";
import type { World } from "./world.ts";

export function leaveWaiting(world: World, slot: number): void {
  const { people } = world;
  const node = people.node[slot]!;
  const { questions, leavers } = world.places[node]!;
  quitWaitingList(world, slot);
  world.record(Kind.leave, slot, node, 0);
  const u = world.draw(slot, questions.leaversRoute, people.visitsOf(slot, node));
  moveOn(world, slot, pickRoute(routesAt(leavers, people.group[slot]!, world.executive.now), u), false);
  // Their place on the list may be what somebody is blocked for.
  offer(world, node);
}
