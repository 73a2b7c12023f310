/**
 * A second, independent model of the same network with the published clock, which goes in whole days. It shares the
 * laws of chance with the simulator and nothing else: no calendar, no streams, no log, no measures.
 *
 * Within a day, as Murch et al. 2021 have it: services end; people who joined on an earlier day start, in the order of
 * joining; those who still wait may leave; new people join, from outside and from other places; queues are counted.
 * A length of service that is not whole is made so by a coin toss on its fraction.
 */
import seedrandom from "seedrandom";
import { sampler } from "../../src/engine/laws.ts";
import { valueAt } from "../../src/engine/schedule.ts";
import type { NetworkNode, Routing, Scenario } from "../../src/scenario/types.ts";

/** One place in the window: the queue at the end of every day, and whole days waited by those who left the list. */
export interface WholeDays {
  readonly queue: number[];
  readonly started: number[];
  readonly left: number[];
}

/** Runs to the end of the first window and tells of each node what was seen in that window. */
export function runWholeDays(scenario: Scenario, seed: string): WholeDays[] {
  const { from_day, to_day } = scenario.windows[0]!;
  const chance = seedrandom.alea(seed);
  const seen = scenario.nodes.map((): WholeDays => ({ queue: [], started: [], left: [] }));
  const places = scenario.nodes.map((node) => new Place(node, chance));
  for (let day = 0; day < to_day; day++) {
    const joining = places.map(({ node }) => arrivals(node, day, chance));
    const go = (routing: Routing): void => {
      const target = pick(routing, chance());
      if (target < joining.length) joining[target]!++;
    };
    places.forEach((place, at) => {
      for (let ended = place.end(day); ended > 0; ended--) go(place.node.routing);
      const started = place.start(day);
      const left = place.lose(day);
      left.forEach(() => go(place.node.leavers));
      if (day >= from_day) seen[at]!.started.push(...started);
      if (day >= from_day) seen[at]!.left.push(...left);
    });
    places.forEach((place, at) => {
      place.join(day, joining[at]!);
      if (day >= from_day) seen[at]!.queue.push(place.waiting);
    });
  }
  return seen;
}

class Place {
  readonly node: NetworkNode;
  readonly #chance: () => number;
  readonly #length: (u: number) => number;
  /** The days on which those who wait joined, in that order. */
  #joined: number[] = [];
  /** How many are due to end on each day. */
  readonly #ending = new Map<number, number>();
  #busy = 0;

  constructor(node: NetworkNode, chance: () => number) {
    const service = node.service[0]!;
    if (service.kind !== "stay") throw new Error(`${node.name} has a course`);
    this.node = node;
    this.#chance = chance;
    this.#length = sampler(service.length);
  }

  get waiting(): number {
    return this.#joined.length;
  }

  end(day: number): number {
    const ended = this.#ending.get(day) ?? 0;
    this.#ending.delete(day);
    this.#busy -= ended;
    return ended;
  }

  /** Starts as many as there is room for; returns the days they waited. */
  start(day: number): number[] {
    const started = this.#joined.splice(0, valueAt(this.node.servers, day) - this.#busy);
    for (const _ of started) {
      const length = this.#length(this.#chance());
      const whole = Math.floor(length) + (this.#chance() < length % 1 ? 1 : 0);
      this.#ending.set(day + whole, (this.#ending.get(day + whole) ?? 0) + 1);
    }
    this.#busy += started.length;
    return started.map((joined) => day - joined);
  }

  /** Some leave the list; returns the days they waited. */
  lose(day: number): number[] {
    const patience = this.node.patience[0];
    if (patience === undefined) return [];
    if (patience.law !== "daily_chance") throw new Error(`${this.node.name}: expected a chance for each day`);
    const { first, last, shape, scale_days: scale } = patience;
    const left: number[] = [];
    this.#joined = this.#joined.filter((joined) => {
      const x = day - joined;
      const leaves = this.#chance() < last + (first - last) / (1 + (x / scale) ** shape);
      if (leaves) left.push(x);
      return !leaves;
    });
    return left;
  }

  join(day: number, people: number): void {
    for (let i = 0; i < people; i++) this.#joined.push(day);
  }
}

/** How many come from outside on a day: Poisson, counted by the products of uniforms that stay above exp(-rate). */
function arrivals(node: NetworkNode, day: number, chance: () => number): number {
  let people = 0;
  for (const source of node.arrivals) {
    if (source.kind !== "poisson") throw new Error(`${node.name}: expected Poisson arrivals`);
    const enough = Math.exp(-valueAt(source.per_day, day));
    for (let product = chance(); product > enough; product *= chance()) people++;
  }
  return people;
}

function pick(routing: Routing, u: number): number {
  const routes = routing[0]!.by_group[0]!;
  let rest = u;
  return (routes.find((route) => (rest -= route.probability) < 0) ?? routes.at(-1)!).to;
}
