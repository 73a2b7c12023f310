/** One run of a network: what can happen to a person, in the order of a way through a place, and the loop that makes it happen. */
import type { Executive } from "../../engine/executive.ts";
import { Streams } from "../../engine/streams.ts";
import { Log, type Reader } from "../../records/log.ts";
import type { Scenario } from "../../scenario/types.ts";
import { arrive } from "./arrive.ts";
import { leaveWaiting } from "./leave.ts";
import { endDelay } from "./move.ts";
import { changeRota } from "./rota.ts";
import { completeService, keepSession } from "./serve.ts";
import { startRun } from "./start.ts";
import { World } from "./world.ts";

/** By the numbers of `Pending` in people.ts. */
const happenings = [leaveWaiting, completeService, keepSession, endDelay] as const;

/**
 * Runs one replication; the readers are given everything that happens.
 * @param executive a new one, at day 0, with the scenario's horizon
 * @returns how many events there were
 */
export function runNetwork(
  scenario: Scenario,
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
    if (slot >= people) happenings[world.people.pending[slot]!]!(world, slot);
    else if (slot >= rotas) changeRota(world, slot - rotas);
    else arrive(world, slot);
  }
  world.log.end(world.horizon);
  return events;
}
