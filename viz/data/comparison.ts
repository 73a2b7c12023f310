/** Two scenarios of a study as the page reads them: any figure of either, and of the difference, by its name. */
import {
  type Estimate,
  estimate,
  estimateDifference,
  keyText,
  type MeasureKey,
  type ScenarioResult,
  type StudyResult,
} from "../../src/index.ts";
import { asNetwork, type Network } from "../network.ts";
import type { Which } from "../state.ts";

export interface Comparison {
  readonly base: Side;
  readonly other: Side;
  /** Runs finished in both. */
  readonly runs: number;
}

export interface Side {
  readonly scenario: Network;
  readonly keys: readonly MeasureKey[];
  /** Finished runs, in order. */
  readonly outcomes: ScenarioResult["outcomes"];
  /** Where a figure stands among the values of an outcome. */
  readonly position: ReadonlyMap<string, number>;
  /** Days at which waiting lists were looked at. */
  readonly times: readonly number[];
}

export function comparisonOf(result: StudyResult): Comparison {
  const [base, other] = result.scenarios;
  if (base === undefined || other === undefined) throw new RangeError("a comparison needs two scenarios");
  const runs = Math.min(base.outcomes.length, other.outcomes.length);
  const times = result.study.times ?? [];
  return { base: sideOf(base, runs, times), other: sideOf(other, runs, times), runs };
}

/** Only runs that both have finished count, so that both are looked at over the same people. */
const sideOf = ({ scenario, keys, outcomes }: ScenarioResult, runs: number, times: readonly number[]): Side => ({
  scenario: asNetwork(scenario),
  keys,
  outcomes: outcomes.slice(0, runs),
  position: positionsOf(keys),
  times,
});

const known = new WeakMap<readonly MeasureKey[], ReadonlyMap<string, number>>();

function positionsOf(keys: readonly MeasureKey[]): ReadonlyMap<string, number> {
  const found = known.get(keys) ?? new Map(keys.map((key, position) => [keyText(key), position]));
  known.set(keys, found);
  return found;
}

/** The name of a figure; of all groups together unless one is named. */
export interface Name extends Pick<MeasureKey, "window" | "place" | "measure" | "estimand" | "statistic"> {
  readonly group?: string;
}

/** The values of a figure, one a run; `undefined` where the scenario has no such figure. */
export function valuesOf(side: Side, name: Name): number[] | undefined {
  const position = side.position.get(keyText({ group: "all", unit: "", ...name }));
  return position === undefined ? undefined : side.outcomes.map((outcome) => outcome.values[position]!);
}

/** The sum of figures run by run, such as all who left by an exit; figures that do not exist count nothing. */
export function sumOf(side: Side, names: readonly Name[]): number[] | undefined {
  const parts = names.flatMap((name) => [valuesOf(side, name) ?? []]).filter((values) => values.length > 0);
  if (parts.length === 0) return undefined;
  return side.outcomes.map((_, run) => parts.reduce((sum, values) => sum + values[run]!, 0));
}

/** A figure in both scenarios, with its paired difference, in the measure's own unit. */
export interface Pair {
  readonly base: Estimate;
  readonly other: Estimate;
  /** `other` - `base`, run by run. */
  readonly difference: Estimate;
}

const nothing: Estimate = { mean: NaN, low: NaN, high: NaN, n: 0 };

export function pairOf(base: number[] | undefined, other: number[] | undefined): Pair {
  return {
    base: base ? estimate(base) : nothing,
    other: other ? estimate(other) : nothing,
    difference: base && other ? estimateDifference(base, other) : nothing,
  };
}

export const pair = (comparison: Comparison, name: Name): Pair =>
  pairOf(valuesOf(comparison.base, name), valuesOf(comparison.other, name));

export const sideNamed = (comparison: Comparison, which: Which): Side => comparison[which];

/** Places, exits and windows of both scenarios, each once, in the order of the first. */
export function namesOf({ base, other }: Comparison, what: (scenario: Network) => readonly string[]): string[] {
  return [...new Set([...what(base.scenario), ...what(other.scenario)])];
}
export const placesOf = (scenario: Network): string[] => scenario.nodes.map((node) => node.name);
export const exitsOf = (scenario: Network): readonly string[] => scenario.exits;

/** The window that is looked at unless another is asked for: the longest, and the last of equals. */
export function periodOf({ base: { scenario } }: Comparison, wanted: string | undefined): string {
  const { windows } = scenario;
  const length = (at: number): number => windows[at]!.to_day - windows[at]!.from_day;
  const longest = windows.reduce((best, _, at) => (length(at) >= length(best) - 1 ? at : best), 0);
  return (windows.find((window) => window.name === wanted) ?? windows[longest])?.name ?? "";
}
