/**
 * Each person's clocks, in the order of the table of happenings in `run.ts`; the person's one pending event is the
 * earliest of them.
 *
 * The first are hazards: the person has drawn a target, a unit exponential; exposure adds up at a rate that depends on
 * their state, and the event falls when it reaches the target. The same person has the same targets in every scenario.
 * The others ring on a date.
 */
export const Clock = {
  consult: 0,
  selfReferral: 1,
  lifeEvent: 2,
  crisis: 3,
  riskUp: 4,
  riskDown: 5,
  recall: 6,
  /** Severity crosses caseness. */
  need: 7,
  followUp: 8,
  plannedDate: 9,
  /** The next step of care: what it is says `people.step`. */
  step: 10,
  patience: 11,
  /** A stay with a crisis service ends. */
  stayEnds: 12,
  /** The time of more crises after an ending is over. */
  calm: 13,
} as const;
export type Clock = (typeof Clock)[keyof typeof Clock];
export const clocks = 14;
export const hazards = 7;

/** What the clock `step` rings for. */
export const Step = { triage: 0, assess: 1, session: 2, contact: 3 } as const;
