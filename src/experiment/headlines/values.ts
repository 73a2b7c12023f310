/** Any figure of a scenario by its name, replication by replication. */
import { keyText, type MeasureKey } from "../../measures/key.ts";
import type { AnyScenario, Window } from "../../scenario/types.ts";
import type { Outcome } from "../replication.ts";
import type { ScenarioResult } from "../study.ts";
import type { Headline, Part } from "./headline.ts";

/** Figures of a scenario, of each replication, whether they come from a study or a sweep. */
export interface FiguresOfRuns extends Pick<ScenarioResult, "scenario" | "keys"> {
  readonly outcomes: readonly Pick<Outcome, "values">[];
}

/** The place where a part names none. */
export const everyone = "all practices";
const daysPerYear = 365;

export const yearsIn = ({ from_day, to_day }: Window): number => (to_day - from_day) / daysPerYear;

const positions = new WeakMap<readonly MeasureKey[], ReadonlyMap<string, number>>();

function positionsOf(keys: readonly MeasureKey[]): ReadonlyMap<string, number> {
  const found = positions.get(keys) ?? new Map(keys.map((key, position) => [keyText(key), position]));
  positions.set(keys, found);
  return found;
}

/** The window that figures are of where only one is shown: the longest, and the last of equals. */
export function mainWindow({ windows }: Pick<AnyScenario, "windows">): Window {
  const length = ({ from_day, to_day }: Window): number => to_day - from_day;
  return windows.reduce((best, window) => (length(window) >= length(best) - 1 ? window : best));
}

/** What a figure of a window is multiplied by to be in the unit in which it is shown, for all the people there are. */
export function factorOf({ shown }: Pick<Headline, "shown">, window: Window, scale = 1): number {
  if (shown === "people") return 1 / scale;
  const isByYear = shown === "year" || shown === "hours a year" || shown === "pounds a year";
  return isByYear ? 1 / yearsIn(window) / scale : 1;
}

/**
 * One value a replication: the sum of all parts. `undefined` where the scenario has nothing of the kind; what a service that it
 * does not have would have counted, or cost, is 0.
 *
 * @param window its name; the main one of the scenario where none is named
 */
export function valuesOf(
  { scenario, keys, outcomes }: FiguresOfRuns,
  parts: readonly Part[],
  window: string = mainWindow(scenario).name,
): number[] | undefined {
  if (!scenario.windows.some(({ name }) => name === window)) return undefined;
  const index = positionsOf(keys);
  const at = ({ place = everyone, group = "all", measure, estimand }: Part, statistic: string): number | undefined =>
    index.get(keyText({ window, place, group, measure, estimand, statistic, unit: "" }));
  const found = parts.map((part) => ({
    figure: at(part, part.statistic),
    times: part.total === true ? at(part, "count") : undefined,
    weight: part.weight ?? 1,
  }));
  const isNowhere = found.every(({ figure }) => figure === undefined);
  if (isNowhere && !parts.every(isTotal)) return undefined;
  return outcomes.map(({ values }) =>
    found.reduce(
      (sum, { figure, times, weight }) =>
        figure === undefined ? sum : sum + values[figure]! * (times === undefined ? 1 : values[times]!) * weight,
      0,
    ),
  );
}

const isTotal = ({ statistic }: Part): boolean => statistic === "count" || statistic === "sum";
