/** Open networks of queues. */
import { needNotBelow0 } from "./guards.ts";
import { solveLinear } from "./linear.ts";
import { type MMc, mmc } from "./mmc.ts";
import type { Days } from "../../engine/time.ts";

/**
 * The traffic equations λ(i) = γ(i) + Σ λ(j) p(j, i): how many people come to each place a day when nobody is lost
 * (Jackson 1957, Oper Res 5:518-521). RangeError where people can go round for ever.
 * @param external γ, people per day from outside
 * @param routes p(from, to); what is missing from 1 leaves the network
 */
export function trafficRates(external: readonly number[], routes: readonly (readonly number[])[]): number[] {
  external.forEach((rate) => needNotBelow0("external", rate));
  routes.flat().forEach((probability) => needNotBelow0("route", probability));
  const equations = external.map((_, to) => external.map((__, from) => (from === to ? 1 : 0) - routes[from]![to]!));
  return solveLinear(equations, external);
}

export interface JacksonNode {
  /** People per day from outside, Poisson. */
  readonly external_per_day: number;
  readonly mean_service_days: Days;
  readonly servers: number;
}

/**
 * An open Jackson network: each place is, at any one time, as an M/M/c of its own with the rate of the traffic
 * equations, though with feedback its arrivals are no Poisson process (Jackson 1957; 1963, Manage Sci 10:131-142).
 * @param routes as for `trafficRates`
 */
export function jackson(nodes: readonly JacksonNode[], routes: readonly (readonly number[])[]): MMc[] {
  const rates = trafficRates(
    nodes.map((node) => node.external_per_day),
    routes,
  );
  return nodes.map(({ mean_service_days, servers }, at) =>
    mmc({ arrivals_per_day: rates[at]!, mean_service_days, servers }),
  );
}
