/** What the numbers in a log mean: the names behind its indices, and what a reader needs to know of the run. */
import type { Days } from "../engine/time.ts";

export interface Legend {
  readonly places: readonly LegendPlace[];
  readonly groups: readonly string[];
  readonly exits: readonly string[];
  readonly horizon: Days;
  readonly windows: readonly { readonly name: string; readonly from_day: Days; readonly to_day: Days }[];
  /** Limits for which the share of waits within them is reported. */
  readonly wait_limits_days: readonly Days[];
  /** Of a care pathway only: its places are services, then programmes, then practices. */
  readonly pathway?: LegendPathway;
}

export interface LegendPathway {
  readonly services: readonly LegendService[];
  readonly programmes: readonly LegendProgramme[];
  readonly practices: readonly { readonly name: string; readonly decile: number }[];
  /** By group: whether its people have a personality disorder. */
  readonly pd_groups: readonly boolean[];
  /** By group: the time in which severity covers all but 1/e of the way to its level. */
  readonly drift_days: readonly Days[];
  /** Where quality of life is asked for. */
  readonly quality_of_life: LegendQuality | undefined;
  readonly consultation_pounds_per_minute: number;
  readonly prices_of: string;
}

/** Utilities, where 1 is full health. */
export interface LegendQuality {
  /** By band of severity: PHQ-9 below 5, 10, 15, 20, and above. */
  readonly by_severity: readonly number[];
  /** For people with a personality disorder, as a multiple. */
  readonly pd_ratio: number;
}

/** What figures need to know of a service; minutes are of staff with patients, money is in pounds. */
export interface LegendService {
  /** Whose budget. */
  readonly payer: string;
  /** Services that it may pass referrals on to, in order. */
  readonly passes_on_to: readonly number[];
  readonly pounds_per_contact: number;
  readonly pounds_per_day_of_stay: number;
  readonly has_stays: boolean;
  readonly has_referrals: boolean;
  readonly has_staff: boolean;
  /** Whether an attended assessment counts as the first treatment contact. */
  readonly assessment_is_treatment: boolean;
  readonly assessment_minutes: number;
  readonly hold_minutes: number;
  /** Committed while an assessment is booked, and while a person is held. */
  readonly assessment_minutes_per_week: number;
  readonly hold_minutes_per_week: number;
}

export interface LegendProgramme {
  readonly service: number;
  readonly session_minutes: number;
  readonly group_size: number;
  /** Committed for each person in a course. */
  readonly minutes_per_week: number;
}

export interface LegendPlace {
  readonly name: string;
  /** Whether there is a limit to the servers; without one nobody waits and utilisation means nothing. */
  readonly limited: boolean;
  /** Whether the servers on duty change. */
  readonly rota: boolean;
  /** Whether people come for courses of sessions. */
  readonly courses: boolean;
  /** Where people can go from here: a place, or places.length + an exit; ascending. */
  readonly destinations: readonly number[];
}
