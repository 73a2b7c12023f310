/** A person moves on: to another place, after a delay perhaps, or out of the network. */
import { Phase } from "../../engine/time.ts";
import { Kind } from "../../records/log.ts";
import { enter, hasRoom } from "./enter.ts";
import { Pending } from "./people.ts";
import { Origin, pickRoute, type ReadyRoute, type ReadyRouting, routesAt } from "./places.ts";
import { freeServer, releaseServer } from "./serve.ts";
import type { World } from "./world.ts";

/** Whether the way to the target is closed for now, for want of room. Back to one's own server it never is. */
export function isBlocked(world: World, slot: number, target: number): boolean {
  if (target >= world.places.length || target === world.people.holds[slot]) return false;
  return !hasRoom(world, target, Origin.node);
}

/** The route that chance picks for a person, among those that hold now for their group. */
export function chooseRoute(world: World, slot: number, routing: ReadyRouting, question: number): ReadyRoute {
  const { people } = world;
  const routes = routesAt(routing, people.group[slot]!, world.executive.now);
  // Where there is one way only, nothing is left to chance.
  if (routes.length === 1) return routes[0]!;
  return pickRoute(routes, world.draw(slot, question, people.visitsOf(slot, people.node[slot]!)));
}

/** Takes a route. `keepsServer`: the person's server, if they have one, stays theirs until they arrive. */
export function moveOn(world: World, slot: number, route: ReadyRoute, keepsServer: boolean): void {
  const { people } = world;
  const node = people.node[slot]!;
  if (route.as_group !== people.group[slot]) {
    world.record(Kind.regroup, slot, node, route.as_group);
    people.group[slot] = route.as_group;
  }
  people.target[slot] = route.to;
  const delay = route.delay;
  if (delay === undefined) {
    arriveAtTarget(world, slot, keepsServer);
    return;
  }
  const lasts = delay(world.draw(slot, world.places[node]!.questions.delay, people.visitsOf(slot, node)));
  world.record(Kind.delay, slot, node, route.to);
  world.expect(Pending.endDelay, slot, world.executive.now + lasts, Phase.act);
  if (people.holds[slot]! >= 0 && !keepsServer) {
    people.holds[slot] = -1;
    freeServer(world, node);
  }
}

/** The delay is over. */
export function endDelay(world: World, slot: number): void {
  arriveAtTarget(world, slot, world.people.holds[slot]! >= 0);
}

/** Goes where they were going: out, in, or to the end of those who are blocked. */
function arriveAtTarget(world: World, slot: number, keptServer: boolean): void {
  const { people } = world;
  const node = people.node[slot]!;
  const target = people.target[slot]!;
  if (target >= world.places.length) {
    leaveNetwork(world, slot, target - world.places.length, keptServer);
  } else if (isBlocked(world, slot, target)) {
    world.record(Kind.block, slot, node, target);
    world.queues.join(world.places[target]!.blockedQueue, slot);
  } else {
    moveIn(world, slot, target, keptServer);
  }
}

function leaveNetwork(world: World, slot: number, exit: number, keptServer: boolean): void {
  const { people } = world;
  const held = people.holds[slot]!;
  world.record(Kind.exit, slot, people.node[slot]!, exit);
  if (held >= 0) giveBack(world, slot, held, keptServer);
  people.leave(slot);
}

/**
 * Comes into a place that has room, and gives back the server of the last one. Coming back to the place whose server one
 * has always finds room: it is given back first.
 */
export function moveIn(world: World, slot: number, target: number, keptServer: boolean): void {
  const { people } = world;
  const held = people.holds[slot]!;
  const from = people.node[slot]!;
  people.holds[slot] = -1;
  if (held === target) giveBack(world, slot, held, keptServer);
  enter(world, slot, target, from);
  if (held >= 0 && held !== target) giveBack(world, slot, held, keptServer);
}

/** The log says when a server comes free that was kept after service; without keeping it came free with `complete`. */
function giveBack(world: World, slot: number, node: number, wasKept: boolean): void {
  if (wasKept) releaseServer(world, slot, node);
  else freeServer(world, node);
}
