/** The state at day 0: who is being served and who waits when the run begins. */
import { From } from "../../records/log.ts";
import { expectArrival } from "./arrive.ts";
import { enter } from "./enter.ts";
import { changeRota } from "./rota.ts";
import type { World } from "./world.ts";

/** Rotas begin, then the people of `start` are put where they are, as if they had come at this instant. */
export function startRun(world: World): void {
  world.places.forEach((_, node) => changeRota(world, node));
  world.scenario.nodes.forEach((_, node) => placePeople(world, node));
  world.sources.forEach((_, source) => expectArrival(world, source));
}

/** First those in service, then those who wait; within each by group. */
function placePeople(world: World, node: number): void {
  const { groups, nodes } = world.scenario;
  const { name, start_in_service, start_waiting } = nodes[node]!;
  const present = groups.map((group) => ({ source: -1, placed: 0, group }));
  for (const counts of [start_in_service, start_waiting]) {
    counts.forEach((count, group) => {
      const from = present[group]!;
      if (count > 0 && from.source < 0) from.source = world.streams.source(`${from.group} at ${name} from the start`);
      for (let i = 0; i < count; i++) {
        const slot = world.people.enter(from.source, from.placed++, group);
        enter(world, slot, node, From.start);
      }
    });
  }
}
