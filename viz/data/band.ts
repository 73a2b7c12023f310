/** Waiting lists over time, as the chart draws them. */
import { estimate } from "../../src/index.ts";
import type { Band, Stretch } from "../charts/band-over-time.ts";
import type { Which } from "../state.ts";
import { type Comparison, type Side, placesOf } from "./comparison.ts";

/** Days between looks. */
const every = 7;

/** Days of the run at which waiting lists are looked at: weekly from the end of the warm-up of the longest run. */
export function timesOf(scenarios: Comparison["base"]["scenario"][]): number[] {
  const from = Math.min(...scenarios.map((scenario) => scenario.warm_up_days));
  const to = Math.max(...scenarios.map((scenario) => scenario.warm_up_days + scenario.run_days));
  const step = Math.max(every, Math.ceil((to - from) / 400));
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, look) => from + look * step);
}

export function bandOf(side: Side, which: Which, label: string, place: string): Band {
  const at = placesOf(side.scenario).indexOf(place);
  const { times, outcomes, scenario } = side;
  const end = scenario.warm_up_days + scenario.run_days;
  const points = times.flatMap((day, look) => {
    if (at < 0 || day > end) return [];
    const values = outcomes.flatMap(({ series }) => (series ? [series.queue[at * times.length + look]!] : []));
    const { mean, low, high } = estimate(values);
    return [{ day, mean, low: Number.isNaN(low) ? mean : low, high: Number.isNaN(high) ? mean : high }];
  });
  return { which, label, points: points.filter(({ mean }) => !Number.isNaN(mean)) };
}

export const stretchesOf = ({ scenario }: Side): Stretch[] =>
  scenario.windows.map(({ name, from_day, to_day }) => ({ name, from: from_day, to: to_day }));
