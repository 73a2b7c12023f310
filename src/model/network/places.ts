/** The nodes of a network, ready to run: their rules turned into samplers and tables, and the counts that change. */
import { sampler } from "../../engine/laws.ts";
import type { Streams } from "../../engine/streams.ts";
import type { Days } from "../../engine/time.ts";
import type { Route, Routing, Scenario, Service } from "../../scenario/types.ts";

export type Sampler = (u: number) => Days;

/** A route with its delay ready to draw, and the probability of it or one before it in the table. */
export interface ReadyRoute extends Omit<Route, "delay"> {
  readonly upTo: number;
  readonly delay: Sampler | undefined;
}

export type ReadyRouting = readonly { readonly from_day: Days; readonly by_group: readonly (readonly ReadyRoute[])[] }[];

export interface Course {
  readonly sessions: number;
  readonly interval: Days;
  readonly dna: number;
}

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
  readonly patience: readonly (Sampler | undefined)[];
  readonly routing: ReadyRouting;
  readonly leavers: ReadyRouting;
  readonly priority: readonly number[];
  readonly room: { readonly from_outside: number; readonly from_nodes: number };
  /** Queues of the waiting list, first the most urgent: numbers for `Queues`. */
  readonly queues: readonly number[];
  /** Queue of those who are blocked because this place has no room. */
  readonly blockedQueue: number;
  /** Servers on duty; a server who is busy when the rota ends finishes first. */
  servers: number;
  /** Number of the rota's next step. */
  rotaStep: number;
  busy: number;
  waitingFromOutside: number;
  waitingFromNodes: number;
}

/** Builds all places; the queues of all are numbered through, `queues` says how many there are. */
export function buildPlaces(scenario: Scenario, streams: Streams): { places: Place[]; queues: number } {
  let queues = 0;
  const places = scenario.nodes.map((node): Place => {
    const ask = (question: string): number => streams.question(`${question} at ${node.name}`);
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
      patience: node.patience.map((law) => law && sampler(law)),
      routing: readyRouting(node.routing),
      leavers: readyRouting(node.leavers),
      priority: node.priority,
      room: node.waiting_room,
      queues: Array.from({ length: Math.max(...node.priority) + 1 }, () => queues++),
      blockedQueue: queues++,
      servers: 0,
      rotaStep: 0,
      busy: 0,
      waitingFromOutside: 0,
      waitingFromNodes: 0,
    };
  });
  return { places, queues };
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
  return routes.map((route) => {
    upTo += route.probability;
    return { ...route, upTo, delay: route.delay && sampler(route.delay) };
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
