/** What `detail` says in the rows of the care pathway: codes, by name, and how two of them share one number. */

/** States of care: exclusive, so that person-days add up. Where several hold, the one that comes first here. */
export const careStates = [
  "crisis",
  "in_treatment",
  "held",
  "waiting_treatment",
  "waiting_assessment",
  "referred",
  "lost",
  "disengaged",
  "gp",
  "gap",
  "well",
] as const;
export type CareState = (typeof careStates)[number];
export const Care = numbered(careStates);

/** Bands of risk. */
export const bands = ["low", "moderate", "high", "very high"] as const;

/** Why a consultation took place. */
export const visits = ["routine", "planned", "crisis", "follow_up"] as const;
export const Visit = numbered(visits);

/** Who sent a letter. */
export const senders = ["gp", "self", "crisis", "service"] as const;
export const Sender = numbered(senders);
/** A letter: sender + 4 written up + 8 written down + 16 with the label. */
export const Letter = { writtenUp: 4, writtenDown: 8, labelled: 16 } as const;

/** Why a referral was rejected. */
export const reasons = [
  "too_risky",
  "not_risky_enough",
  "too_complex",
  "label",
  "does_not_fit",
  "service_full",
  "incomplete",
] as const;
export type RejectionReason = (typeof reasons)[number];
export const Reason = numbered(reasons);
/** Added to a `Reason`: turned away at assessment, the wait wasted. */
export const atAssessment = 16;

/** How a person came to leave. */
export const ways = ["left_waiting", "missed", "declined", "dropped_out", "no_longer_needed"] as const;
export const Away = numbered(ways);
/** Added to an `Away`: lost to all services. */
export const lostToAll = 16;

/** How a course ended. */
export const endings = ["completed", "dropped_out", "discharged_for_missing", "stepped_up", "stepped_down"] as const;
export const Ending = numbered(endings);

/** `detail` of an end of course: sessions × 64 + 32 if at caseness at its start + 16 if below at its end + an `Ending`. */
export const courseEnd = (ending: number, sessions: number, case_: boolean, below: boolean): number =>
  64 * sessions + (case_ ? 32 : 0) + (below ? 16 : 0) + ending;

const hundredths = 100;
const codeOfLevel = 4096;
const bandCodes = 8;
const attendanceCodes = 128;

/**
 * `detail` of a severity: PHQ-9 now, and the level to which it drifts, or at which it stands, from now on; both from 0 to
 * 27, to a hundredth.
 */
export const severityCode = (severity: number, level: number): number =>
  Math.round(severity * hundredths) * codeOfLevel + Math.round(level * hundredths);

export const severityOf = (code: number): number => Math.floor(code / codeOfLevel) / hundredths;
export const levelOf = (code: number): number => (code % codeOfLevel) / hundredths;

/** `detail` of an engagement, from 0 to 1: to a hundredth. A change too small to show in it is not written down. */
export const engagementCode = (engagement: number): number => Math.round(engagement * hundredths);
export const engagementOf = (code: number): number => code / hundredths;

/** `detail` of a contact attended: how many so far in the course (0: an assessment), and engagement after it. */
export const attendance = (sessions: number, engagement: number): number =>
  sessions * attendanceCodes + engagementCode(engagement);
export const sessionsAttended = (detail: number): number => Math.floor(detail / attendanceCodes);
export const engagementAfter = (detail: number): number => engagementOf(detail % attendanceCodes);

/** `detail` of coming into view: the band of risk, and engagement. */
export const appearance = (band: number, engagement: number): number => band + bandCodes * engagementCode(engagement);
export const bandAtStart = (detail: number): number => detail % bandCodes;
export const engagementAtStart = (detail: number): number => engagementOf(Math.floor(detail / bandCodes));

function numbered<const N extends readonly string[]>(names: N): Readonly<Record<N[number], number>> {
  return Object.fromEntries(names.map((name, i) => [name, i])) as Readonly<Record<N[number], number>>;
}
