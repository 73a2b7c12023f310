/** Long-run means of a place whose arrivals do not change, by the closed form that fits it. */
import type { Days } from "../../engine/time.ts";
import type { NetworkNode } from "../../scenario/types.ts";
import { erlangA } from "./erlang-a.ts";
import { erlangB } from "./erlang.ts";
import { serviceMoments } from "./expectation.ts";
import { type Formula, formulas } from "./formulas.ts";
import { md1, mg1, type Moments, secondMoment } from "./mg1.ts";
import { mmc, type QueueMeans } from "./mmc.ts";
import { mmck } from "./mmck.ts";
import { priorityMg1, priorityMmc } from "./priority.ts";
import { common, exponentialMean } from "./recognise.ts";

/** A place with what is known of those who come. */
export interface Steady {
  readonly node: NetworkNode;
  readonly servers: number;
  readonly groups: readonly string[];
  /** Limits for which the share of waits within them is reported. */
  readonly limits: readonly Days[];
  /** People per day by group, and the groups that come at all. */
  readonly rates: readonly number[];
  readonly present: readonly number[];
  readonly total: number;
  /** Mean number of servers that the rates keep busy. */
  readonly load: number;
  /** The mean service time, where it is exponential and the same for all. */
  readonly exponential: Days | undefined;
  readonly fromOutsideOnly: boolean;
  readonly overloaded: boolean;
  /** Poisson; or not, but in a network of product form, so that the place is as if it were; or neither. */
  readonly input: "poisson" | "jackson" | "other";
}

/** A figure in the long run. */
export interface Mean {
  readonly formula: Formula;
  readonly group: string;
  readonly measure: string;
  readonly estimand: string;
  readonly statistic: string;
  readonly expected: number;
}

export interface LongRun {
  readonly means: readonly Mean[];
  /** Why no closed form for waits applies, or "". */
  readonly why: string;
}

const no = (why: string): LongRun => ({ means: [], why });

export function longRun(steady: Steady): LongRun {
  const { node, servers, input, present } = steady;
  if (servers === Infinity) return { means: [], why: "" };
  if (input === "other") return no("people do not come as a Poisson process");
  if (node.arrivals.length > 0 && node.waiting_room.from_outside < Infinity) return withRoom(steady);
  if (present.some((group) => node.patience[group] !== undefined)) return withPatience(steady);
  if (steady.overloaded) return no("more people come than its servers can serve, so there is no long run");
  return new Set(present.map((group) => node.priority[group])).size > 1 ? withPriority(steady) : firstCome(steady);
}

function withRoom(steady: Steady): LongRun {
  const { node, servers, total, load, exponential, present } = steady;
  const room = node.waiting_room.from_outside;
  if (!steady.fromOutsideOnly) return no("there is room for those from other places but not for all from outside");
  if (room > 0 && present.some((group) => node.patience[group] !== undefined)) {
    return no("people are turned away and leave the waiting list too");
  }
  if (room === 0) {
    const refused = erlangB(servers, load);
    const means = { queue_length: 0, in_service: load * (1 - refused), wait_days: 0 };
    return {
      means: [...lengths(formulas.erlangB, means), lost(formulas.erlangB, "refused", total * refused)],
      why: "",
    };
  }
  if (exponential === undefined) return no("people are turned away, and service is not exponential with one mean");
  const means = mmck({ arrivals_per_day: total, mean_service_days: exponential, servers }, room);
  return {
    means: [...queue(formulas.mmck, means), lost(formulas.mmck, "refused", total * means.refused_share)],
    why: "",
  };
}

function withPatience(steady: Steady): LongRun {
  const { node, servers, total, exponential, present } = steady;
  const patience = common(present.map((group) => exponentialMean(node.patience[group])));
  if (patience === undefined) return no("patience is not exponential with one mean");
  if (exponential === undefined)
    return no("people leave the waiting list, and service is not exponential with one mean");
  const means = erlangA({ arrivals_per_day: total, mean_service_days: exponential, servers }, patience);
  return {
    means: [...queue(formulas.erlangA, means), lost(formulas.erlangA, "left_waiting", total * means.leaving_share)],
    why: "",
  };
}

