/** General practice: consultations, letters, and what GPs do themselves. `types.ts` says in which units, and what "neutral" is. */
import type { Days } from "../../../engine/time.ts";

export interface Gp {
  /** Registered patients for each GP (whole-time equivalent): by it a practice's rejections are shared out (M30). */
  readonly patients_per_gp: number;
  /** Mean length of a consultation. */
  readonly consultation_days: Days;
  /** Coefficient of variation of its length (M13). Neutral: 0. */
  readonly consultation_cv: number;
  /** Share of consultations missed (M18). Neutral: 0. */
  readonly dna: number;
  /** Chance that a consultation leaves a problem over, to be dealt with in another (M14). Neutral: 0. */
  readonly follow_up: number;
  readonly follow_up_days: Days;
  /** Standard deviation of what the GP takes the risk to be, and writes, about the truth. Neutral: 0. */
  readonly risk_noise: number;
  readonly recognition: Recognition;
  readonly framing: Framing;
  /** Referrals that the GP makes in one spell before holding the person (M31). Whole; Infinity: no limit. */
  readonly tries: number;
  /** Chance that a GP whose referral in this spell came to nothing acts at a consultation, where they would not have otherwise (M31). Neutral: 0. */
  readonly persists: number;
  /** From a rejection, or an end of care, to the next referral at the earliest (M31, requeue_delay). Neutral: 0. */
  readonly between_referrals_days: Days;
  /** After this long without a referral a new spell begins: knock-backs are forgotten and tries are counted anew. */
  readonly spell_days: Days;
  /** Chance that the GP picks among all services at random, since guidance changes (M5, M24). Neutral: 0. */
  readonly misreferral: number;
  readonly advice: Advice;
  readonly plan: Plan;
  /** How often a GP who was told that somebody has disengaged calls them back (M21, M54), per day. Neutral: 0. */
  readonly recalls_per_day: number;
  /** Share of consultations kept up while disengaged (M48). Neutral: 1. */
  readonly disengaged_consultation_ratio: number;
}

/** Whether the GP perceives a personality disorder (M9, M66). */
export interface Recognition {
  /** Chance that it is known from the start. */
  readonly at_start: number;
  /** Chance that it is recognised in a consultation in which it was not known before (M66). Neutral: 0. */
  readonly per_contact: number;
  /** Chance that somebody without it is taken to have it (M9). Neutral: 0. */
  readonly false_positive: number;
  /** Chance that the label, where perceived, is written in an honest letter (M4). Neutral: 0. */
  readonly label_in_letter: number;
}

/** What GPs write when they know the hoops (M28–M30). */
export interface Framing {
  /** Chance of writing risk up to a service with a floor, once the hoops are known (M28). Neutral: 0. */
  readonly write_up: number;
  /** By how much, on the score from 0 to 1. Neutral: 0. */
  readonly write_up_by: number;
  /** Chance of writing risk down, and leaving the label out, to a service with a ceiling (M29). Neutral: 0. */
  readonly write_down: number;
  readonly write_down_by: number;
  /**
   * Learning (M30): after n such rejections for each GP of the practice the chance is the one above times
   * 1 - (1 - learning)^n. 1: learned at the first; 0: never.
   */
  readonly learning: number;
}

/** Advice from an expert before a referral (M39; cf. the hub of Healey 2021). */
export interface Advice {
  /** Chance that the GP asks before a referral. Neutral: 0. */
  readonly chance: number;
  /** GP's time for it. */
  readonly lasts_days: Days;
  /** Chance that advice saves a referral that would have been rejected on paper. Neutral: 0. */
  readonly saves: number;
}

/** The GP's own management (M35, M37, M38, M40): fixed dates with the same clinician, and boundaries. */
export interface Plan {
  /** Chance that a GP with no service left to try makes one (M35). Neutral: 0. */
  readonly chance: number;
  /** From one fixed date to the next (M37). */
  readonly interval_days: Days;
  readonly lasts_days: Days;
  /** Crises and events while it lasts, as a multiple (M37, continuity_effect). Neutral: 1. */
  readonly crisis_ratio: number;
  /** Unplanned consultations while it lasts, as a multiple (M38). Neutral: 1. */
  readonly contact_ratio: number;
  /** Trust after each date kept, as a divisor of the hazard of disengaging (M3). Neutral: 1. */
  readonly encouragement: number;
  /** Time of the practice team for each person with a plan, per fixed date (M40). Neutral: 0. */
  readonly team_days: Days;
  /** What the team's meeting does to crises, as a further multiple (M40). Neutral: 1. */
  readonly team_crisis_ratio: number;
}
