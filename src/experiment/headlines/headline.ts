/** What a main figure of a comparison is: how it is worked out, which way is better, and the words in which it is told. */
import type { Theme } from "../../measures/definition.ts";

export type HeadlineBetter = "less" | "more" | "neither";

/**
 * How a figure is shown. `year`, `hours a year` and `pounds a year`: a total of the window, shown by the year; `people`: how many
 * at any one time; `share`: a proportion from 0 to 1; `days`, `weeks` and `number` as they are.
 */
export type Shown = "year" | "people" | "pounds a year" | "hours a year" | "days" | "weeks" | "share" | "number";

/** Part of a figure: the figure of this name, times a weight. */
export interface Part {
  readonly measure: string;
  readonly estimand: string;
  readonly statistic: string;
  /** All practices together, where it is left out. */
  readonly place?: string;
  /** Everybody, where it is left out. */
  readonly group?: string;
  readonly weight?: number;
  /** Of a mean: times the number that it is of, which makes it a total again. */
  readonly total?: boolean;
}

export interface Headline {
  /** Stays the same over versions: it stands in shared links. */
  readonly key: string;
  readonly theme: Theme;
  /** "Crises", "Median wait for IAPT". */
  readonly label: string;
  readonly better: HeadlineBetter;
  readonly shown: Shown;
  readonly parts: readonly Part[];
  /** In a sentence: "fewer crises a year", "more people treated a year". Without it: "it rises by", "it falls by". */
  readonly phrase?: { readonly more: string; readonly less: string };
  /** In a sentence, what rises or falls: "the median wait for IAPT". */
  readonly subject?: string;
}

/** Themes as they head a list, in their order. */
export const themeTitles: Readonly<Record<Theme, string>> = {
  access: "Access",
  gap: "The gap",
  outcome: "Outcome",
  crisis: "Crisis",
  "GP work": "GP work",
  money: "Money",
  fairness: "Fairness",
};
