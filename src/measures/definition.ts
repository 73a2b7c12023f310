/** What every figure means: what is counted, of whom, and whether less of it is better. Measures of both kinds of scenario. */
import { fairness } from "./definitions/fairness.ts";
import { network } from "./definitions/network.ts";
import { people } from "./definitions/people.ts";
import { services } from "./definitions/services.ts";
import { statisticOf } from "./definitions/statistics.ts";
import { waits } from "./definitions/waits.ts";
import type { MeasureKey } from "./key.ts";

/** What a measure is about; the order in which pages and reports show them. */
export const themes = ["access", "gap", "outcome", "crisis", "GP work", "money", "fairness"] as const;
export type Theme = (typeof themes)[number];

/** Which way a figure is better; `undefined`: a matter of values, or neither. */
export type Better = "less" | "more" | undefined;

export interface Measure {
  /** What readers call it. */
  readonly title: string;
  readonly theme: Theme;
  /** What is counted, in a sentence or two. */
  readonly counts: string;
  readonly better: Better;
  /** What each estimand estimates, in a sentence: of whom, and over which denominator. */
  readonly estimands: Readonly<Record<string, Estimand>>;
  /** Where estimands are names or limits out of the scenario, such as payers: the sentence for any of them. */
  readonly named?: string;
}

/** A sentence, with the side to take where it is not that of the measure. */
export type Estimand = string | { readonly told: string; readonly better: Better };

export const measures: Readonly<Record<string, Measure>> = {
  ...waits,
  ...services,
  ...people,
  ...network,
  ...fairness,
};

/** Everything that is to be said of a figure, in sentences. */
export interface Definition {
  readonly title: string;
  readonly theme: Theme;
  readonly counts: string;
  readonly estimand: string;
  readonly statistic: string;
  readonly better: Better;
}

/** The definition of a figure, for a reader who asks what it is. Throws a RangeError for one that no run emits. */
export function definitionOf(key: Pick<MeasureKey, "measure" | "estimand" | "statistic" | "unit">): Definition {
  const measure = Object.hasOwn(measures, key.measure) ? measures[key.measure]! : undefined;
  const estimand =
    measure && (Object.hasOwn(measure.estimands, key.estimand) ? measure.estimands[key.estimand] : measure.named);
  const statistic = statisticOf(key.statistic);
  if (measure === undefined || estimand === undefined || statistic === undefined) {
    throw new RangeError(`no definition of ${key.measure}, ${key.estimand}, ${key.statistic}`);
  }
  const { title, theme, counts } = measure;
  const told = typeof estimand === "string" ? estimand : estimand.told;
  const side = typeof estimand === "string" ? measure.better : estimand.better;
  return { title, theme, counts, estimand: told, statistic: statistic.told, better: statistic.better(side, key.unit) };
}
