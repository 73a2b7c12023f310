/**
 * The care pathway in its normal form: practices, people who remember, and services, all of one kind, that take them on
 * or turn them away. Every time is in days and every rate is per day, whatever unit the file uses. `M…` are the
 * mechanisms of French et al. 2019 (docs/mechanisms.md); "neutral" is the value that switches a mechanism off.
 */
import type { Days } from "../../engine/time.ts";
import type { Window } from "../types.ts";
import type { Costs, CrisisProcess, QualityOfLife } from "./types/crisis.ts";
import type { Gp } from "./types/gp.ts";
import type { RiskProcess, Trust } from "./types/person.ts";
import type { Population } from "./types/population.ts";
import type { PathwayService } from "./types/service.ts";

export type * from "./types/crisis.ts";
export type * from "./types/gp.ts";
export type * from "./types/person.ts";
export type * from "./types/population.ts";
export type * from "./types/service.ts";
export type * from "./types/start.ts";

export interface PathwayScenario {
  readonly format: 1;
  readonly kind: "pathway";
  readonly title: string;
  readonly description: string;
  readonly source: string;
  readonly about: About;
  /** Kept out of the measures, from the start of the run. */
  readonly warm_up_days: Days;
  /** Measured, after the warm-up. */
  readonly run_days: Days;
  readonly windows: readonly Window[];
  /** Limits for which the share of waits within them is reported. */
  readonly wait_limits_days: readonly Days[];
  readonly population: Population;
  readonly risk: RiskProcess;
  readonly trust: Trust;
  readonly gp: Gp;
  readonly services: readonly PathwayService[];
  readonly crisis: CrisisProcess;
  readonly costs: Costs;
  /** What a year of life is worth by severity; `undefined`: quality of life is not counted. */
  readonly quality_of_life: QualityOfLife | undefined;
  /** Where every number above comes from, in the order of the file. */
  readonly parameters: readonly Parameter[];
}

/** What a variant says of its own change; "" and [] where nothing is said. */
export interface About {
  /** The theme of French et al. 2019 that the change answers to. */
  readonly theme: string;
  /** Mechanisms of docs/mechanisms.md that it works through: `M43`. */
  readonly mechanisms: readonly string[];
  /** Why somebody would want it. */
  readonly why: string;
  /** What has to be bought, and what the costs do not contain. */
  readonly costs_note: string;
}

/** A number with its provenance. `value`, `low` and `high` are in the unit that the key at the end of `path` names. */
export interface Parameter {
  /** As its author writes it: `services.IAPT.triage.risk_ceiling`. */
  readonly path: string;
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** In words: "score 0 to 1", "per adult per year". */
  readonly unit: string;
  /** The law by which its uncertainty is spread between low and high. */
  readonly law: string;
  readonly source: string;
  readonly grade: Grade;
  readonly checked: Checked;
  /** Identifier in the table of evidence; "" where there is none. */
  readonly evidence: string;
  /** What a reader calls it: "IAPT takes risk up to". */
  readonly title: string;
  readonly note: string;
}

export const grades = ["French 2019", "published", "national", "open model", "survey", "assumption"] as const;
export type Grade = (typeof grades)[number];
/** "recalled" is printed "to be checked". */
export const checks = ["read", "recalled", "derived", "assumption"] as const;
export type Checked = (typeof checks)[number];
