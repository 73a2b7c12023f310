/** Who is there when a run starts from today. `types.ts` says in which units. */
import type { StartWaited } from "../../types.ts";

/** People on a waiting list on day 0. */
export interface ListAtStart {
  /** By group: those who join it on day 0, as if they had come at that instant. */
  readonly waiting: readonly number[];
  /** Those who have waited for some days, those who have waited longest first. */
  readonly waited: readonly StartWaited[];
}

/** On the list for assessment; and with which risk, as their letter told it, people were let into the service (score). */
export interface ServiceStart extends ListAtStart {
  /** As `triage.risk_floor`, which it is unless given. */
  readonly from_risk: number;
  /** As `triage.risk_ceiling`, which it is unless given. */
  readonly up_to_risk: number;
}

export interface ProgrammeStart extends ListAtStart {
  /** By group: people in a course. */
  readonly in_treatment: readonly number[];
}
