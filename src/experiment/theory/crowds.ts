/** Places where nobody ever waits: the number in service at every moment, from the first day on, whatever the rate does. */
import { largestValue } from "../../engine/schedule.ts";
import type { NetworkNode, NetworkScenario, Window } from "../../scenario/types.ts";
import { meanOfService, serviceMoments } from "./expectation.ts";
import { constantOf, type Flow } from "./flows.ts";
import { formulas } from "./formulas.ts";
import { mtgInfinityOver } from "./infinite.ts";
import type { Claim } from "./recognise.ts";

/** Whether everybody comes from outside, as a Poisson process. */
export const isFedFromOutside = (node: NetworkNode, { upstream }: Flow): boolean =>
  upstream.size === 0 && node.arrivals.every(({ kind }) => kind === "poisson");

/**
 * Whether there is a server for everybody, or so many that a Poisson number of people never needs them all: eight standard
 * deviations and twenty more than the mean at the largest rate leave a chance below 1e-12.
 */
export function nobodyWaits(node: NetworkNode): boolean {
  const fewest = Math.min(...node.servers.steps.map(({ value }) => value));
  if (fewest === Infinity) return true;
  const counts = [...node.start_in_service, ...node.start_waiting];
  const started = counts.reduce((sum, count) => sum + count, node.start_waited.length);
  const most = node.arrivals.reduce((sum, arrivals) => {
    if (arrivals.kind !== "poisson") return Infinity;
    return sum + largestValue(arrivals.per_day) * serviceMoments(node.service[arrivals.group]!).mean_days;
  }, 0);
  return fewest >= most + 8 * Math.sqrt(most) + 20 + started;
}

/** The mean number in service in each window, of all and of each group. */
export function numberInService({ groups }: NetworkScenario, node: NetworkNode): Claim[] {
  const isSteady = node.arrivals.every(
    (arrivals) => arrivals.kind === "poisson" && constantOf(arrivals.per_day) !== undefined,
  );
  const claim = (group: string, expected: (window: Window) => number): Claim => ({
    formula: isSteady ? formulas.mgInfinity : formulas.mtgInfinity,
    group,
    measure: "in_service",
    estimand: "time_weighted",
    statistic: "mean",
    expected,
    from_day: 0,
  });
  const all = claim("all", (window) => groups.reduce((sum, _, group) => sum + ofGroup(node, group, window), 0));
  const each = groups.map((name, group) => claim(name, (window) => ofGroup(node, group, window)));
  return groups.length > 1 ? [all, ...each] : [all];
}

/** Those who were there at the start, whose stays begin then, and those who came. */
function ofGroup(node: NetworkNode, group: number, { from_day: from, to_day: to }: Window): number {
  const meanOf = (f: (service: number) => number): number => meanOfService(node.service[group]!, f);
  const waited = node.start_waited.filter((person) => person.group === group).length;
  const started = node.start_in_service[group]! + node.start_waiting[group]! + waited;
  const stay = started > 0 ? meanOf((service) => Math.min(service, to) - Math.min(service, from)) / (to - from) : 0;
  return node.arrivals.reduce((sum, arrivals) => {
    if (arrivals.kind !== "poisson" || arrivals.group !== group) return sum;
    return sum + mtgInfinityOver(arrivals.per_day, meanOf, from, to);
  }, started * stay);
}
