/** A person comes into a place: is served at once, or joins the waiting list. */
import { type Days, Phase } from "../../engine/time.ts";
import { From, Kind } from "../../records/log.ts";
import { Pending } from "./people.ts";
import { Origin, patienceCells, type Place } from "./places.ts";
import { beginService } from "./serve.ts";
import type { World } from "./world.ts";

const secondsPerDay = 86_400;

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
  people.joined[slot] = world.executive.now;
  const luck = world.draw(slot, place.questions.patience, people.visitsOf(slot, node));
  const atLeast = patience.atLeast[(luck * patienceCells) | 0]!;
  // Most are served long before: when their patience would have run out is worked out for those only whom it may concern.
  if (atLeast === 0) expectToLeave(world, slot, patience.sample(luck));
  else world.expect(Pending.growImpatient, slot, world.executive.now + atLeast, Phase.leave);
}

/** A person has waited nearly as long as they would: now it matters how long that is. Nothing happens yet. */
export function growImpatient(world: World, slot: number): void {
  const { people } = world;
  const node = people.node[slot]!;
  const { patience, questions } = world.places[node]!;
  const luck = world.draw(slot, questions.patience, people.visitsOf(slot, node));
  expectToLeave(world, slot, patience[people.group[slot]!]!.sample(luck));
}

/** A person who has waited for so long already is put on the list, whether or not a server is free. */
export function joinAtStart(world: World, slot: number, node: number, days: Days): void {
  const { people } = world;
  const place = world.places[node]!;
  people.node[slot] = node;
  people.origin[slot] = Origin.outside;
  people.countVisit(slot, node);
  world.record(Kind.join, slot, node, From.start);
  world.record(Kind.waited, slot, node, Math.floor(days * secondsPerDay + 0.5));
  world.queues.join(place.queueOf[people.group[slot]!]!, slot);
  place.waiting[Origin.outside]!++;
  people.joined[slot] = world.executive.now - days;
}

/** @param stays how long the person waits in all, from when they joined */
export function expectToLeave(world: World, slot: number, stays: Days): void {
  world.expect(Pending.leaveWaiting, slot, world.people.joined[slot]! + stays, Phase.leave);
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
