/** What a figure is: the columns that stand beside every value. */

export interface MeasureKey {
  readonly window: string;
  readonly place: string;
  /** A group, or "all". */
  readonly group: string;
  readonly measure: string;
  /** What the figure estimates, among several that share a name; `definitionOf` says. */
  readonly estimand: string;
  readonly statistic: string;
  readonly unit: string;
}

/** The key without its window and unit, as one text: what makes two figures of two scenarios the same figure. */
export const keyText = (key: MeasureKey): string =>
  [key.window, key.place, key.group, key.measure, key.estimand, key.statistic].join("\u001f");
