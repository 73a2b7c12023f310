/** The rows of a comparison: each headline in every scenario, and how each scenario differs from the baseline in it. */
import { type Estimate, estimate, estimateDifference, type ScenarioResult } from "../../src/index.ts";

import type { Results } from "../study/results.ts";
import type { Headline } from "./headline.ts";
import { networkHeadlines } from "./network.ts";
import { pathwayHeadlines } from "./pathway.ts";
import { valuesOf, yearsOf } from "./values.ts";

export interface Row {
  readonly headline: Headline;
  /** In the order of the results, baseline first; in the unit in which it is shown. `n` is 0 where there is no such figure. */
  readonly values: readonly Estimate[];
  /** Each scenario but the first against the first, over pairs of replications. */
  readonly differences: readonly Estimate[];
  /** The paired differences themselves, one a replication. */
  readonly pairs: readonly (readonly number[])[];
}

/** None where scenarios are of two kinds, or nothing is known yet. */
export function rowsOf({ scenarios, scale }: Results): Row[] {
  const results = scenarios.map(({ result }) => result);
  return headlinesOf(results.flatMap((result) => (result === undefined ? [] : [result])))
    .map((headline) => rowOf(headline, results, scale))
    .filter(isOfUse);
}

export function headlinesOf(results: readonly ScenarioResult[]): Headline[] {
  const scenarios = results.map(({ scenario }) => scenario);
  const pathways = scenarios.flatMap((scenario) => (scenario.kind === "pathway" ? [scenario] : []));
  const networks = scenarios.flatMap((scenario) => (scenario.kind === "network" ? [scenario] : []));
  if (pathways.length === scenarios.length) return pathwayHeadlines(pathways);
  return networks.length === scenarios.length ? networkHeadlines(networks) : [];
}

/** What a figure of a scenario is multiplied by to be in the unit in which it is shown, for all the people there are. */
export function factorOf({ shown }: Headline, result: ScenarioResult, scale: number): number {
  if (shown === "people") return 1 / scale;
  return shown === "year" || shown === "hours a year" || shown === "pounds a year" ? 1 / scale / yearsOf(result) : 1;
}

const nothing: Estimate = { mean: NaN, low: NaN, high: NaN, n: 0 };

export function rowOf(headline: Headline, results: readonly (ScenarioResult | undefined)[], scale: number): Row {
  const values = results.map(
    (result) => result && valuesOf(result, headline.parts)?.map((value) => value * factorOf(headline, result, scale)),
  );
  const [base, ...others] = values;
  const both = others.map((other) => (base && other ? { base, other } : undefined));
  return {
    headline,
    values: values.map((of) => (of ? estimate(of) : nothing)),
    differences: both.map((pair) => (pair ? estimateDifference(pair.base, pair.other) : nothing)),
    pairs: both.map((pair) => (pair ? pair.other.map((value, k) => value - pair.base[k]!) : [])),
  };
}

/** A figure that is nowhere, or that is 0 in all, says nothing. */
const isOfUse = ({ values }: Row): boolean => values.some(({ n, mean }) => n > 0 && mean !== 0);

/** Replications after which a difference of this size would stand out, if it is what it seems; `undefined`: cannot be told. */
export function runsToTell(pairs: readonly number[], size: number): number | undefined {
  const known = pairs.filter((value) => !Number.isNaN(value));
  const n = known.length;
  if (n < 3 || !(Math.abs(size) > 0)) return undefined;
  const mean = known.reduce((sum, value) => sum + value, 0) / n;
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return Math.ceil(variance * (2 / size) ** 2);
}
