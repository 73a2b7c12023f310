/** What a figure on the first page counts, of whom, and how it is taken together. */
import { definitionOf, type Headline } from "../../src/index.ts";

/** In sentences, each said once. */
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
