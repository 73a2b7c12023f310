/** What the checklist asks of a network's logic, from the scenario. */
import type { NetworkNode, NetworkScenario, Route, Routing } from "../../index.ts";
import { type Block, list, say, table } from "./document.ts";
import { lawText, number, scheduleText } from "./words.ts";

export interface Components {
  readonly logic: readonly Block[];
  readonly entities: readonly Block[];
  readonly activities: readonly Block[];
  readonly resources: readonly Block[];
  readonly queues: readonly Block[];
  readonly entryAndExit: readonly Block[];
}

export function networkComponents({ nodes, groups, exits }: NetworkScenario): Components {
  const where = ({ to }: Route): string => nodes[to]?.name ?? exits[to - nodes.length]!;
  return {
    logic: [
      say(
        "People come to a place from outside, are served at once if a server is free and wait otherwise; who waits may lose patience and leave. After service they move on by the routing table of that day, to a place or out.",
      ),
      table(
        ["from", "group", "to (probability)"],
        nodes.flatMap((node) => routesOf(node, node.routing, groups, where)),
      ),
    ],
    entities: [say("The entities are people."), list(groups.map((group) => `group: ${group}`))],
    activities: [
      table(
        ["place", "group", "service"],
        nodes.flatMap(({ name, service }) => service.map((each, group) => [name, groups[group]!, serviceText(each)])),
      ),
    ],
    resources: [
      table(
        ["place", "servers on duty"],
        nodes.map(({ name, servers }) => [name, scheduleText(servers)]),
      ),
    ],
    queues: [
      say(
        "Waiting lists are first come, first served within a level of priority; 0 is the most urgent. An offer to somebody whose patience runs out at that very moment comes first.",
      ),
      table(
        ["place", "room for people from outside / from places", "priority by group", "patience by group"],
        nodes.map((node) => queueOf(node, groups)),
      ),
    ],
    entryAndExit: [
      table(
        ["place", "group", "arrivals from outside"],
        nodes.flatMap(({ name, arrivals }) =>
          arrivals.map((each) => [
            name,
            groups[each.group]!,
            each.kind === "poisson"
              ? `Poisson, ${scheduleText(each.per_day)} a day`
              : `one after every ${lawText(each.between)} days`,
          ]),
        ),
      ),
      say(`People leave the network by: ${exits.join(", ")}.`),
    ],
  };
}

type Service = NetworkNode["service"][number];

const serviceText = (service: Service): string =>
  service.kind === "stay"
    ? lawText(service.length)
    : `a course of ${number(service.sessions)} sessions attended, one every ${number(service.interval_days)} days, each missed with probability ${number(service.dna)} and made up for`;

function routesOf(
  { name }: NetworkNode,
  routing: Routing,
  groups: readonly string[],
  where: (route: Route) => string,
): string[][] {
  return routing.flatMap(({ from_day, by_group }) =>
    by_group.map((routes, group) => [
      routing.length > 1 ? `${name}, from day ${number(from_day)}` : name,
      groups[group]!,
      routes.map((route) => routeText(route, where(route), groups[group]!, groups)).join("; "),
    ]),
  );
}

function routeText(
  { probability, as_group, delay }: Route,
  to: string,
  group: string,
  groups: readonly string[],
): string {
  const becomes = groups[as_group] === group ? "" : `, as ${groups[as_group]}`;
  const late = delay === undefined ? "" : `, after ${lawText(delay)}`;
  return `${to} (${number(probability)})${becomes}${late}`;
}

function queueOf({ name, waiting_room, priority, patience }: NetworkNode, groups: readonly string[]): string[] {
  const byGroup = (tell: (group: number) => string): string => {
    const all = groups.map((_, group) => tell(group));
    return new Set(all).size === 1 ? all[0]! : all.map((text, group) => `${groups[group]}: ${text}`).join("; ");
  };
  return [
    name,
    `${number(waiting_room.from_outside)} / ${number(waiting_room.from_nodes)}`,
    byGroup((group) => number(priority[group]!)),
    byGroup((group) => {
      const law = patience[group];
      return law ? lawText(law) : "for ever";
    }),
  ];
}
