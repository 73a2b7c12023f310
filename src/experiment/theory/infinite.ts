/** Places with a server for everybody. */
import type { Schedule } from "../../engine/schedule.ts";
import type { Days } from "../../engine/time.ts";
import { needAbove0, needNotBelow0 } from "./guards.ts";

/** The mean of a function of the time in service; see `expectation.ts`. */
export type MeanOf = (f: (service: Days) => number) => number;

/** M/G/∞ in the long run: the number in service is Poisson with mean λ E[S] (Takács 1962, Introduction to the Theory of Queues, ch. 3). */
export function mgInfinity(arrivals_per_day: number, mean_service_days: Days): number {
  needNotBelow0("arrivals_per_day", arrivals_per_day);
  needNotBelow0("mean_service_days", mean_service_days);
  return arrivals_per_day * mean_service_days;
}

/**
 * M(t)/G/∞ from empty: the mean number in service at time t is ∫ λ(s) P(S > t - s) ds from 0 to t = E[Λ(t) - Λ(t - S)],
 * Λ being the integral of the rate, 0 before day 0 (Palm 1943, Ericsson Technics 44; Eick, Massey and Whitt 1993, Oper Res 41:731-742).
 * @param rate people per day
 */
export function mtgInfinityAt(rate: Schedule, meanOf: MeanOf, at: Days): number {
  needNotBelow0("at", at);
  const { once } = integrals(rate);
  return meanOf((service) => once(at) - once(Math.max(0, at - service)));
}

/** The average of `mtgInfinityAt` over the days from `from` to `to`. */
export function mtgInfinityOver(rate: Schedule, meanOf: MeanOf, from: Days, to: Days): number {
  needNotBelow0("from", from);
  needAbove0("to - from", to - from);
  const { twice } = integrals(rate);
  const upTo = (end: Days): number => meanOf((service) => twice(end) - twice(Math.max(0, end - service)));
  return (upTo(to) - upTo(from)) / (to - from);
}

/** The integral of a stepped rate from day 0, and the integral of that. */
function integrals(rate: Schedule): { once: (t: Days) => number; twice: (t: Days) => number } {
  const { steps, repeat_every_days: period } = rate;
  const first = [0];
  const second = [0];
  const cumulate = (to: Days, step: number): [number, number] => {
    const { from_day, value } = steps[step]!;
    const days = to - from_day;
    return [first[step]! + value * days, second[step]! + first[step]! * days + (value * days * days) / 2];
  };
  for (let step = 1; step < steps.length; step++) {
    const [one, two] = cumulate(steps[step]!.from_day, step - 1);
    first.push(one);
    second.push(two);
  }
  const within = (t: Days): [number, number] => {
    let step = steps.length - 1;
    while (steps[step]!.from_day > t) step--;
    return cumulate(t, step);
  };
  if (period === Infinity) return { once: (t) => within(t)[0], twice: (t) => within(t)[1] };
  const [cycle, cycleTwice] = within(period);
  const split = (t: Days): [number, Days] => [Math.floor(t / period), t - Math.floor(t / period) * period];
  return {
    once: (t) => {
      const [cycles, rest] = split(t);
      return cycles * cycle + within(rest)[0];
    },
    twice: (t) => {
      const [cycles, rest] = split(t);
      const before = cycles * cycleTwice + (cycle * period * cycles * (cycles - 1)) / 2;
      return before + cycles * cycle * rest + within(rest)[1];
    },
  };
}
