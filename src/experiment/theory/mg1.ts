/** One server, Poisson arrivals, and any law of service: first come first served, nobody leaves. */
import type { Days } from "../../engine/time.ts";
import { needAbove0, needBelow1, needNotBelow0 } from "./guards.ts";
import type { QueueMeans } from "./mmc.ts";

/** What the formulas need of a law of service. */
export interface Moments {
  readonly mean_days: Days;
  /** In days squared. */
  readonly variance: number;
}

/** The mean of the square, in days squared. */
export const secondMoment = ({ mean_days, variance }: Moments): number => variance + mean_days * mean_days;

/**
 * Pollaczek-Khinchine: the mean wait is λ E[S²] / (2 (1 - ρ)) (Pollaczek 1930, Math Z 32:64-100; Khinchine 1932,
 * Mat Sbornik 39:73-84; Gross, Shortle, Thompson and Harris 2008, ch. 5). RangeError from ρ = 1 on.
 * @param arrivals_per_day people per day
 */
export function mg1(arrivals_per_day: number, service: Moments): QueueMeans {
  needAbove0("arrivals_per_day", arrivals_per_day);
  needAbove0("mean_days", service.mean_days);
  needNotBelow0("variance", service.variance);
  const load = arrivals_per_day * service.mean_days;
  needBelow1("load", load);
  const wait_days = (arrivals_per_day * secondMoment(service)) / (2 * (1 - load));
  return { queue_length: arrivals_per_day * wait_days, in_service: load, wait_days };
}

/**
 * M/D/1: everybody is served for the same time, and waits half as long as with exponential service
 * (Erlang 1909, Nyt Tidsskrift for Matematik B 20:33-39). RangeError from ρ = 1 on.
 */
export const md1 = (arrivals_per_day: number, service_days: Days): QueueMeans =>
  mg1(arrivals_per_day, { mean_days: service_days, variance: 0 });
