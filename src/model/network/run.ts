/** One run of a network: what can happen to a person, in the order of a way through a place, and the loop that makes it happen. */
import type { Executive } from "../../engine/executive.ts";
import { Streams } from "../../engine/streams.ts";
import { Log, type Reader } from "../../records/log.ts";
import type { NetworkScenario } from "../../scenario/types.ts";
import { arrive } from "./arrive.ts";
import { growImpatient } from "./enter.ts";
import { leaveWaiting } from "./leave.ts";
import { endDelay } from "./move.ts";
import { changeRota } from "./rota.ts";
import { completeService, keepSession } from "./serve.ts";
import { startRun } from "./start.ts";
import { Pending } from "./people.ts";
import { World } from "./world.ts";

/**
 * Runs one replication; the readers are given everything that happens.
 * @param executive a new one, at day 0, with the scenario's horizon
 * @returns how many events there were
 */
export function runNetwork(
  scenario: NetworkScenario,
  executive: Executive,
  seed: string,
  replication: number,
  readers: readonly Reader[],
): number {
  const world = new World(scenario, executive, new Streams(seed, replication), new Log(readers));
  const rotas = world.sources.length;
  const people = rotas + world.places.length;
  startRun(world);
  let events = 0;
  for (let slot = executive.next(); slot >= 0; slot = executive.next()) {
    events++;
    if (slot < rotas) arrive(world, slot);
    else if (slot < people) changeRota(world, slot - rotas);
    else if (!happen(world, slot)) events--;
  }
  world.log.end(world.horizon);
  return events;
}

/**
 * What a person was expected to do, they do; in the order of a way through a place. A switch is faster than a table of
 * functions. Returns whether it was an event, or only a look ahead.
 */
function happen(world: World, slot: number): boolean {
  switch (world.people.pending[slot] as Pending) {
    case Pending.growImpatient:
      growImpatient(world, slot);
      return false;
    case Pending.leaveWaiting:
      leaveWaiting(world, slot);
      return true;
    case Pending.completeService:
      completeService(world, slot);
      return true;
    case Pending.keepSession:
      keepSession(world, slot);
      return true;
    case Pending.endDelay:
      endDelay(world, slot);
      return true;
  }
}
