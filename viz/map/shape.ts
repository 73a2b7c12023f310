/**
 * What the map needs to know of a network to lay it out: places, ways out, links, and roughly how many people take each.
 * From the scenarios alone, so that the map stays where it is while figures arrive.
 */
import type { NetworkNode, Route, Routing } from "../../src/index.ts";
import type { Network } from "../network.ts";

export interface Shape {
  readonly places: readonly ShapePlace[];
  readonly links: readonly ShapeLink[];
}

export interface ShapePlace {
  readonly name: string;
  readonly isExit: boolean;
  /** People a day from outside, roughly. */
  readonly arrivals: number;
}

export interface ShapeLink {
  readonly from: number;
  readonly to: number;
  /** People a day, roughly. */
  readonly flow: number;
}

/** The shape of several scenarios at once: whatever is in any of them. */
export function shapeOf(scenarios: readonly Network[]): Shape {
  const names = [...new Set(scenarios.flatMap((scenario) => scenario.nodes.map((node) => node.name)))];
  const exits = [...new Set(scenarios.flatMap((scenario) => scenario.exits))].filter((name) => !names.includes(name));
  const index = new Map([...names, ...exits].map((name, at) => [name, at]));
  const places = [...index.keys()].map((name, at) => ({
    name,
    isExit: at >= names.length,
    arrivals: Math.max(...scenarios.map((scenario) => arrivalsAt(scenario.nodes.find((node) => node.name === name)))),
  }));
  const links = new Map<string, ShapeLink>();
  for (const scenario of scenarios) {
    for (const link of linksOf(scenario, index)) {
      const name = `${link.from} ${link.to}`;
      links.set(name, { ...link, flow: Math.max(link.flow, links.get(name)?.flow ?? 0) });
    }
  }
  return { places, links: [...links.values()] };
}

/** The mean of the steps is near enough to tell a river from a brook. */
function arrivalsAt(node: NetworkNode | undefined): number {
  const rates = (node?.arrivals ?? []).map((arrivals) => {
    if (arrivals.kind === "renewal") return 1;
    const { steps } = arrivals.per_day;
    return steps.reduce((sum, { value }) => sum + value, 0) / steps.length;
  });
  return rates.reduce((sum, rate) => sum + rate, 0);
}

/** The share of people thought to leave a waiting list, where it can be left. */
const whoLeave = 0.4;

function linksOf(scenario: Network, index: ReadonlyMap<string, number>): ShapeLink[] {
  const { nodes, exits } = scenario;
  const nameAt = (to: number): string => nodes[to]?.name ?? exits[to - nodes.length]!;
  const shares = nodes.map((node) => sharesOf(node.routing));
  const leaving = nodes.map((node) => sharesOf(node.leavers));
  const through = flowThrough(nodes, shares);
  return nodes.flatMap((node, at) => {
    const ways = new Set([...shares[at]!.keys(), ...leaving[at]!.keys()]);
    return [...ways].map((to) => ({
      from: index.get(node.name)!,
      to: index.get(nameAt(to))!,
      flow: through[at]! * ((shares[at]!.get(to) ?? 0) + whoLeave * (leaving[at]!.get(to) ?? 0)),
    }));
  });
}

/** The mean over groups and dates of the share that goes each way. */
function sharesOf(routing: Routing): Map<number, number> {
  const tables: (readonly Route[])[] = routing.flatMap(({ by_group }) => by_group);
  const shares = new Map<number, number>();
  for (const { to, probability } of tables.flat()) {
    shares.set(to, (shares.get(to) ?? 0) + probability / tables.length);
  }
  return shares;
}

/** Rounds of the traffic equations; loops die away long before. */
const rounds = 50;

/** People a day through each node if everybody were served: the traffic equations, solved by repetition. */
function flowThrough(nodes: readonly NetworkNode[], shares: readonly Map<number, number>[]): number[] {
  const outside = nodes.map(arrivalsAt);
  let through = outside;
  for (let round = 0; round < rounds; round++) {
    const next = [...outside];
    through.forEach((flow, from) => {
      for (const [to, share] of shares[from]!) if (to < nodes.length) next[to]! += flow * share;
    });
    through = next;
  }
  return through;
}
