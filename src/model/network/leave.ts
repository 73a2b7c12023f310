/** A person's patience runs out: they leave the waiting list unserved. */
import { Kind } from "../../records/log.ts";
import { quitWaitingList } from "./enter.ts";
import { chooseRoute, moveOn } from "./move.ts";
import { offer } from "./serve.ts";
import type { World } from "./world.ts";

export function leaveWaiting(world: World, slot: number): void {
  const node = world.people.node[slot]!;
  const { questions, leavers } = world.places[node]!;
  quitWaitingList(world, slot);
  world.record(Kind.leave, slot, node, 0);
  moveOn(world, slot, chooseRoute(world, slot, leavers, questions.leaversRoute), false);
  // Their place on the list may be what somebody is blocked for.
  offer(world, node);
}
