/** Servers come on and go off duty. A server who is busy when the rota ends finishes with their person first. */
import { stepNumber } from "../../engine/schedule.ts";
import { Phase } from "../../engine/time.ts";
import { Kind } from "../../records/log.ts";
import { offer } from "./serve.ts";
import type { World } from "./world.ts";

/** The next step of a place's rota: its servers come or go, and the step after it is scheduled. */
export function changeRota(world: World, node: number): void {
  const place = world.places[node]!;
  const rota = world.scenario.nodes[node]!.servers;
  place.servers = stepNumber(rota, place.rotaStep).value;
  place.rotaStep++;
  const onDuty = place.servers === Infinity ? -1 : place.servers;
  world.log.write(world.executive.now, Kind.servers, -1, -1, node, -1, onDuty);
  world.executive.schedule(world.sources.length + node, stepNumber(rota, place.rotaStep).at, Phase.release, node);
  offer(world, node);
}
