/** A person comes into a place: is served at once, or joins the waiting list. */
import { Phase } from "../../engine/time.ts";
import { Kind } from "../../records/log.ts";
import { Pending } from "./people.ts";
import { Origin, type Place } from "./places.ts";
import { beginService } from "./serve.ts";
import type { World } from "./world.ts";

/** Whether a person from there can come in: a server is free, or there is room to wait. */
export function hasRoom(world: World, node: number, origin: Origin): boolean {
  const { busy, servers, waiting, room } = world.places[node]!;
  return busy < servers || waiting[origin]! < room[origin]!;
}

/**
 * Comes in. There must be room. Where a server is free nobody waits, since a free server is offered at once.
 * @param from the node the person comes from, or a `From`
 */
export function enter(world: World, slot: number, node: number, from: number): void {
  const { people } = world;
  const place = world.places[node]!;
  people.node[slot] = node;
  people.origin[slot] = from < 0 ? Origin.outside : Origin.node;
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
  world.queues.join(place.queueOf[group]!, slot);
  place.waiting[people.origin[slot]!]!++;
  const patience = place.patience[group];
  if (patience === undefined) return;
  const stays = patience(world.draw(slot, place.questions.patience, people.visitsOf(slot, node)));
  world.expect(Pending.leaveWaiting, slot, world.executive.now + stays, Phase.leave);
}

/** Takes a person off the waiting list of their place, whether to be served or to leave. */
export function quitWaitingList(world: World, slot: number): void {
  const { people } = world;
  const place = world.places[people.node[slot]!]!;
  world.queues.leave(place.queueOf[people.group[slot]!]!, slot);
  place.waiting[people.origin[slot]!]!--;
}

/** Who is served next: the most urgent, and among those the first to come; -1 if nobody waits. */
export function firstWaiting(world: World, place: Place): number {
  for (const queue of place.queues) {
    const slot = world.queues.first(queue);
    if (slot >= 0) return slot;
  }
  return -1;
}
