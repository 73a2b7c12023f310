/** One queue before some servers: Poisson arrivals, exponential service, first come first served, nobody leaves. */
import { exp } from "../../engine/maths/exp.ts";
import type { Days } from "../../engine/time.ts";
import { erlangC } from "./erlang.ts";
import { needAbove0, needNotBelow0, needWhole } from "./guards.ts";

/** A queue as the closed forms see it. */
export interface Queue {
  /** Rate of the Poisson process of arrivals, people per day. */
  readonly arrivals_per_day: number;
  readonly mean_service_days: Days;
  /** Whole number, 1 or more. */
  readonly servers: number;
}

/** Long-run means of a queue. */
export interface QueueMeans {
  /** Mean number on the waiting list. */
  readonly queue_length: number;
  /** Mean number in service. */
  readonly in_service: number;
  /** Mean wait, 0 for those served at once; of all who join, or of those admitted where there is no room for all. */
  readonly wait_days: Days;
}

export interface MMc extends QueueMeans {
  /** Share of the servers' time that is used. */
  readonly utilisation: number;
  /** Share of people who have to wait. */
  readonly waiting_share: number;
  /** Share of people who wait longer than `days`. */
  readonly waits_longer: (days: Days) => number;
}

export function needQueue({ arrivals_per_day, mean_service_days, servers }: Queue): void {
  needAbove0("arrivals_per_day", arrivals_per_day);
  needAbove0("mean_service_days", mean_service_days);
  needWhole("servers", servers, 1);
}

/**
 * M/M/c by Erlang C: Lq = C ρ / (1 - ρ), P(W > t) = C exp(-(c - a) t / s), with a the load and s the mean service time
 * (Gross, Shortle, Thompson and Harris 2008, Fundamentals of Queueing Theory, 4th ed., ch. 2). RangeError from ρ = 1 on.
 */
export function mmc(queue: Queue): MMc {
  needQueue(queue);
  const { arrivals_per_day, mean_service_days, servers } = queue;
  const load = arrivals_per_day * mean_service_days;
  const utilisation = load / servers;
  const waiting_share = erlangC(servers, load);
  const queue_length = (waiting_share * utilisation) / (1 - utilisation);
  return {
    queue_length,
    in_service: load,
    wait_days: queue_length / arrivals_per_day,
    utilisation,
    waiting_share,
    waits_longer: (days) => {
      needNotBelow0("days", days);
      return waiting_share * exp((-(servers - load) * days) / mean_service_days);
    },
  };
}
