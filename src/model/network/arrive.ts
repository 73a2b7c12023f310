/** People come from outside. */
import { log as ln } from "../../engine/maths/log.ts";
import { sampler } from "../../engine/laws.ts";
import { largestValue, type Schedule, valueAt } from "../../engine/schedule.ts";
import type { Streams } from "../../engine/streams.ts";
import { type Days, Phase } from "../../engine/time.ts";
import { From, Kind } from "../../records/log.ts";
import type { NetworkScenario } from "../../scenario/types.ts";
import { enter, hasRoom } from "./enter.ts";
import { Origin, type Sampler } from "./places.ts";
import type { World } from "./world.ts";

/** A stream of arrivals at a node. Its place among the sources is its number for `Streams.draw`. */
export interface Source {
  readonly node: number;
  readonly group: number;
  /** Moves on to the next arrival and returns its time; Infinity if there is none before the horizon. */
  next: () => Days;
  /** Number of the person who comes next, within the source. */
  index: number;
}

/** The sources in the order of the file. The names, not the order, decide their luck. */
export function buildSources(scenario: NetworkScenario, streams: Streams): Source[] {
  const horizon = scenario.warm_up_days + scenario.run_days;
  const gap = streams.question("time to the next arrival");
  const thinning = streams.question("whether the arrival is real");
  return scenario.nodes.flatMap((node, at) =>
    node.arrivals.map((arrivals, nth): Source => {
      const namesakes = node.arrivals.slice(0, nth).filter((other) => other.group === arrivals.group).length;
      const number = streams.source(`${scenario.groups[arrivals.group]} to ${node.name}, ${namesakes}`);
      const source: Source = { node: at, group: arrivals.group, index: -1, next: () => Infinity };
      const draw = (question: number): number => streams.draw(number, source.index, question, 0);
      source.next =
        arrivals.kind === "poisson"
          ? poisson(
              source,
              arrivals.per_day,
              horizon,
              () => draw(gap),
              () => draw(thinning),
            )
          : renewal(source, sampler(arrivals.between), () => draw(gap));
      return source;
    }),
  );
}

function renewal(source: Source, between: Sampler, gap: () => number): () => Days {
  let time = 0;
  return () => {
    source.index++;
    time += between(gap());
    return time;
  };
}

/**
 * Arrival times of a Poisson process with a rate that steps through time, by thinning (Lewis and Shedler 1979, Nav Res
 * Logist Q 26:403-413): candidates come at a constant rate no smaller than any step, and each is real with the ratio
 * of the rate at its own time to that rate. The candidates' rate is a power of two, so that a change of demand mostly
 * leaves the candidates where they are: more demand adds people, and moves nobody.
 */
function poisson(source: Source, rate: Schedule, horizon: Days, gap: () => number, thinning: () => number): () => Days {
  const largest = largestValue(rate);
  if (largest === 0) return () => Infinity;
  let candidates = 1;
  while (candidates < largest) candidates *= 2;
  while (candidates / 2 >= largest) candidates /= 2;
  let time = 0;
  return () => {
    while (time < horizon) {
      source.index++;
      time -= ln(gap()) / candidates;
      if (thinning() * candidates < valueAt(rate, time)) return time;
    }
    return Infinity;
  };
}

/** Schedules the next arrival of a source. */
export function expectArrival(world: World, source: number): void {
  world.executive.schedule(source, world.sources[source]!.next(), Phase.act, source);
}

/** A person arrives, and is turned away if there is no room. */
export function arrive(world: World, source: number): void {
  const { index, node, group } = world.sources[source]!;
  const slot = world.people.enter(source, index, group);
  if (hasRoom(world, node, Origin.outside)) {
    enter(world, slot, node, From.outside);
  } else {
    world.record(Kind.refuse, slot, node, From.outside);
    world.people.leave(slot);
  }
  expectArrival(world, source);
}
