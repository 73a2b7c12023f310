/** What is counted along the pathway: of people at their practice, and of referrals and care at a service. */
import { careStates, endings, reasons, senders, ways } from "../../records/pathway-codes.ts";

/** Of PHQ-9: none to minimal, mild, moderate, moderately severe, severe. The last has no end. */
export const severityBands = ["0_to_4", "5_to_9", "10_to_14", "15_to_19", "20_to_27"] as const;
/** Where each band ends. */
export const severityEnds = [5, 10, 15, 20] as const;

/** By practice and group. Those of the form `days x` are person-days. */
export const personCounts = [
  ...careStates.map((state) => `days ${state}` as const),
  ...severityBands.map((band) => `days of severity ${band}` as const),
  "hidden risk days",

  "consultations",
  "consultations planned",
  "consultations in crisis",
  "consultations missed",
  "consultation minutes",
  "advice minutes",
  "crises",
  "crises at the GP",
  "life events",
  "disengaged",
  "lost",
  "recalls",
  "plans",
] as const;
export type PersonCount = (typeof personCounts)[number];

/** By service, deprivation of the practice and group. */
export const serviceCounts = [
  ...senders.map((sender) => `sent by ${sender}` as const),
  "written up",
  "written down",
  "labelled",
  "passed triage",
  "accepted",
  "advised only",
  ...reasons.map((reason) => `rejected on paper ${reason}` as const),
  ...reasons.map((reason) => `rejected at assessment ${reason}` as const),
  "passed on",
  ...ways.map((way) => `withdrawn ${way}` as const),
  ...ways.map((way) => `disengaged ${way}` as const),
  "first contacts",
  "assessments attended",
  "assessments missed",
  "sessions attended",
  "sessions missed",
  "held contacts",
  "contact minutes",
  ...endings.map((ending) => `courses ${ending}` as const),
  "courses finished",
  "sessions of courses finished",
  "courses finished at caseness",
  "recovered",
  "completed unresolved",
  "holds",
  "declined",
  "referrals declined",
  "outreach",
  "told of non-engagement",
  "told of progress",
  "crises met",
  "crises diverted",
  "crises of people in treatment",
  "crises of people held",
  "A&E of people in treatment",
  "consultations of people in treatment",
  "treatment days",
  "held days",
  "endings followed for a year",
  "returns within a year",
  "stays",
  "stay days",
] as const;
export type ServiceCount = (typeof serviceCounts)[number];

export const PersonAt = numbers(personCounts);
export const ServiceAt = numbers(serviceCounts);

function numbers<const N extends readonly string[]>(names: N): Readonly<Record<N[number], number>> {
  return Object.fromEntries(names.map((name, i) => [name, i])) as Readonly<Record<N[number], number>>;
}
