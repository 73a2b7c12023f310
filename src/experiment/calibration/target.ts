/** What a target of calibration is, and what its figure can be worked out from. */
import type { Checked, Grade, PathwayScenario } from "../../scenario/pathway/types.ts";

/** A figure of one replication, by the names of its key; NaN where it does not exist. */
export type Find = (place: string, measure: string, estimand: string, statistic: string, group?: string) => number;

/** One replication, and the scenario that it is of. */
export interface Run {
  readonly find: Find;
  readonly scenario: PathwayScenario;
  /** Names of the groups whose people have a personality disorder, and of the others. */
  readonly pd: readonly string[];
  readonly others: readonly string[];
  readonly adults: number;
  readonly registered: number;
  /** Years measured. */
  readonly years: number;
}

export type TargetUnit = "%" | "days" | "weeks" | "ratio" | "number";

export interface Target {
  readonly id: string;
  readonly output: string;
  /** As published, in words, with its year. */
  readonly published: string;
  /** The model's figure should lie within these. */
  readonly low: number;
  readonly high: number;
  readonly unit: TargetUnit;
  readonly source: string;
  readonly grade: Grade;
  readonly checked: Checked;
  /** What exactly is worked out, in a sentence without its full stop. */
  readonly estimand: string;
  /** In the unit above; NaN where the scenario has no such thing. */
  readonly figure: (run: Run) => number;
  /**
   * `target`: the baseline is tuned towards it. `falsifier`: it must come out, and nothing is tuned for it. `comparator`:
   * shown beside the model, which cannot or should not be made to agree; `note` says why.
   */
  readonly role: "target" | "falsifier" | "comparator";
  readonly note?: string;
}
