/** Crises, and what all of it costs. `types.ts` says in which units, and what "neutral" is. */
import type { Days } from "../../../engine/time.ts";

export interface CrisisProcess {
  /** Points of PHQ-9 that a crisis adds, and an event of life. Neutral: 0. */
  readonly adds_severity: number;
  readonly life_event_adds_severity: number;
  /** Chance that an event of life is a crisis at once (M12). Neutral: 0. */
  readonly life_event_is_crisis: number;
  /** Chance that a crisis raises risk by a band. Neutral: 0. */
  readonly raises_risk: number;
  /** Crises while waiting, as a multiple (M47). Neutral: 1. */
  readonly waiting_ratio: number;
  /** Crises while in treatment, as a multiple. Neutral: 1. */
  readonly treatment_ratio: number;
  /** Crises and consultations after care that ended unresolved, as a multiple, for so long (M17, M42). Neutral: 1. */
  readonly after_ending_ratio: number;
  readonly after_ending_days: Days;
  /** The same after a crisis whose help was refused (M20). Neutral: 1. */
  readonly loop_ratio: number;
  readonly loop_days: Days;
  /** Where a crisis is met, by band: shares that add up to 1 in each (M20). */
  readonly routes: readonly CrisisRoute[];
  /** Chance that a crisis is followed by the offer of a referral. */
  readonly offers_referral: number;
  /** To which service: index. */
  readonly referral_to: number;
  /** By group: chance that the offer is accepted (M19, M20: package_accept). Neutral: 1. */
  readonly accepts_package: readonly number[];
}

export interface CrisisRoute {
  /** Index into `services`, or -1: the GP. */
  readonly to: number;
  /** Share of crises, by band of risk. */
  readonly share: readonly number[];
}

export interface Costs {
  /** All costs are in pounds of this year. */
  readonly prices_of: string;
  /** The index by which prices of other years became those of that year; "" where there were none. */
  readonly index: string;
  /** Of an average consultation; in proportion to its length. */
  readonly gp_consultation: number;
}

/** Utilities for quality-adjusted life years (M2): 1 is full health. */
export interface QualityOfLife {
  /** By severity, PHQ-9: 0 to 4, 5 to 9, 10 to 14, 15 to 19, 20 and above (util_dep). */
  readonly by_severity: readonly number[];
  /** With a personality disorder, as a multiple (util_pd). Neutral: 1. */
  readonly pd_ratio: number;
}
