/** People and flows of both scenarios, as the map draws them. */
import type { Estimate } from "../../src/index.ts";
import type { MapFigures, MapFlow, MapPlace } from "../charts/network-map.ts";
import { scaled } from "../numbers.ts";
import { peopleAYear } from "../units.ts";
import { type Comparison, exitsOf, namesOf, type Pair, pair, placesOf } from "./comparison.ts";
import { exitRows } from "./rows.ts";

/** Everything on the map in one window; flows are people a year. */
export function mapFiguresOf(comparison: Comparison, window: string): MapFigures {
  const places = namesOf(comparison, placesOf);
  const figure = (place: string, measure: string, estimand: string, statistic: string): Pair =>
    pair(comparison, { window, place, measure, estimand, statistic });
  const exits = exitRows(comparison, window);
  return {
    places: [
      ...places.map((name): MapPlace => ({
        name,
        waiting: figure(name, "queue_length", "time_weighted", "mean"),
        inCare: figure(name, "in_service", "time_weighted", "mean"),
        arrivals: byTheYear(figure(name, "arrivals", "from_outside", "per_day")),
      })),
      ...exits.map(({ key, base, other, difference }): MapPlace => ({
        name: key.estimand,
        through: { base, other, difference },
      })),
    ],
    flows: flowNames(comparison, window).map(({ from, to }): MapFlow => ({
      from,
      to,
      people: byTheYear(figure(from, "exits", to, "per_day")),
    })),
  };
}

/** Every way on that either scenario has. */
function flowNames(comparison: Comparison, window: string): { from: string; to: string }[] {
  const found = new Map<string, { from: string; to: string }>();
  for (const { keys } of [comparison.base, comparison.other]) {
    for (const { place: from, estimand: to, measure, statistic, group, window: when } of keys) {
      if (measure !== "exits" || statistic !== "per_day" || group !== "all" || when !== window) continue;
      found.set(JSON.stringify([from, to]), { from, to });
    }
  }
  return [...found.values()];
}

const year = (estimate: Estimate): Estimate => scaled(estimate, peopleAYear.factor);
const byTheYear = ({ base, other, difference }: Pair): Pair => ({
  base: year(base),
  other: year(other),
  difference: year(difference),
});

export const mapNames = (comparison: Comparison): string[] => [
  ...namesOf(comparison, placesOf),
  ...namesOf(comparison, exitsOf),
];
