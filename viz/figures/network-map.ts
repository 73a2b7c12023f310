/** People and flows of a network in two scenarios, as its map draws them. */
import {
  type Estimate,
  estimate,
  estimateDifference,
  mainWindow,
  type Part,
  type ScenarioResult,
  valuesOf,
  yearsIn,
} from "../../src/index.ts";
import type { MapPair } from "../charts/map/figures.ts";
import type { MapFigures, MapFlow, MapPlace } from "../charts/network-map.ts";

const nothing: Estimate = { mean: NaN, low: NaN, high: NaN, n: 0 };

/** Everything on the map in the longest window; flows are people a year. */
export function networkFiguresOf(base: ScenarioResult, other: ScenarioResult): MapFigures {
  const scenarios = [base, other].flatMap(({ scenario }) => (scenario.kind === "network" ? [scenario] : []));
  const once = (names: readonly string[]): string[] => [...new Set(names)];
  const places = once(scenarios.flatMap(({ nodes }) => nodes.map(({ name }) => name)));
  const exits = once(scenarios.flatMap((scenario) => scenario.exits));
  const pair = (parts: readonly Part[], byYear: boolean): MapPair => {
    const of = (result: ScenarioResult): number[] | undefined =>
      valuesOf(result, parts)?.map((value) => (byYear ? value / yearsIn(mainWindow(result.scenario)) : value));
    return pairOf(of(base), of(other));
  };
  const part = (place: string, measure: string, estimand: string, statistic: string): Part => ({
    place,
    measure,
    estimand,
    statistic,
  });
  return {
    places: [
      ...places.map((name): MapPlace => ({
        name,
        waiting: pair([part(name, "queue_length", "time_weighted", "mean")], false),
        inCare: pair([part(name, "in_service", "time_weighted", "mean")], false),
        arrivals: pair([part(name, "arrivals", "from_outside", "count")], true),
      })),
      ...exits.map((name): MapPlace => ({
        name,
        through: pair(
          places.map((place) => part(place, "exits", name, "count")),
          true,
        ),
      })),
    ],
    flows: flowNames([base, other]).map(({ from, to }): MapFlow => ({
      from,
      to,
      people: pair([part(from, "exits", to, "count")], true),
    })),
  };
}

function pairOf(base: number[] | undefined, other: number[] | undefined): MapPair {
  return {
    base: base ? estimate(base) : nothing,
    other: other ? estimate(other) : nothing,
    difference: base && other ? estimateDifference(base, other) : nothing,
  };
}

/** Every way on that either scenario has. */
function flowNames(results: readonly ScenarioResult[]): { readonly from: string; readonly to: string }[] {
  const found = new Map<string, { from: string; to: string }>();
  for (const result of results) {
    const window = mainWindow(result.scenario).name;
    for (const { place: from, estimand: to, measure, statistic, group, window: when } of result.keys) {
      if (measure !== "exits" || statistic !== "count" || group !== "all" || when !== window) continue;
      found.set(JSON.stringify([from, to]), { from, to });
    }
  }
  return [...found.values()];
}
