/** A service, by its parts. `types.ts` says in which units, and what "neutral" is. */
import type { Law } from "../../../engine/law-types.ts";
import type { Days } from "../../../engine/time.ts";
import type { ProgrammeStart, ServiceStart } from "./start.ts";

/** A service, of whatever kind: what it does is the parts that it has. */
export interface PathwayService {
  readonly name: string;
  /** Whose budget: the name under which its costs are added up. */
  readonly payer: string;
  /** Share of practices whose patients can use it at all (M32); drawn once for each practice. Neutral: 1. */
  readonly available: number;
  /** Share of people who fit its box (M34); drawn once for each person. Neutral: 1. */
  readonly fits: number;
  /** Whether people can refer themselves. */
  readonly takes_self_referrals: boolean;
  readonly triage: Triage;
  readonly staff: readonly Staff[];
  /** Appointments at which the service sees for itself; `undefined`: straight to treatment. */
  readonly assessment: Assessment | undefined;
  /** Forms of treatment; none for a service that only meets crises. */
  readonly programmes: readonly Programme[];
  /** Stays of people in crisis, without waiting; `undefined`: none. */
  readonly stay: Stay | undefined;
  readonly waiting_list: Waiting;
  readonly hold: Hold;
  readonly feedback: Feedback;
  /** Chance that a rejected referral is passed on to the next service rather than back to the GP ("no wrong door"). Neutral: 0. */
  readonly passes_on: number;
  /** Where it is passed on to, in order: indices into `services`. */
  readonly passes_on_to: readonly number[];
  /** Cost of a contact (assessment, session, contact while held), in pounds of `costs.prices_of`. */
  readonly cost_per_contact: number;
  /** `undefined`: nobody is there at the start. */
  readonly start: ServiceStart | undefined;
}

/** On paper: the letter is all that the service sees. */
export interface Triage {
  /** From the referral to the decision. */
  readonly lasts_days: Days;
  /** Turned away as "too risky" above this score (M26, iapt_T_low). Neutral: Infinity ("none"). */
  readonly risk_ceiling: number;
  /** Turned away as "not risky enough" below this score (M25, cmht_T_high). Neutral: -Infinity ("none"). */
  readonly risk_floor: number;
  /** By group: whether it is taken whatever the score, as people with psychosis are. Neutral: false. */
  readonly exempt: readonly boolean[];
  /** Standard deviation of the reader's noise on the score. Neutral: 0. */
  readonly noise: number;
  /** By group: share of places where the service takes the group by its policy (M8); drawn once for each practice. Neutral: 1. */
  readonly accepts: readonly number[];
  /** Chance that a letter with the label is turned away for it (M4, pd_label_effect). Neutral: 0. */
  readonly label_rejection: number;
  /**
   * Chance that somebody with a difficulty of 8 is turned away as too complex when no therapist is trained; in
   * proportion to difficulty above 4, and to the share of staff not trained (M57). Neutral: 0.
   */
  readonly complexity_rejection: number;
  /** Share of letters that are incomplete and sent back. Neutral: 0. */
  readonly incomplete: number;
  /** Turned away as "service full" while so many wait for assessment. Neutral: Infinity. */
  readonly list_limit: number;
}

/** A pool of staff: capacity in time. */
export interface Staff {
  readonly name: string;
  /** Whole-time equivalents. */
  readonly wte: number;
  /** Hours with patients of one WTE, per day of the week (21 hours a week are 3). */
  readonly hours_per_day: number;
  /** Of those, trained for complex and risky patients (M57); at most `wte`. */
  readonly trained_wte: number;
  /** Change of the WTE, as a share of the present per day (M62): -0.05 per year is a shrinking service. Neutral: 0. */
  readonly growth_per_day: number;
}

export interface Assessment {
  /** Index into the service's staff. */
  readonly staff: number;
  /** Staff time of one appointment. */
  readonly session_days: Days;
  /** From the offer to the appointment; staff time is committed for so long. */
  readonly notice_days: Days;
  /** Share missed. Neutral: 0. */
  readonly dna: number;
  /** Missed appointments after which the referral is ended. */
  readonly discharge_after_dnas: number;
  /** Chance that it sees the truth about risk and not the letter (M28, M29). */
  readonly sees_truth: number;
  /** Standard deviation of its noise about the truth. Neutral: 0. */
  readonly noise: number;
  /** Whether it counts as the first treatment contact, as IAPT counts. */
  readonly is_treatment: boolean;
  /** Chance that somebody fit for treatment is seen once, advised and discharged ("assessment only"). Neutral: 0. */
  readonly advice_only: number;
}

