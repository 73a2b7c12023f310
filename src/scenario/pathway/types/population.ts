/** Practices, and the people who belong to them. `types.ts` says in which units, and what "neutral" is. */
import type { Days } from "../../../engine/time.ts";

export interface Population {
  readonly practices: readonly Practice[];
  /** Adults among those registered, 0 to 1. */
  readonly adult_share: number;
  /**
   * M69. How much more often people of the most deprived tenth fall ill than those of the least deprived, linear by
   * decile; the total over all practices stays. Neutral: 1.
   */
  readonly deprivation_need_ratio: number;
  /** M69. The same for the odds of recovery in a course: below 1 where the most deprived recover less. Neutral: 1. */
  readonly deprivation_recovery_odds: number;
  readonly groups: readonly Group[];
}

export interface Practice {
  readonly name: string;
  readonly area: string;
  /** 1: the most deprived tenth of England; 10: the least. */
  readonly decile: number;
  /** Registered patients. */
  readonly list: number;
}

/** People who differ from other groups in what they bring, and never change group. */
export interface Group {
  /** "pd", "cmd", "smi", or one of the scenario's own. */
  readonly name: string;
  /** Share of adults who belong to it for the whole run (M1); 0 for a group whose people come as episodes. */
  readonly share_of_adults: number;
  /** Episodes of illness per adult per day (M70): each is a person who comes, and goes once well; 0 for a group that is always there. */
  readonly episodes_per_day: number;
  /** Whether its people have a personality disorder: a label that can be recognised, written down and held against them (M4, M9). */
  readonly is_pd: boolean;
  readonly severity: SeverityProcess;
  /** Share of the group in each of the four bands at the start: low, moderate, high, very high. Adds up to 1. */
  readonly risk_start: readonly number[];
  /** Rate of risk going up a band, as a multiple (M12). Neutral: 1. */
  readonly risk_up_ratio: number;
  /** SAPAS, 0 to 8, at birth and for good: mean and standard deviation before it is held within the scale. */
  readonly difficulty_mean: number;
  readonly difficulty_sd: number;
  /** Trust that services will help, 0 to 1, at the start (M3). */
  readonly engagement_start: number;
  /** Consultations per person per day without need (M16). */
  readonly consultations_per_day: number;
  /** How many times more often someone with need consults. Neutral: 1. */
  readonly consultations_with_need_ratio: number;
  /** Length of a consultation as a multiple of `gp.consultation_days` (M13, M15). Neutral: 1. */
  readonly consultation_length_ratio: number;
  /** Missed consultations as a multiple of `gp.dna` (M18). Neutral: 1. */
  readonly gp_dna_ratio: number;
  /** Referrals of oneself, where a service takes them, per day with need and without care (iapt_self_ref). Neutral: 0. */
  readonly self_referrals_per_day: number;
  /** Chance that the GP sees the need in a consultation (M67, M11). Neutral: 1. */
  readonly need_seen: number;
  /** Chance that a GP who sees need acts on it in this consultation rather than waits (M68, M11). */
  readonly gp_acts: number;
  /** Chance of agreeing to a referral that the GP proposes, at the trust that the group starts with (M19, M50). Neutral: 1. */
  readonly accepts_referral: number;
  /** Services the GP thinks of, in order of preference (M7, M63). */
  readonly policy: readonly PolicyStep[];
  /** Hazard of leaving a waiting list, as a multiple (M48, renege_pd_mult). Neutral: 1. */
  readonly leaving_ratio: number;
  /** Chance of taking up a place offered for individual treatment (M19). Neutral: 1. */
  readonly individual_take_up: number;
  /** Chance of taking up a place in a group (M52). Neutral: 1. */
  readonly group_take_up: number;
  /** Crises per day as a multiple of `risk.crises_per_day` (M12). Neutral: 1. */
  readonly crisis_ratio: number;
  /** Events of life (debt, violence, loss) per day, each of which worsens things (M12). Neutral: 0. */
  readonly life_events_per_day: number;
  /** Of a group whose people come as episodes: who is there when a run starts from today; `undefined`: nobody. */
  readonly start: { readonly in_need: number } | undefined;
}

/** Severity, PHQ-9 from 0 to 27: drifts to the person's own level; sessions lower it, events of life and crises raise it. */
export interface SeverityProcess {
  /** The person's own level: mean and standard deviation before it is held within 0 to 27. */
  readonly level_mean: number;
  readonly level_sd: number;
  /** At the start of the run or of the episode, likewise. */
  readonly start_mean: number;
  readonly start_sd: number;
  /** The distance to the own level falls by a factor e in this time (spont_remission, pd_natural). */
  readonly drift_days: Days;
}

/** One entry in the order of preference of a GP: a service, and for whom they think of it. */
export interface PolicyStep {
  /** Index into `services`. */
  readonly service: number;
  /** Smaller comes first; equal ranks in the order of the file. Neutral: 0. */
  readonly rank: number;
  /** The GP thinks of it for a risk, as the GP sees it, from … up to … (score 0 to 1). Neutral: 0 and 1. */
  readonly from_risk: number;
  readonly up_to_risk: number;
  /** Chance that the GP knows of it and thinks of it (M5, M22, M23). Neutral: 1. */
  readonly known: number;
}
