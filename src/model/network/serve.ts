/** A person is served: a stay of some length, or a course of sessions. */
import { Phase } from "../../engine/time.ts";
import { Kind } from "../../records/log.ts";
import { firstWaiting, hasRoom, quitWaitingList } from "./enter.ts";
import { chooseRoute, isBlocked, moveIn, moveOn } from "./move.ts";
import { Pending } from "./people.ts";
import { type Course, Origin } from "./places.ts";
import type { World } from "./world.ts";

/** Sessions booked in one course stay below this; a visit and a session make one occurrence of the question of attendance. */
const sessionsPerVisit = 1 << 16;

/** A person takes a free server of their place. */
export function beginService(world: World, slot: number): void {
  const { people } = world;
  const node = people.node[slot]!;
  const place = world.places[node]!;
  place.busy++;
  people.holds[slot] = node;
  const service = place.service[people.group[slot]!]!;
  if (typeof service === "function") {
    const length = service(world.draw(slot, place.questions.service, people.visitsOf(slot, node)));
    world.expect(Pending.completeService, slot, world.executive.now + length, Phase.release);
  } else {
    people.attended[slot] = 0;
    people.booked[slot] = 0;
    // The first session is at once, but an event of its own: whoever offered the server has not finished yet.
    world.expect(Pending.keepSession, slot, world.executive.now, Phase.act);
  }
}

/** A session of a course is due: attended, or missed and made up for after another interval. */
export function keepSession(world: World, slot: number): void {
  const { people } = world;
  const node = people.node[slot]!;
  const { questions, service } = world.places[node]!;
  const { sessions, interval, dna } = service[people.group[slot]!] as Course;
  const occurrence = people.visitsOf(slot, node) * sessionsPerVisit + people.booked[slot]!++;
  if (world.draw(slot, questions.attendance, occurrence) < dna) {
    world.record(Kind.miss, slot, node, people.attended[slot]!);
  } else {
    world.record(Kind.attend, slot, node, ++people.attended[slot]!);
  }
  if (people.attended[slot]! >= sessions) completeService(world, slot);
  else world.expect(Pending.keepSession, slot, world.executive.now + interval, Phase.act);
}

/** Service is over, and the person's way onwards is chosen; the server comes free unless it is kept for the way. */
export function completeService(world: World, slot: number): void {
  const node = world.people.node[slot]!;
  const { questions, routing } = world.places[node]!;
  const route = chooseRoute(world, slot, routing, questions.route);
  const keepsServer = route.delay ? route.holds_server : isBlocked(world, slot, route.to);
  world.record(Kind.complete, slot, node, keepsServer ? 1 : 0);
  moveOn(world, slot, route, keepsServer);
}

/** A server comes free, and is offered to whoever waits. */
export function freeServer(world: World, node: number): void {
  world.places[node]!.busy--;
  offer(world, node);
}

/** A person who kept their server after service gives it back. */
export function releaseServer(world: World, slot: number, node: number): void {
  world.record(Kind.release, slot, node, 0);
  freeServer(world, node);
}

/** Fills free servers from the waiting list, and room to wait with those who were blocked for want of it. */
export function offer(world: World, node: number): void {
  const place = world.places[node]!;
  for (;;) {
    const next = place.busy < place.servers ? firstWaiting(world, place) : -1;
    if (next >= 0) {
      world.executive.cancel(next);
      quitWaitingList(world, next);
      world.record(Kind.start, next, node, 0);
      beginService(world, next);
      continue;
    }
    const blocked = world.queues.first(place.blockedQueue);
    if (blocked < 0 || !hasRoom(world, node, Origin.node)) return;
    world.queues.leave(place.blockedQueue, blocked);
    moveIn(world, blocked, node, true);
  }
}
