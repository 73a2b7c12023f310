/** A person comes into a place: is served at once, or joins the waiting list. */
import { Phase } from "../../engine/time.ts";
import { Kind } from "../../records/log.ts";
import { Pending } from "./people.ts";
import type { Place } from "./places.ts";
import { beginService } from "./serve.ts";
import type { World } from "./world.ts";

/** Whether a person from there can come in: a server is free, or there is room to wait. */
export function hasRoom(world: World, node: number, from: "from_outside" | "from_nodes"): boolean {
  const place = world.places[node]!;
  if (place.busy < place.servers) return true;
  const waiting = from === "from_outside" ? place.waitingFromOutside : place.waitingFromNodes;
  return waiting < place.room[from];
}

/**
 * Comes in. There must be room. Where a server is free nobody waits, since a free server is offered at once.
 * @param from the node the person comes from, or a `From`
 */
export function enter(world: World, slot: number, node: number, from: number): void {
  const { people } = world;
  const place = world.places[node]!;
  people.node[slot] = node;
  people.fromOutside[slot] = from < 0 ? 1 : 0;
  people.countVisit(slot, node);
  if (place.busy < place.servers) {
    world.record(Kind.serve, slot, node, from);
    beginService(world, slot);
  } else {
    world.record(Kind.join, slot, node, from);
    joinWaitingList(world, slot, place);
  }
}

function joinWaitingList(world: World, slot: number, place: Place): void {
  const { people } = world;
  const node = people.node[slot]!;
  const group = people.group[slot]!;
  world.queues.join(place.queues[place.priority[group]!]!, slot);
  countWaiting(world, slot, place, 1);
  const patience = place.patience[group];
  if (patience === undefined) return;
  const stays = patience(world.draw(slot, place.questions.patience, people.visitsOf(slot, node)));
  world.expect(Pending.leaveWaiting, slot, world.executive.now + stays, Phase.leave);
}

/** Takes a person off the waiting list of their place, whether to be served or to leave. */
export function quitWaitingList(world: World, slot: number): void {
  const place = world.places[world.people.node[slot]!]!;
  world.queues.leave(place.queues[place.priority[world.people.group[slot]!]!]!, slot);
  countWaiting(world, slot, place, -1);
}

/** Who is served next: the most urgent, and among those the first to come; -1 if nobody waits. */
export function firstWaiting(world: World, place: Place): number {
  for (const queue of place.queues) {
    const slot = world.queues.first(queue);
    if (slot >= 0) return slot;
  }
  return -1;
}

function countWaiting(world: World, slot: number, place: Place, change: 1 | -1): void {
  if (world.people.fromOutside[slot] === 1) place.waitingFromOutside += change;
  else place.waitingFromNodes += change;
}