/** A form of treatment: a course of sessions. */
export interface Programme {
  readonly name: string;
  readonly staff: number;
  /** Share of the service's people sent here after assessment, in proportion to that of the others; by group. */
  readonly share: readonly number[];
  /** People treated together; 1 is individual treatment (M51). */
  readonly group_size: number;
  /** M51. The share is multiplied by 1 + this × people waiting for treatment in the service ÷ its WTE. Neutral: 0. */
  readonly rises_with_queue: number;
  /** Staff time of one session. */
  readonly session_days: Days;
  readonly interval_days: Days;
  /** Mean of the sessions planned: 1 and a negative binomial rest of size 2, cut at the cap (iapt_sessions). 1 or more. */
  readonly sessions_mean: number;
  /** M42. Most sessions in a course, 1 or more; Infinity ("none"): no cap. */
  readonly session_cap: number;
  /** Most people at once (caseload). Infinity: limited by staff alone. */
  readonly places: number;
  /** Share of sessions missed (iapt_dna). Neutral: 0. */
  readonly dna: number;
  readonly discharge_after_dnas: number;
  /** Chance of dropping out after each session that is not the last (iapt_dropout_tx). Neutral: 0. */
  readonly drop_out: number;
  /** Drop-out of people with PD as a multiple (M10: iapt_dropout_pd_ratio). Neutral: 1. */
  readonly drop_out_pd_ratio: number;
  readonly effect: Effect;
  /** Chance that an unresolved course is followed by the next programme named in `steps_up_to`. Neutral: 0. */
  readonly step_up: number;
  readonly steps_up_to: number | undefined;
  /** Chance that a course that ends well goes on to a lighter one. Neutral: 0. */
  readonly step_down: number;
  readonly steps_down_to: number | undefined;
  /** `undefined`: nobody is there at the start. */
  readonly start: ProgrammeStart | undefined;
}

/** What a course does to severity: see docs/model.md, "A course". */
export interface Effect {
  /** Points of PHQ-9 that a full course takes off the median person, and the scale of the logistic law about it. */
  readonly gain: number;
  readonly gain_scale: number;
  /** Sessions after which 63% of the gain is reached. */
  readonly gain_sessions: number;
  /** Odds of recovery with PD, as a ratio (M10, M58: iapt_pd_or). Neutral: 1. */
  readonly pd_odds: number;
  /** How much of that difference a personalised treatment closes (M64), 0 to 1. Neutral: 0. */
  readonly gap_closure: number;
  /** Odds of recovery for each week waited for the course (wait_outcome). Neutral: 1. */
  readonly odds_per_week_waited: number;
  /** Odds of recovery of people whose letter was written down, since the therapist was not told (M29). Neutral: 1. */
  readonly odds_uninformed: number;
  /** Odds of recovery at full engagement against none (M41). Neutral: 1. */
  readonly odds_engaged: number;
  /** Share of the gain that lasts: by so much the person's own level falls (M36, iapt_relapse). */
  readonly lasts: number;
}

/** Stays of people in crisis: a crisis team's caseload, or beds. */
export interface Stay {
  readonly length: Law;
  /** Infinity: no limit. */
  readonly places: number;
  readonly cost_per_day: number;
}

/** On the waiting lists of a service, for assessment and again for treatment (the hidden wait). */
export interface Waiting {
  /** How long a person waits before they leave; `undefined`: for ever (renege_base). */
  readonly patience: Law | undefined;
  /** For each group its level of priority: 0 is served first (M46). */
  readonly priority: readonly number[];
  /** Chance that active outreach keeps somebody who is about to leave, up to a load of 85%; falls to 0 at full load (M49). Neutral: 0. */
  readonly outreach: number;
  /** Share of the time of all staff that is kept free of appointments, so that there is time for outreach (M49). Neutral: 0. */
  readonly kept_for_outreach: number;
  /** Hazard of disengaging after outreach, as a divisor (M50, encouragement_HR). Neutral: 1. */
  readonly encouragement: number;
  /** Whom freed capacity is offered to first; those who are to be held come before either. */
  readonly offers_first: "treatment" | "assessment";
  /** What happens to somebody who declines a place in a group: back on the list for another programme, or the end. */
  readonly decliners: "return to the list" | "end";
}

/** Holding after a course (M43–M45, M65): low-frequency contact, a telephone in crisis, risk watched. */
export interface Hold {
  /** By group: chance that an unresolved course is followed by holding. Neutral: 0. */
  readonly chance: readonly number[];
  /** Neutral: 0. */
  readonly lasts_days: Days;
  readonly interval_days: Days;
  readonly staff: number;
  readonly session_days: Days;
  /** Crises while held, as a multiple (M43, hold_HR). Neutral: 1. */
  readonly crisis_ratio: number;
  /** Share of crises that a call diverts from A&E (M44, crisis_line_divert). Neutral: 0. */
  readonly line_diverts: number;
  /** Hazard of disengaging after each contact, as a divisor (M3). Neutral: 1. */
  readonly encouragement: number;
}

/** What the service tells the GP (M54–M56). */
export interface Feedback {
  /** Share of GPs who hear when somebody has not engaged (M54). Neutral: 0. */
  readonly non_engagement: number;
  /** Share of GPs who hear of progress too; drawn once for each practice. Neutral: 0. */
  readonly progress: number;
  /** Crises of people in treatment whose GP hears of progress, as a multiple (M56, shared care). Neutral: 1. */
  readonly shared_care_crisis_ratio: number;
}
