/** The state at day 0: who is being served and who waits when the run begins. */
import { From } from "../../records/log.ts";
import { expectArrival } from "./arrive.ts";
import { lawBeyond } from "../../engine/laws.ts";
import { enter, expectToLeave, joinAtStart } from "./enter.ts";
import { changeRota } from "./rota.ts";
import { offer } from "./serve.ts";
import type { World } from "./world.ts";

/** Rotas begin, then the people of `start` are put where they are, as if they had come at this instant. */
export function startRun(world: World): void {
  world.places.forEach((_, node) => changeRota(world, node));
  world.scenario.nodes.forEach((_, node) => placePeople(world, node));
  world.sources.forEach((_, source) => expectArrival(world, source));
}

/** First those in service, then those who have waited for some time, then the others who wait; by group. */
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
    if (counts === start_in_service) placeWaited(world, node);
  }
}

/**
 * Those who have waited already join the list one after another, the longest first; then free servers are offered to them.
 * Their patience is what is left of it, and is counted from when they joined.
 */
function placeWaited(world: World, node: number): void {
  const { groups, nodes } = world.scenario;
  const { name, start_waited, patience } = nodes[node]!;
  if (start_waited.length === 0) return;
  const { questions } = world.places[node]!;
  const sources = new Map<number, { readonly source: number; placed: number }>();
  for (const { group, days } of start_waited) {
    const from = sources.get(group) ?? {
      source: world.streams.source(`${groups[group]} at ${name} from before`),
      placed: 0,
    };
    sources.set(group, from);
    const slot = world.people.enter(from.source, from.placed++, group);
    joinAtStart(world, slot, node, days);
    const law = patience[group];
    if (law === undefined) continue;
    const luck = world.draw(slot, questions.patience, world.people.visitsOf(slot, node));
    expectToLeave(world, slot, lawBeyond(law, days).sample(luck));
  }
  offer(world, node);
}
