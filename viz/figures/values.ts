/** Any figure of a scenario by its name, replication by replication. */
import { keyText, type MeasureKey, type ScenarioResult } from "../../src/index.ts";

/** Part of a figure: the sum of all figures of these names, times a weight. */
export interface Part {
  readonly measure: string;
  readonly estimand: string;
  readonly statistic: string;
  /** "*": every place that has it, added up. */
  readonly place?: string;
  readonly group?: string;
  readonly weight?: number;
}

/** Of all practices together, where the place is left out. */
export const everyone = "all practices";

const positions = new WeakMap<readonly MeasureKey[], ReadonlyMap<string, number>>();

function positionsOf(keys: readonly MeasureKey[]): ReadonlyMap<string, number> {
  const found = positions.get(keys) ?? new Map(keys.map((key, position) => [keyText(key), position]));
  positions.set(keys, found);
  return found;
}

const wildcards = new WeakMap<readonly MeasureKey[], Map<string, readonly string[]>>();

/** Places that have a figure, in the order of the scenario. */
function placesWith(keys: readonly MeasureKey[], { measure, estimand, statistic }: Part): readonly string[] {
  const known = wildcards.get(keys) ?? new Map<string, readonly string[]>();
  wildcards.set(keys, known);
  const name = JSON.stringify([measure, estimand, statistic]);
  const isIt = (key: MeasureKey): boolean =>
    key.measure === measure && key.estimand === estimand && key.statistic === statistic;
  const places = known.get(name) ?? [...new Set(keys.filter(isIt).map(({ place }) => place))];
  known.set(name, places);
  return places;
}

/** The window that figures are of: the longest, and the last of equals. */
export function windowOf({ scenario: { windows } }: ScenarioResult): string {
  const length = (at: number): number => windows[at]!.to_day - windows[at]!.from_day;
  const longest = windows.reduce((best, _, at) => (length(at) >= length(best) - 1 ? at : best), 0);
  return windows[longest]?.name ?? "";
}

/** Years of that window. */
export function yearsOf(result: ScenarioResult): number {
  const window = result.scenario.windows.find(({ name }) => name === windowOf(result));
  return window === undefined ? 1 : (window.to_day - window.from_day) / 365;
}

/** One value a replication; `undefined` where the scenario has nothing of the kind. */
export function valuesOf(result: ScenarioResult, parts: readonly Part[]): number[] | undefined {
  const window = windowOf(result);
  const found = parts.flatMap((part) =>
    (part.place === "*" ? placesWith(result.keys, part) : [part.place ?? everyone]).flatMap((place) => {
      const { measure, estimand, statistic, group = "all", weight = 1 } = part;
      const at = positionsOf(result.keys).get(
        keyText({ window, place, group, measure, estimand, statistic, unit: "" }),
      );
      return at === undefined ? [] : [{ at, weight }];
    }),
  );
  if (found.length === 0) return undefined;
  return result.outcomes.map(({ values }) => found.reduce((sum, { at, weight }) => sum + values[at]! * weight, 0));
}
