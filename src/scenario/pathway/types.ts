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

/**
 * The care pathway in its normal form: practices, people who remember, and services, all of one kind, that take them on
 * or turn them away. Every time is in days and every rate is per day, whatever unit the file uses. `M…` are the
 * mechanisms of French et al. 2019 (docs/mechanisms.md); "neutral" is the value that switches a mechanism off.
 */
import type { Law } from "../../engine/law-types.ts";
import type { Days } from "../../engine/time.ts";
import type { Window } from "../types.ts";

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
  /** Where every number above comes from, in the order of the file. */
  readonly parameters: readonly Parameter[];
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

/** Risk to oneself: four bands, a Markov chain in continuous time whose rates depend on the state of care. */
export interface RiskProcess {
  /** Score that a person in each band presents on average, 0 to 1, ascending. */
  readonly band_scores: readonly number[];
  /** Standard deviation over people of their own lasting deviation from it. */
  readonly own_sd: number;
  /** Rate to the next band up and down, per day, without care and without waiting. */
  readonly up_per_day: number;
  readonly down_per_day: number;
  /** The rate up as a multiple while waiting or in the gap (M47, wait_escalate). Neutral: 1. */
  readonly up_waiting_ratio: number;
  readonly up_gap_ratio: number;
  /** The rate down as a multiple in treatment, and while held or in a GP's plan (M43). Neutral: 1. */
  readonly down_treatment_ratio: number;
  readonly down_held_ratio: number;
  /** Crises per day, by band. */
  readonly crises_per_day: readonly number[];
}

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

/** How trust is lost and won: multiples of the hazard of disengaging, which is inversely proportional to engagement. */
export interface Trust {
  /** After each rejection (M50, rejection_HR). Neutral: 1. */
  readonly rejection: number;
  /** For each week waited (M48). Neutral: 1. */
  readonly week_waited: number;
  /** After an ending unresolved (M42, abandonment_HR). Neutral: 1. */
  readonly abandoned: number;
  /** Divisor, after each session attended: being heard (M3, M61). Neutral: 1. */
  readonly heard: number;
  /** Chance that somebody who disengages is lost to all services (M48, exit_all_prob). Neutral: 0. */
  readonly lost: number;
}

export interface Costs {
  /** All costs are in pounds of this year. */
  readonly prices_of: string;
  /** The index by which prices of other years became those of that year; "" where there were none. */
  readonly index: string;
  /** Of an average consultation; in proportion to its length. */
  readonly gp_consultation: number;
}
