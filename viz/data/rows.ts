/** The rows of the table of differences: figures a reader may want, the most telling first. */
import type { MeasureKey } from "../../src/index.ts";
import { scaled, type Verdict, verdictOf } from "../numbers.ts";
import { percentagePoints, type Unit, unitOf } from "../units.ts";
import { type Better, betterOf, everywhere, type Side as Taking, sideOf } from "../words.ts";
import { type Comparison, exitsOf, namesOf, type Pair, pair, pairOf, placesOf, sumOf } from "./comparison.ts";

/** A figure of both scenarios and their difference, in the unit in which it is shown. */
export interface Row extends Pair {
  readonly key: MeasureKey;
  readonly unit: Unit;
  /** The unit of the difference: percentage points where the figures are percentages. */
  readonly differenceUnit: Unit;
  readonly verdict: Verdict;
  readonly better: Better;
  /** Means something only where the verdict is clear. */
  readonly taking: Taking;
  /** From 0 to 1: the size of the difference against the figures, less where few people or days are concerned. */
  readonly weight: number;
}

/** Differences of this size, in the measure's own unit, weigh half: a person, a hundred people a year, a day, a hundredth. */
function halfWeight({ statistic, unit }: MeasureKey): number {
  if (statistic === "per_day") return 100 / 365;
  return { people: 5, days: 1, proportion: 0.02 }[unit] ?? 1;
}

/** Counts over the window are left out, since the same people are shown by the year. */
const isShown = ({ group, statistic, measure }: MeasureKey): boolean =>
  group === "all" && statistic !== "p95" && (statistic !== "count" || measure === "sessions");

/** Every row of a window, the most telling first. */
export function rowsOf(comparison: Comparison, window: string): Row[] {
  const { keys } = comparison.base;
  const own = keys.filter((key) => key.window === window && isShown(key) && comparison.other.position.size > 0);
  const rows = own.map((key) => rowOf(key, pair(comparison, key)));
  return [...exitRows(comparison, window), ...rows].filter(isKnown).toSorted((a, b) => rank(b) - rank(a));
}

/** Everybody who left the network by each exit, from whatever place. */
export function exitRows(comparison: Comparison, window: string): Row[] {
  const places = namesOf(comparison, placesOf);
  return namesOf(comparison, exitsOf).map((exit) => {
    const names = places.map((place) => ({ window, place, measure: "exits", estimand: exit, statistic: "per_day" }));
    const key = { ...names[0]!, place: everywhere, group: "all", unit: "people per day" };
    return rowOf(key, pairOf(sumOf(comparison.base, names), sumOf(comparison.other, names)));
  });
}

export function rowOf(key: MeasureKey, { base, other, difference }: Pair): Row {
  const largest = Math.max(Math.abs(base.mean) || 0, Math.abs(other.mean) || 0);
  const unit = unitOf(key, largest);
  const better = betterOf(key);
  const size = Math.abs(difference.mean) || 0;
  return {
    key,
    unit,
    differenceUnit: key.unit === "proportion" ? percentagePoints : unit,
    base: scaled(base, unit.factor),
    other: scaled(other, unit.factor),
    difference: scaled(difference, unit.factor),
    verdict: verdictOf(difference),
    better,
    taking: sideOf(better, difference.mean),
    weight: largest === 0 ? 0 : ((size / largest) * size) / (size + halfWeight(key)),
  };
}

/** A figure of nobody in both is no figure: no waits of those who left where nobody leaves, nobody refused without a limit. */
const isKnown = ({ base, other }: Row): boolean => base.n + other.n > 0 && !(base.mean === 0 && other.mean === 0);

const headlines = new Set(["queue_length", "left_waiting", "exits"]);

/** Clear before unclear, headlines before details, large before small. */
function rank({ key, verdict, weight }: Row): number {
  const isHeadline =
    (headlines.has(key.measure) && ["mean", "per_day"].includes(key.statistic)) ||
    (key.measure === "wait" && key.estimand === "kaplan_meier" && key.statistic === "mean");
  return { clear: 4, close: 2, same: 0 }[verdict] + (isHeadline && weight > 0.01 ? 1 : 0) + weight;
}
