/**
 * Time and order. The only unit of time inside `src/` is the day, counted from the start of the run.
 */

/** Simulated time and durations, in days. */
export type Days = number;

/**
 * What goes first when several events share an instant; smaller goes first.
 * Within a phase the smaller number (of the person, or of the source) goes first.
 */
export const Phase = {
  /** Servers come free and rotas change, so that whoever waits can be offered the place. */
  release: 0,
  /** People whose patience has run out leave, after the place was offered and before newcomers join. */
  leave: 1,
  /** Everything else a person does: arriving, moving on. */
  act: 2,
  /** Observers look last, at a state that has settled. */
  observe: 3,
} as const;
export type Phase = (typeof Phase)[keyof typeof Phase];
