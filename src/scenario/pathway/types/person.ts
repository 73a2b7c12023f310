/** What changes in a person over time: risk, and trust. `types.ts` says in which units, and what "neutral" is. */

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
