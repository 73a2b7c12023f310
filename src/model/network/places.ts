/** The nodes of a network, ready to run: their rules turned into samplers and tables, and the counts that change. */
import { lowerBounds, sampler } from "../../engine/laws.ts";
import type { Streams } from "../../engine/streams.ts";
import type { Days } from "../../engine/time.ts";
import type { NetworkNode, NetworkScenario, Route, Routing, Service } from "../../scenario/types.ts";

export type Sampler = (u: number) => Days;

/** Where somebody came from: those who wait are counted apart by it, and each kind has room of its own. */
export const Origin = { outside: 0, node: 1 } as const;
export type Origin = (typeof Origin)[keyof typeof Origin];

/** A route with its delay ready to draw, and the probability of it or one before it in the table. */
export interface ReadyRoute extends Omit<Route, "delay" | "probability"> {
  readonly upTo: number;
  readonly delay: Sampler | undefined;
}

export type ReadyRouting = readonly {
  readonly from_day: Days;
  readonly by_group: readonly (readonly ReadyRoute[])[];
}[];

export interface Course {
  readonly sessions: number;
  readonly interval: Days;
  readonly dna: number;
}

/** How long people wait before they leave. */
export interface Patience {
  readonly sample: Sampler;
  /** By where the uniform number lies in `patienceCells` equal parts: what it is no shorter than; 0 if that is not known. */
  readonly atLeast: Float64Array;
}
export const patienceCells = 64;

/** The questions a node asks of chance, as numbers for `Streams.draw`. */
export interface Questions {
  readonly service: number;
  readonly attendance: number;
  readonly patience: number;
  readonly route: number;
  readonly leaversRoute: number;
  readonly delay: number;
}

export interface Place {
  readonly name: string;
  readonly questions: Questions;
  readonly service: readonly (Sampler | Course)[];
  readonly patience: readonly (Patience | undefined)[];
  readonly routing: ReadyRouting;
  readonly leavers: ReadyRouting;
  /** Most people who may wait, by `Origin`. */
  readonly room: Float64Array;
  /** Queues of the waiting list, first the most urgent: numbers for `Queues`. */
  readonly queues: readonly number[];
  /** By group, the one of them to join. */
  readonly queueOf: readonly number[];
  /** Queue of those who are blocked because this place has no room. */
  readonly blockedQueue: number;
  /** Servers on duty; a server who is busy when the rota ends finishes first. */
  servers: number;
  /** Number of the rota's next step. */
  rotaStep: number;
  busy: number;
  /** People on the waiting list, by `Origin`. */
  readonly waiting: Int32Array;
}

/** Builds all places; the queues of all are numbered through, `queues` says how many there are. */
export function buildPlaces(scenario: NetworkScenario, streams: Streams): { places: Place[]; queues: number } {
  let queues = 0;
  const places = scenario.nodes.map((node) => buildPlace(node, streams, () => queues++));
  return { places, queues };
}

function buildPlace(node: NetworkNode, streams: Streams, newQueue: () => number): Place {
  const ask = (question: string): number => streams.question(`${question} at ${node.name}`);
  const queues = Array.from({ length: Math.max(...node.priority) + 1 }, newQueue);
  return {
    name: node.name,
    questions: {
      service: ask("service"),
      attendance: ask("attendance"),
      patience: ask("patience"),
      route: ask("route"),
      leaversRoute: ask("route of leavers"),
      delay: ask("delay"),
    },
    service: node.service.map(readyService),
    patience: node.patience.map((law) => law && { sample: sampler(law), atLeast: lowerBounds(law, patienceCells) }),
    routing: readyRouting(node.routing),
    leavers: readyRouting(node.leavers),
    room: Float64Array.of(node.waiting_room.from_outside, node.waiting_room.from_nodes),
    queues,
    queueOf: node.priority.map((level) => queues[level]!),
    blockedQueue: newQueue(),
    servers: 0,
    rotaStep: 0,
    busy: 0,
    waiting: new Int32Array(2),
  };
}

function readyService(service: Service): Sampler | Course {
  return service.kind === "stay"
    ? sampler(service.length)
    : { sessions: service.sessions, interval: service.interval_days, dna: service.dna };
}

function readyRouting(routing: Routing): ReadyRouting {
  return routing.map(({ from_day, by_group }) => ({ from_day, by_group: by_group.map(readyRoutes) }));
}

function readyRoutes(routes: readonly Route[]): readonly ReadyRoute[] {
  let upTo = 0;
  return routes.map(({ to, probability, as_group, delay, holds_server }) => {
    upTo += probability;
    // Written out rather than spread, so that all have one shape: everybody's way leads past here.
    return { to, as_group, holds_server, upTo, delay: delay && sampler(delay) };
  });
}

/** The routes that hold for a group at a time. */
export function routesAt(routing: ReadyRouting, group: number, at: Days): readonly ReadyRoute[] {
  let table = routing.length - 1;
  while (table > 0 && routing[table]!.from_day > at) table--;
  return routing[table]!.by_group[group]!;
}

/** The route that a uniform number picks. The last takes what rounding leaves over. */
export function pickRoute(routes: readonly ReadyRoute[], u: number): ReadyRoute {
  let pick = 0;
  while (pick < routes.length - 1 && u >= routes[pick]!.upTo) pick++;
  return routes[pick]!;
}
