/** The rows of a comparison: each main figure in every scenario, and how each scenario differs from the first in it. */
import { type Estimate, estimate } from "../statistics.ts";
import type { ScenarioResult } from "../study.ts";
import type { Headline } from "./headline.ts";
import { pathwayHeadlines } from "./pathway.ts";
import { factorOf, type FiguresOfRuns, mainWindow, valuesOf } from "./values.ts";

export interface HeadlineRow {
  readonly headline: Headline;
  /** In the order of the results; in the unit in which it is shown. `n` is 0 where there is no such figure. */
  readonly values: readonly Estimate[];
  /** Each scenario but the first against the first, over pairs of replications. */
  readonly differences: readonly Estimate[];
  /** The paired differences themselves, one a replication. */
  readonly pairs: readonly (readonly number[])[];
}

/** `undefined` stands for a scenario of which nothing is known yet. */
type Results = readonly (ScenarioResult | undefined)[];

/**
 * The main figures of pathways, those left out that are nowhere or 0 in all; none where a scenario is a network.
 *
 * @param window its name; the main one of each scenario where none is named
 */
export function headlineRows(results: Results, window?: string): HeadlineRow[] {
  const scenarios = results.flatMap((result) => (result === undefined ? [] : [result.scenario]));
  const pathways = scenarios.flatMap((scenario) => (scenario.kind === "pathway" ? [scenario] : []));
  if (pathways.length < scenarios.length) return [];
  return rowsOf(pathwayHeadlines(pathways), results, { window });
}

export interface RowSettings {
  readonly window?: string | undefined;
  /** People simulated for each one there is: counts of a smaller model are divided by it. */
  readonly scale?: number;
}

export function rowsOf(headlines: readonly Headline[], results: Results, settings: RowSettings = {}): HeadlineRow[] {
  return headlines.map((headline) => headlineRow(headline, results, settings)).filter(isOfUse);
}

const nothing: Estimate = { mean: NaN, low: NaN, high: NaN, n: 0 };

export function headlineRow(headline: Headline, results: Results, settings: RowSettings = {}): HeadlineRow {
  const values = results.map((result) => result && shownValues(headline, result, settings));
  const [base, ...others] = values;
  const pairs = others.map((other) => (base && other ? pairsOf(base, other) : undefined));
  return {
    headline,
    values: values.map((of) => (of ? estimate(of) : nothing)),
    differences: pairs.map((of) => (of ? estimate(of) : nothing)),
    pairs: pairs.map((of) => of ?? []),
  };
}

/** In the unit in which it is shown, one a replication. */
export function shownValues(
  headline: Headline,
  result: FiguresOfRuns,
  { window, scale }: RowSettings = {},
): number[] | undefined {
  const of = result.scenario.windows.find(({ name }) => name === window) ?? mainWindow(result.scenario);
  const factor = factorOf(headline, of, scale);
  return valuesOf(result, headline.parts, window)?.map((value) => value * factor);
}

/** Differences that are nothing but rounding, below this share of the figure, are none. */
const rounding = 1e-9;

const pairsOf = (base: readonly number[], other: readonly number[]): number[] =>
  Array.from({ length: Math.min(base.length, other.length) }, (_, k) => {
    const difference = other[k]! - base[k]!;
    return Math.abs(difference) <= rounding * Math.abs(base[k]!) ? 0 : difference;
  });

const isOfUse = ({ values }: HeadlineRow): boolean => values.some(({ n, mean }) => n > 0 && mean !== 0);
