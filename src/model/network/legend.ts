/** What the numbers in the log of a network mean. */
import type { Legend } from "../../records/legend.ts";
import type { Routing, NetworkScenario } from "../../scenario/types.ts";

export function legendOf(scenario: NetworkScenario): Legend {
  return {
    places: scenario.nodes.map((node) => ({
      name: node.name,
      limited: node.servers.steps.every((step) => step.value !== Infinity),
      rota: node.servers.steps.length > 1,
      courses: node.service.some((service) => service.kind === "course"),
      destinations: destinations([node.routing, node.leavers]),
    })),
    groups: scenario.groups,
    exits: scenario.exits,
    horizon: scenario.warm_up_days + scenario.run_days,
    windows: scenario.windows,
    wait_limits_days: scenario.wait_limits_days,
  };
}

function destinations(routings: readonly Routing[]): number[] {
  const targets = routings.flatMap((routing) =>
    routing.flatMap(({ by_group }) => by_group.flatMap((routes) => routes.map((route) => route.to))),
  );
  return [...new Set(targets)].toSorted((a, b) => a - b);
}
