/** The rows of a comparison on the page: of pathways the main figures that the command line tells too, of networks those of their places. */
import {
  type Estimate,
  type Headline,
  type HeadlineRow,
  pathwayHeadlines,
  rowsOf as rowsOfHeadlines,
  type ScenarioResult,
} from "../../src/index.ts";
import type { Results } from "../study/results.ts";
import { servicesLeftOut } from "./left-out.ts";
import { networkHeadlines } from "./network.ts";

export interface Row extends HeadlineRow {
  /** Told by full runs only, which are still to come: it stands in its place without a figure. */
  readonly isLater: boolean;
}

/**
 * None where scenarios are of two kinds, or nothing is known yet; nothing of a service that rough figures leave out, and no
 * money: what it costs to hold a service open, and the few who cost most, do not shrink with the people, so that the costs of a
 * small model can be wrong by far more than their interval says.
 */
export function rowsOf({ scenarios, scale }: Results): Row[] {
  const results = scenarios.map(({ result }) => result);
  const known = results.flatMap((result) => (result === undefined ? [] : [result]));
  const out = servicesLeftOut({ scenarios, scale });
  const told = headlinesOf(known).filter(({ parts }) => !parts.some(({ place = "" }) => out.has(place)));
  return rowsOfHeadlines(told, results, { scale }).map((row) =>
    scale < 1 && row.headline.theme === "money"
      ? { ...row, ...withoutFigures(row), isLater: true }
      : { ...row, isLater: false },
  );
}

/** Of what is told later. */
const unknown: Estimate = { mean: NaN, low: NaN, high: NaN, n: 0 };

const withoutFigures = ({ values, differences, pairs }: HeadlineRow): Omit<HeadlineRow, "headline"> => ({
  values: values.map(() => unknown),
  differences: differences.map(() => unknown),
  pairs: pairs.map(() => []),
});

export function headlinesOf(results: readonly ScenarioResult[]): Headline[] {
  const scenarios = results.map(({ scenario }) => scenario);
  const pathways = scenarios.flatMap((scenario) => (scenario.kind === "pathway" ? [scenario] : []));
  const networks = scenarios.flatMap((scenario) => (scenario.kind === "network" ? [scenario] : []));
  if (pathways.length === scenarios.length) return pathwayHeadlines(pathways);
  return networks.length === scenarios.length ? networkHeadlines(networks) : [];
}

/** Replications after which a difference of this size would stand out, if it is what it seems; `undefined`: cannot be told. */
export function runsToTell(pairs: readonly number[], size: number): number | undefined {
  const known = pairs.filter((value) => !Number.isNaN(value));
  const n = known.length;
  if (n < 3 || !(Math.abs(size) > 0)) return undefined;
  const mean = known.reduce((sum, value) => sum + value, 0) / n;
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return Math.ceil(variance * (2 / size) ** 2);
}
