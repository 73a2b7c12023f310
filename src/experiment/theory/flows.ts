/**
 * How many people of each group come to each place in the long run, where a scenario's own settings say so: rates that
 * do not change, and nobody lost or held up on the way. Where they do not, why not.
 */
import type { Schedule } from "../../engine/schedule.ts";
import { mean } from "../../engine/laws.ts";
import type { NetworkNode, Route, NetworkScenario } from "../../scenario/types.ts";
import { serviceMoments } from "./expectation.ts";
import { trafficRates } from "./jackson.ts";

export interface Flow {
  /** People per day who come to the place, by group; undefined where it is not known. */
  readonly rates: readonly number[] | undefined;
  /** Why the rates are not known, as a sentence without its full stop. */
  readonly why: string;
  /** Places from which people can come here, directly or not. */
  readonly upstream: ReadonlySet<number>;
}

/** More pairs of a place and a group than this are not solved for: it would take minutes. */
const mostPairs = 600;

/** The value of a schedule that never changes; undefined otherwise. */
export function constantOf({ steps }: Schedule): number | undefined {
  const first = steps[0]!.value;
  return steps.every((step) => step.value === first) ? first : undefined;
}

/** Servers, where their number never changes. */
export const serversOf = (node: NetworkNode): number | undefined => constantOf(node.servers);

/** Mean number in service that the rates ask for. */
export function loadOf(node: NetworkNode, rates: readonly number[]): number {
  return rates.reduce(
    (sum, rate, group) => (rate > 0 ? sum + rate * serviceMoments(node.service[group]!).mean_days : sum),
    0,
  );
}

/** The flow to each place of a scenario, in the order of its nodes. */
export function flowsOf(scenario: NetworkScenario): Flow[] {
  const { nodes } = scenario;
  const upstream = upstreamOf(nodes);
  const faults = nodes.map((node) => lossAt(node, nodes));
  for (;;) {
    const whys = nodes.map((node, at) => unknownInput(node, at, { nodes, faults, upstream }));
    const { rates, why } = solve(scenario, whys);
    const overloaded = nodes.findIndex((node, at) => faults[at] === "" && isOverloaded(node, rates[at]));
    if (overloaded < 0) {
      return nodes.map((_, at) => ({ rates: rates[at], why: whys[at] || why, upstream: upstream[at]! }));
    }
    // What an overloaded place lets through depends on more than its arrivals: those behind it are not known either.
    faults[overloaded] = "more people come than its servers can serve";
  }
}

/** Whether more people come than a place can serve. */
export const isOverloaded = (node: NetworkNode, rates: readonly number[] | undefined): boolean =>
  rates !== undefined && !(loadOf(node, rates) < (serversOf(node) ?? 0));

const routesOf = (node: NetworkNode): Route[] =>
  [...node.routing, ...node.leavers]
    .flatMap(({ by_group }) => by_group.flat())
    .filter((route) => route.probability > 0);

function upstreamOf(nodes: readonly NetworkNode[]): Set<number>[] {
  const senders = nodes.map((_, at) =>
    nodes.flatMap((node, from) => (routesOf(node).some((route) => route.to === at) ? [from] : [])),
  );
  return nodes.map((_, at) => {
    const found = new Set<number>();
    const open = [...senders[at]!];
    for (let from = open.pop(); from !== undefined; from = open.pop()) {
      if (found.has(from)) continue;
      found.add(from);
      open.push(...senders[from]!);
    }
    return found;
  });
}

/** Why those who leave a place are not simply those who came to it; "" if they are. */
export function lossAt(node: NetworkNode, nodes: readonly NetworkNode[]): string {
  const servers = serversOf(node);
  if (servers === undefined) return "its servers change over time";
  if (servers < Infinity && node.patience.some((law) => law !== undefined))
    return "people leave its waiting list unserved";
  if (servers < Infinity && node.arrivals.length > 0 && node.waiting_room.from_outside < Infinity) {
    return "people are turned away from it";
  }
  if (node.routing.length > 1) return "its routing changes at dates";
  return holdUpAt(node, nodes);
}

/** Why people may keep a server after their service; "" if they never do. */
export function holdUpAt(node: NetworkNode, nodes: readonly NetworkNode[]): string {
  const routes = node.routing.flatMap(({ by_group }) => by_group.flat()).filter((route) => route.probability > 0);
  if (routes.some((route) => route.holds_server)) return "people keep its servers during a delay";
  const full = routes.find((route) => (nodes[route.to]?.waiting_room.from_nodes ?? Infinity) < Infinity);
  return full ? `people keep its servers while ${nodes[full.to]!.name} has no room` : "";
}

interface Surroundings {
  readonly nodes: readonly NetworkNode[];
  readonly faults: readonly string[];
  readonly upstream: readonly ReadonlySet<number>[];
}

function unknownInput(node: NetworkNode, at: number, { nodes, faults, upstream }: Surroundings): string {
  if (node.arrivals.some(changes)) return "its arrivals change over time";
  for (const from of upstream[at]!) {
    if (from === at) continue;
    if (nodes[from]!.arrivals.some(changes))
      return `people come from ${nodes[from]!.name}, whose arrivals change over time`;
    if (faults[from] !== "") return `people come by way of ${nodes[from]!.name}: ${faults[from]}`;
  }
  return upstream[at]!.has(at) && faults[at] !== "" ? faults[at]! : "";
}

const changes = (arrivals: NetworkNode["arrivals"][number]): boolean =>
  arrivals.kind === "poisson" && constantOf(arrivals.per_day) === undefined;

/** People per day from outside, by group. */
export function externalRates(node: NetworkNode, groups: number): number[] {
  const rates = Array.from({ length: groups }, () => 0);
  for (const arrivals of node.arrivals) {
    rates[arrivals.group]! += arrivals.kind === "poisson" ? constantOf(arrivals.per_day)! : 1 / mean(arrivals.between);
  }
  return rates;
}

interface Solution {
  readonly rates: readonly (readonly number[] | undefined)[];
  readonly why: string;
}

/** The traffic equations over pairs of a place and a group, for the places without a `why`: nobody comes to them from others. */
function solve({ nodes, groups }: NetworkScenario, whys: readonly string[]): Solution {
  const known = nodes.flatMap((_, at) => (whys[at] === "" ? [at] : []));
  const position = new Map(known.map((at, i) => [at, i]));
  const size = known.length * groups.length;
  if (size > mostPairs) return { rates: [], why: `there are more than ${mostPairs} pairs of a place and a group` };
  const routes = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const [at, i] of position) {
    nodes[at]!.routing[0]!.by_group.forEach((list, group) => {
      for (const { to, probability, as_group } of list) {
        const j = position.get(to);
        if (j !== undefined) routes[i * groups.length + group]![j * groups.length + as_group]! += probability;
      }
    });
  }
  const external = known.flatMap((at) => externalRates(nodes[at]!, groups.length));
  const rates = tryTraffic(external, routes);
  if (!rates) return { rates: [], why: "people can go round the network for ever" };
  const cut = (i: number): number[] => rates.slice(i * groups.length, (i + 1) * groups.length);
  return { rates: nodes.map((_, at) => (position.has(at) ? cut(position.get(at)!) : undefined)), why: "" };
}

function tryTraffic(external: readonly number[], routes: readonly (readonly number[])[]): number[] | undefined {
  try {
    return trafficRates(external, routes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
