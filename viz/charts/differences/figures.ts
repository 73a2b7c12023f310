/** The numbers of the chart of differences. */
import type { Estimate } from "../../../src/index.ts";
import { scaled, verdictOf, type Verdict } from "../../numbers.ts";

/** A measure, and how each scenario differs from the baseline in it. */
export interface DifferenceRow {
  readonly key: string;
  readonly label: string;
  /** Rows of a theme stand together, under its name. */
  readonly theme: string;
  readonly better: "less" | "more" | "neither";
  /** In the unit of `text`; one a scenario, in the order of `scenarios`. */
  readonly differences: readonly ScenarioDifference[];
}

export interface ScenarioDifference {
  /** The baseline's mean, against which the difference is drawn. */
  readonly base: number;
  readonly difference: Estimate;
  /** As people say it, with its unit and interval. */
  readonly text: string;
}

export interface DifferenceFigures {
  readonly baseline: string;
  /** Titles, one to four. */
  readonly scenarios: readonly string[];
  readonly rows: readonly DifferenceRow[];
}

/** The difference as a share of the baseline's figure, turned so that better is below zero. Infinite where the baseline has none. */
export function shareOf({ base, difference }: ScenarioDifference, better: DifferenceRow["better"]): Estimate {
  const { mean, low, high, n } = scaled(difference, 1 / Math.abs(base));
  return better === "more" ? { mean: -mean, low: -high, high: -low, n } : { mean, low, high, n };
}

/** What a difference amounts to: better, worse, merely different, not to be told, or of a figure that there is not. */
export function takingOf(
  row: DifferenceRow,
  { difference }: ScenarioDifference,
): "better" | "worse" | "different" | "none" | Exclude<Verdict, "clear"> {
  if (difference.n === 0) return "none";
  const verdict = verdictOf(difference);
  if (verdict !== "clear") return verdict;
  if (row.better === "neither") return "different";
  return difference.mean < 0 === (row.better === "less") ? "better" : "worse";
}

export const takings = {
  better: "better",
  worse: "worse",
  different: "different, no side taken",
  close: "too close to call",
  same: "no difference",
  none: "nothing to compare",
} as const;
