/** What the page shows, as one plain object that could be written into a file or an address. */

/** The two designs under comparison: the first is what the second is held against. */
export type Which = "base" | "other";

export interface PageState {
  /** Names of scenario files, shipped or the reader's own. */
  readonly base: string;
  readonly other: string;
  /** Runs of each scenario. */
  readonly runs: number;
  /** Any text: the same text gives the same figures. */
  readonly seed: string;
  /** Name of a window of the scenario; `undefined`: the longest, the last of equals. */
  readonly period: string | undefined;
  /** Place of the charts over time and of waits; `undefined`: where the waiting list differs most. */
  readonly place: string | undefined;
  readonly statistic: "mean" | "median";
  readonly map: Which | "difference";
  /** Which rows of the table are shown; an empty text: all. */
  readonly table: { readonly place: string; readonly measure: string; readonly whole: boolean };
  /** The reader's own files, by name. They never leave the page. */
  readonly files: Readonly<Record<string, string>>;
}

export const firstState: PageState = {
  base: "bristol-2019.json",
  other: "",
  runs: 20,
  seed: "caregap",
  period: undefined,
  place: undefined,
  statistic: "mean",
  map: "difference",
  table: { place: "", measure: "", whole: false },
  files: {},
};

/** Numbers of runs on offer. Fewer than two give no interval. */
export const runChoices = [5, 20, 50, 100, 200] as const;

/** Whether the two states ask for the same simulation; the rest is only how it is shown. */
export const sameStudy = (a: PageState, b: PageState): boolean =>
  a.base === b.base && a.other === b.other && a.runs === b.runs && a.seed === b.seed && a.files === b.files;