function firstCome({ servers, total, exponential, input, limits, ...rest }: Steady): LongRun {
  if (exponential !== undefined) {
    const formula = input === "jackson" ? formulas.jackson : formulas.erlangC;
    const means = mmc({ arrivals_per_day: total, mean_service_days: exponential, servers });
    const within = limits.map((limit): Mean => {
      const share = { formula, group: "all", measure: "wait", estimand: "started", statistic: `share_within_${limit}` };
      return { ...share, expected: 1 - means.waits_longer(limit) };
    });
    return { means: [...queue(formula, means), ...within], why: "" };
  }
  if (servers > 1) return no("no closed form is known for several servers with service that is not exponential");
  const service = mixed(rest);
  if (service.variance === Infinity) return no("the variance of service is infinite");
  return service.variance === 0
    ? { means: queue(formulas.md1, md1(total, service.mean_days)), why: "" }
    : { means: queue(formulas.mg1, mg1(total, service)), why: "" };
}

/** The service of whoever comes next, of whatever group. */
function mixed({ node, rates, present }: Pick<Steady, "node" | "rates" | "present">): Moments {
  const services = present.map((group) => ({ rate: rates[group]!, service: serviceMoments(node.service[group]!) }));
  const total = services.reduce((sum, { rate }) => sum + rate, 0);
  const mean_days = services.reduce((sum, { rate, service }) => sum + rate * service.mean_days, 0) / total;
  if (services.length === 1) return services[0]!.service;
  const square = services.reduce((sum, { rate, service }) => sum + rate * secondMoment(service), 0) / total;
  return { mean_days, variance: square - mean_days * mean_days };
}

function withPriority({ node, servers, rates, present, exponential, groups }: Steady): LongRun {
  const levels = [...new Set(present.map((group) => node.priority[group]!))].toSorted((a, b) => a - b);
  const membersOf = (level: number): number[] => present.filter((group) => node.priority[group] === level);
  const rateOf = (level: number): number => membersOf(level).reduce((sum, group) => sum + rates[group]!, 0);
  if (servers > 1 && exponential === undefined) {
    return no("no closed form is known for priorities at several servers with service that is not exponential");
  }
  const services = levels.map((level) => mixed({ node, rates, present: membersOf(level) }));
  if (services.some(({ variance }) => variance === Infinity)) return no("the variance of service is infinite");
  const waits =
    exponential !== undefined
      ? priorityMmc(levels.map(rateOf), exponential, servers)
      : priorityMg1(levels.map((level, i) => ({ arrivals_per_day: rateOf(level), service: services[i]! })));
  const means = levels.flatMap((level, i) =>
    membersOf(level).flatMap((group): Mean[] => {
      const figure = { formula: formulas.cobham, group: groups[group]!, statistic: "mean" };
      return [
        { ...figure, measure: "wait", estimand: "all_ended", expected: waits[i]! },
        { ...figure, measure: "queue_length", estimand: "time_weighted", expected: rates[group]! * waits[i]! },
      ];
    }),
  );
  return { means, why: "" };
}

function lengths(formula: Formula, { queue_length, in_service }: QueueMeans): Mean[] {
  const figure = { formula, group: "all", estimand: "time_weighted", statistic: "mean" };
  return [
    { ...figure, measure: "queue_length", expected: queue_length },
    { ...figure, measure: "in_service", expected: in_service },
  ];
}

function queue(formula: Formula, means: QueueMeans): Mean[] {
  const wait = { formula, group: "all", measure: "wait", estimand: "all_ended", statistic: "mean" };
  return [...lengths(formula, means), { ...wait, expected: means.wait_days }];
}

const lost = (formula: Formula, measure: string, per_day: number): Mean => ({
  formula,
  group: "all",
  measure,
  estimand: "events",
  statistic: "per_day",
  expected: per_day,
});
