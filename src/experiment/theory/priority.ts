/** A queue with levels of priority, in which nobody's service is broken off. */
import type { Days } from "../../engine/time.ts";
import { erlangC } from "./erlang.ts";
import { needAbove0, needBelow1, needNotBelow0, needWhole } from "./guards.ts";
import { type Moments, secondMoment } from "./mg1.ts";

/** People of one level, the most urgent first. */
export interface Level {
  /** People per day, Poisson. */
  readonly arrivals_per_day: number;
  readonly service: Moments;
}

/**
 * Mean wait at each level before one server, in days: W(k) = R / ((1 - σ(k - 1)) (1 - σ(k))), where R = Σ λ E[S²] / 2 is
 * what is left on average of the service under way, and σ(k) the load of the levels up to k
 * (Cobham 1954, Oper Res 2:70-76). RangeError where all levels together reach a load of 1.
 */
export function priorityMg1(levels: readonly Level[]): Days[] {
  levels.forEach(needLevel);
  const left = levels.reduce((sum, level) => sum + (level.arrivals_per_day * secondMoment(level.service)) / 2, 0);
  return cobham(
    levels.map(({ arrivals_per_day, service }) => arrivals_per_day * service.mean_days),
    left,
  );
}

/**
 * Mean wait at each level before several servers, in days, where all levels have the same exponential service:
 * as above with R = C s / c, C being Erlang's and s the mean service time (Cobham 1954).
 * @param arrivals_per_day by level, the most urgent first
 */
export function priorityMmc(arrivals_per_day: readonly number[], mean_service_days: Days, servers: number): Days[] {
  needWhole("servers", servers, 1);
  needAbove0("mean_service_days", mean_service_days);
  arrivals_per_day.forEach((rate) => needNotBelow0("arrivals_per_day", rate));
  const load = arrivals_per_day.reduce((sum, rate) => sum + rate, 0) * mean_service_days;
  const left = (erlangC(servers, load) * mean_service_days) / servers;
  return cobham(
    arrivals_per_day.map((rate) => (rate * mean_service_days) / servers),
    left,
  );
}

function cobham(loads: readonly number[], left: Days): Days[] {
  let above = 0;
  return loads.map((load) => {
    const upTo = above + load;
    needBelow1("load of all levels", upTo);
    const wait = left / ((1 - above) * (1 - upTo));
    above = upTo;
    return wait;
  });
}

function needLevel({ arrivals_per_day, service }: Level): void {
  needNotBelow0("arrivals_per_day", arrivals_per_day);
  needNotBelow0("mean_days", service.mean_days);
  needNotBelow0("variance", service.variance);
}
