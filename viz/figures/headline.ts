/** What a figure on the first page is: how it is worked out, what it counts, of whom, and which way is better. */
import { definitionOf } from "../../src/index.ts";
import type { Part } from "./values.ts";

export const themes = ["Access", "The gap", "Outcome", "Crisis", "GPs' work", "Money", "Fairness"] as const;
export type Theme = (typeof themes)[number] | "Places";

export type Better = "less" | "more" | "neither";

/** How a figure is shown. `year`: a count over the window, shown by the year, of all the people there are. */
export type Shown = "year" | "people" | "pounds a year" | "hours a year" | "days" | "weeks" | "share" | "number";

export interface Headline {
  /** Stays the same over versions: it stands in shared links. */
  readonly key: string;
  readonly theme: Theme;
  /** "Crises", "Wait for IAPT, mean". */
  readonly label: string;
  readonly better: Better;
  readonly shown: Shown;
  readonly parts: readonly Part[];
  /** In the answer: "fewer crises a year", "more people treated a year". Without it: "it rises by", "it falls by". */
  readonly phrase?: { readonly more: string; readonly less: string };
  /** In the answer, of waits: "waits for IAPT" rise or fall. */
  readonly subject?: string;
}

/** What a figure counts, of whom, and how it is taken together, in sentences, each said once. */
export interface Meaning {
  readonly counts: readonly string[];
  readonly estimand: readonly string[];
  readonly statistic: readonly string[];
}

export function meaningOf({ parts }: Headline): Meaning {
  const all = parts.map((part) => definitionOf({ unit: "", ...part }));
  const once = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ""))];
  return {
    counts: once(all.map(({ counts }) => counts)),
    estimand: once(all.map(({ estimand }) => estimand)),
    statistic: once(all.map(({ statistic }) => statistic)),
  };
}
