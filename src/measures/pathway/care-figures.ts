/** Figures of care: appointments, courses and how they ended, recovery, holds, and the staff it takes. */
import { endings } from "../../records/pathway-codes.ts";
import type { Figure } from "../figures.ts";
import type { ServiceCount } from "./counts.ts";
import type { ServiceTotal } from "./part.ts";
import { daysPerYear } from "./people-figures.ts";
import type { PathwayReader } from "./reader.ts";

const minutesPerHour = 60;

export function emitCare(total: ServiceTotal, figure: Figure): void {
  const count = (measure: string, estimand: string, what: ServiceCount): void =>
    figure(measure, estimand, "count", "events", total(what));
  count("assessments", "attended", "assessments attended");
  count("assessments", "missed", "assessments missed");
  count("treatment_sessions", "attended", "sessions attended");
  count("treatment_sessions", "missed", "sessions missed");
  const [attended, missed] = [total("sessions attended"), total("sessions missed")];
  figure("treatment_sessions", "missed", "share", "proportion", missed / (attended + missed));
  emitCourses(total, figure);
  count("declined", "events", "declined");
  count("declined", "referrals", "referrals declined");
  count("outreach", "events", "outreach");
  count("feedback", "non_engagement", "told of non-engagement");
  count("feedback", "progress", "told of progress");
  emitWhileInCare(total, figure);
  figure("contact_hours", "attended", "sum", "hours", total("contact minutes") / minutesPerHour);
}

function emitCourses(total: ServiceTotal, figure: Figure): void {
  for (const ending of endings) figure("courses", ending, "count", "events", total(`courses ${ending}`));
  const finished = total("courses finished");
  const completed = total("courses completed");
  const ended = endings.slice(0, 3).reduce((sum, ending) => sum + total(`courses ${ending}`), 0);
  const cases = total("courses finished at caseness");
  figure("courses", "finished", "count", "events", finished);
  figure("courses", "dropped_out", "share", "proportion", (ended - completed) / ended);
  figure("contacts_per_course", "finished", "mean", "contacts", total("sessions of courses finished") / finished);
  figure("recovered", "events", "count", "events", total("recovered"));
  figure("recovered", "denominator", "count", "events", cases);
  figure("recovered", "finished_at_caseness", "share", "proportion", total("recovered") / cases);
  figure("abandoned", "completed_unresolved", "count", "events", total("completed unresolved"));
  figure("abandoned", "completed", "share", "proportion", total("completed unresolved") / completed);
  const followed = total("endings followed for a year");
  figure("returns", "endings_followed", "count", "events", total("returns within a year"));
  figure("returns", "endings_followed", "share", "proportion", total("returns within a year") / followed);
}

/** Days in courses and holds, and what happened on them, whoever met it. */
function emitWhileInCare(total: ServiceTotal, figure: Figure): void {
  const [treated, held] = [total("treatment days"), total("held days")];
  const rate = (measure: string, estimand: string, what: ServiceCount, days: number): void =>
    figure(measure, estimand, "per_person_year", "events", (total(what) / days) * daysPerYear);
  figure("treatment_days", "events", "sum", "person-days", treated);
  figure("holds", "events", "count", "events", total("holds"));
  figure("holds", "days", "sum", "person-days", held);
  figure("crises", "diverted", "count", "events", total("crises diverted"));
  figure("crises", "held", "count", "events", total("crises of people held"));
  rate("crises", "held", "crises of people held", held);
  rate("crises", "in_treatment", "crises of people in treatment", treated);
  rate("crises", "in_treatment_at_a_and_e", "A&E of people in treatment", treated);
  rate("gp_consultations", "in_treatment", "consultations of people in treatment", treated);
}

export function emitStays(total: ServiceTotal, days: number, figure: Figure): void {
  figure("stays", "events", "count", "events", total("stays"));
  figure("stays", "days", "sum", "person-days", total("stay days"));
  figure("stays", "days", "mean", "people", total("stay days") / days);
}

export function emitStaff(
  { pathway, staff }: PathwayReader,
  service: number,
  segments: readonly number[],
  figure: Figure,
): void {
  if (!pathway.services[service]!.has_staff) return;
  const sum = (of: readonly Float64Array[]): number =>
    segments.reduce((all, segment) => all + of[segment]![service]!, 0);
  const [available, committed] = [sum(staff.available), sum(staff.committed)];
  figure("staff_hours", "available", "sum", "hours", available / minutesPerHour);
  figure("staff_hours", "committed", "sum", "hours", committed / minutesPerHour);
  figure("staff_utilisation", "time_weighted", "mean", "proportion", committed / available);
}
