/** The last check: nobody moves on for ever without time passing, for then a run would never end. */
import { isAlways0 } from "./check-laws.ts";
import type { Report } from "./report.ts";
import type { NetworkNode, Route, NetworkScenario, Service } from "./types.ts";

/** Reports each node from which people of some group only ever move at once to other such places. */
export function checkClock({ nodes, groups }: NetworkScenario, report: Report): void {
  const instant = (place: number, group: number): boolean => {
    const service = nodes[place]?.service[group];
    return service !== undefined && takesNoTime(service);
  };
  /** People of a group at a node, as one number. */
  const state = (node: number, group: number): number => node * groups.length + group;
  const before = new Map<number, number[]>();
  const escaping: number[] = [];
  const trapped = new Set<number>();
  for (const [n, node] of nodes.entries()) {
    for (const g of groups.keys()) {
      if (!instant(n, g)) continue;
      trapped.add(state(n, g));
      for (const route of routesOf(node, g)) {
        const isStill = route.delay === undefined || isAlways0(route.delay);
        if (!isStill || !instant(route.to, route.as_group)) escaping.push(state(n, g));
        else append(before, state(route.to, route.as_group), state(n, g));
      }
    }
  }
  // Whoever can move to where time passes is free, and so is whoever can move to someone who is free.
  for (let next = escaping.pop(); next !== undefined; next = escaping.pop()) {
    if (trapped.delete(next)) escaping.push(...(before.get(next) ?? []));
  }
  const names = new Set([...trapped].map((at) => nodes[Math.floor(at / groups.length)]?.name ?? ""));
  for (const name of names) {
    report.fault(
      ["nodes", name, "routing"],
      "a way on in which time passes",
      "a loop that takes no time and never ends",
    );
  }
}

function takesNoTime(service: Service): boolean {
  return service.kind === "stay" ? isAlways0(service.length) : service.sessions === 1 && service.dna === 0;
}

/** The routes that can be taken at any date. */
function routesOf(node: NetworkNode, group: number): Route[] {
  return node.routing.flatMap((table) => (table.by_group[group] ?? []).filter((route) => route.probability > 0));
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
