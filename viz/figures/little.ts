/** Little's law on every waiting list of a run: its people, beside those who join times how long they stay. */
import { estimate, type ScenarioResult, valuesOf } from "../../src/index.ts";

export interface LittleRow {
  readonly place: string;
  readonly people: number;
  /** Waits that ended per day × their mean length. */
  readonly product: number;
  /** (people - product) / people. */
  readonly residual: number;
}

/** Lists with fewer people than this, at any one time, are left out: their two ends are all there is of them. */
const fewest = 0.5;

export function littleIn(result: ScenarioResult): LittleRow[] {
  const places = [
    ...new Set(result.keys.filter(({ measure }) => measure === "queue_length").map(({ place }) => place)),
  ];
  return places.flatMap((place): LittleRow[] => {
    const people = valuesOf(result, [{ place, measure: "queue_length", estimand: "time_weighted", statistic: "mean" }]);
    const waits = valuesOf(result, [{ place, measure: "wait", estimand: "all_ended", statistic: "mean" }]);
    const starts = valuesOf(result, [
      { place, measure: "starts", estimand: "events", statistic: "per_day" },
      { place, measure: "left_waiting", estimand: "events", statistic: "per_day" },
    ]);
    if (people === undefined || waits === undefined || starts === undefined) return [];
    const mean = estimate(people).mean;
    const product = estimate(waits.map((wait, k) => wait * starts[k]!)).mean;
    return mean >= fewest && product > 0 ? [{ place, people: mean, product, residual: (mean - product) / mean }] : [];
  });
}
