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
