/** Figures of a pathway: of people, by group and deprivation; of services, by group; and what they cost. */
import type { Legend } from "../../records/legend.ts";
import { careStates, endings, reasons, senders, ways } from "../../records/pathway-codes.ts";
import { type Emit, emitWaits, type Figure } from "../figures.ts";
import { Histogram } from "../histogram.ts";
import { segmentsOf } from "../segments.ts";
import { PersonAt, type PersonCount, personCounts, ServiceAt, type ServiceCount, serviceCounts } from "./counts.ts";
import { emitCosts } from "./costs.ts";
import { mostKnockBacks, type PathwayReader } from "./reader.ts";
import type { Waits } from "./waits.ts";

const daysPerYear = 365;
const minutesPerHour = 60;
/** Deciles of deprivation up to this one count as the more deprived: French 2019 has 4 of 12 practices there. */
const deprivedUpTo = 4;
/** States without need, or with some service: the gap is all the others (design: definitions). */
const withoutService = ["gap", "gp", "disengaged", "lost"] as const;

/** Emits every figure of a run, always in the same order for the same legend. */
export function pathwayFigures(reader: PathwayReader, emit: Emit): void {
  const { legend, ends } = reader;
  legend.windows.forEach((window, w) => {
    const segments = segmentsOf(window, ends);
    const days = window.to_day - window.from_day;
    for (const { name: group, members } of groupsOf(legend)) {
      for (const { name: place, practices } of placesOf(reader)) {
        const cells = practices.flatMap((practice) =>
          members.map((member) => practice * legend.groups.length + member),
        );
        const figure: Figure = (measure, estimand, statistic, unit, value) =>
          emit({ window: window.name, place, group, measure, estimand, statistic, unit }, value);
        emitPeople(reader, { w, segments, days, cells }, figure);
      }
      reader.pathway.services.forEach((_, service) => {
        const cells = members.map((member) => service * legend.groups.length + member);
        const place = legend.places[service]!.name;
        const figure: Figure = (measure, estimand, statistic, unit, value) =>
          emit({ window: window.name, place, group, measure, estimand, statistic, unit }, value);
        emitService(reader, service, { w, segments, days, cells }, figure);
        if (group === "all") emitStaff(reader, service, segments, figure);
      });
      emitCosts(reader, segments, members, (measure, estimand, statistic, unit, value) =>
        emit({ window: window.name, place: "all practices", group, measure, estimand, statistic, unit }, value),
      );
    }
  });
}

/** A window, with the cells whose sum is wanted. */
interface Part {
  readonly w: number;
  readonly segments: readonly number[];
  readonly days: number;
  readonly cells: readonly number[];
}

function groupsOf({ groups }: Legend): { readonly name: string; readonly members: readonly number[] }[] {
  const each = groups.map((name, member) => ({ name, members: [member] }));
  return groups.length === 1
    ? [{ name: "all", members: [0] }]
    : [{ name: "all", members: [...groups.keys()] }, ...each];
}

function placesOf({ pathway: { practices } }: PathwayReader) {
  const those = (name: string, isIn: (decile: number) => boolean) => ({
    name,
    practices: practices.flatMap(({ decile }, practice) => (isIn(decile) ? [practice] : [])),
  });
  return [
    those("all practices", () => true),
    those("more deprived practices", (decile) => decile <= deprivedUpTo),
    those("less deprived practices", (decile) => decile > deprivedUpTo),
  ];
}

function emitPeople(reader: PathwayReader, part: Part, figure: Figure): void {
  const total = (what: PersonCount): number => sumOf(reader.people, part, personCounts.length, PersonAt[what]);
  const states = careStates.map((state) => total(`days ${state}`));
  const all = states.reduce((sum, days) => sum + days, 0);
  careStates.forEach((state, i) => {
    figure("person_days", state, "sum", "person-days", states[i]!);
    figure("person_days", state, "share", "proportion", states[i]! / all);
  });
  figure("person_days", "all", "sum", "person-days", all);
  const gap = withoutService.reduce((sum, state) => sum + total(`days ${state}`), 0);
  const years = all / daysPerYear;
  figure("days_in_the_gap", "events", "sum", "person-days", gap);
  figure("days_in_the_gap", "events", "per_person_year", "days", gap / years);
  figure("hidden_risk_days", "events", "sum", "person-days", total("hidden risk days"));
  figure("hidden_risk_days", "events", "per_person_year", "days", total("hidden risk days") / years);
  const count = (measure: string, what: PersonCount, estimand = "events", unit = "events"): void => {
    figure(measure, estimand, "count", unit, total(what));
    figure(measure, estimand, "per_person_year", unit, total(what) / years);
  };
  count("gp_consultations", "consultations", "attended");
  count("gp_consultations", "consultations planned", "planned");
  count("gp_consultations", "consultations in crisis", "crisis");
  count("gp_consultations", "consultations missed", "missed");
  figure(
    "gp_consultations",
    "missed",
    "share",
    "proportion",
    total("consultations missed") / (total("consultations missed") + total("consultations")),
  );
  count("gp_minutes", "consultation minutes", "consultations", "minutes");
  count("gp_minutes", "advice minutes", "advice", "minutes");
  count("crises", "crises");
  count("crises", "crises at the GP", "met_by_gp");
  count("life_events", "life events");
  count("disengaged", "disengaged");
  count("lost", "lost");
  count("recalls", "recalls");
  count("plans", "plans");
  emitKnockBacks(reader, part, figure);
  emitWaitsOf(reader.help, "wait_from_help_seeking", reader.legend, part, figure);
  emitWaitsOf(reader.search, "wait_from_first_referral", reader.legend, part, figure);
}

function emitKnockBacks({ knockBacks }: PathwayReader, { w, cells }: Part, figure: Figure): void {
  const people = new Float64Array(mostKnockBacks + 1);
  for (const cell of cells) people.forEach((_, n) => (people[n]! += knockBacks[w]![cell * (mostKnockBacks + 1) + n]!));
  const all = people.reduce((sum, number) => sum + number, 0);
  const knocks = people.reduce((sum, number, n) => sum + n * number, 0);
  figure("knock_backs", "people", "count", "people", all);
  figure("knock_backs", "people", "mean", "knock-backs", knocks / all);
  figure("knock_backs", "people", "share_0", "proportion", people[0]! / all);
  figure("knock_backs", "people", "share_1", "proportion", people[1]! / all);
  figure("knock_backs", "people", "share_2", "proportion", people[2]! / all);
  figure("knock_backs", "people", "share_3_or_more", "proportion", (all - people[0]! - people[1]! - people[2]!) / all);
}

function emitService(reader: PathwayReader, service: number, part: Part, figure: Figure): void {
  const { has_referrals, has_stays } = reader.pathway.services[service]!;
  const total = (what: ServiceCount): number => sumOf(reader.services, part, serviceCounts.length, ServiceAt[what]);
  const count = (measure: string, estimand: string, what: ServiceCount): void =>
    figure(measure, estimand, "count", "events", total(what));
  count("crises", "met", "crises met");
  if (has_stays) {
    count("stays", "events", "stays");
    figure("stays", "days", "sum", "person-days", total("stay days"));
    figure("stays", "days", "mean", "people", total("stay days") / part.days);
  }
  if (has_referrals) {
    emitReferrals(total, figure);
    emitCare(total, figure);
    emitWaitsOf(reader.first, "wait_to_first_treatment", reader.legend, part, figure);
    emitWaitsOf(reader.hidden, "hidden_wait", reader.legend, part, figure);
  }
}

type Total = (what: ServiceCount) => number;

function emitReferrals(total: Total, figure: Figure): void {
  const sum = (measure: string, of: readonly (readonly [string, ServiceCount])[]): number => {
    const all = of.reduce((so_far, [, what]) => so_far + total(what), 0);
    for (const [estimand, what] of of) figure(measure, estimand, "count", "events", total(what));
    figure(measure, "all", "count", "events", all);
    return all;
  };
  const sent = sum(
    "referrals",
    senders.map((sender) => [`by_${sender}`, `sent by ${sender}`]),
  );
  figure("referrals", "by_self", "share", "proportion", total("sent by self") / sent);
  for (const what of ["written up", "written down", "labelled"] as const) {
    figure("letters", what.replace(" ", "_"), "count", "events", total(what));
  }
  const paper = sum(
    "rejections_on_paper",
    reasons.map((reason) => [reason, `rejected on paper ${reason}`]),
  );
  const seen = sum(
    "rejections_at_assessment",
    reasons.map((reason) => [reason, `rejected at assessment ${reason}`]),
  );
  sum(
    "withdrawals",
    ways.map((way) => [way, `withdrawn ${way}`]),
  );
  sum(
    "disengaged",
    ways.map((way) => [way, `disengaged ${way}`]),
  );
  const accepted = total("accepted");
  figure("acceptances", "events", "count", "events", accepted);
  figure("acceptances", "advised_only", "count", "events", total("advised only"));
  figure("acceptances", "decided", "share", "proportion", accepted / (accepted + paper + seen));
  figure("acceptances", "on_paper", "share", "proportion", total("passed triage") / (total("passed triage") + paper));
  figure("entered_treatment", "sent", "share", "proportion", total("first contacts") / sent);
  figure("finished_treatment", "sent", "share", "proportion", total("courses finished") / sent);
}

function emitCare(total: Total, figure: Figure): void {
  const count = (measure: string, estimand: string, what: ServiceCount): void =>
    figure(measure, estimand, "count", "events", total(what));
  const ratio = (measure: string, estimand: string, statistic: string, unit: string, a: number, b: number): void =>
    figure(measure, estimand, statistic, unit, a / b);
  count("assessments", "attended", "assessments attended");
  count("assessments", "missed", "assessments missed");
  count("treatment_sessions", "attended", "sessions attended");
  count("treatment_sessions", "missed", "sessions missed");
  const [attended, missed] = [total("sessions attended"), total("sessions missed")];
  ratio("treatment_sessions", "missed", "share", "proportion", missed, attended + missed);
  for (const ending of endings) count("courses", ending, `courses ${ending}`);
  count("courses", "finished", "courses finished");
  const ended = endings.slice(0, 3).reduce((sum, ending) => sum + total(`courses ${ending}`), 0);
  ratio("courses", "dropped_out", "share", "proportion", ended - total("courses completed"), ended);
  ratio(
    "contacts_per_course",
    "finished",
    "mean",
    "contacts",
    total("sessions of courses finished"),
    total("courses finished"),
  );
  count("recovered", "events", "recovered");
  count("recovered", "denominator", "courses finished at caseness");
  ratio(
    "recovered",
    "finished_at_caseness",
    "share",
    "proportion",
    total("recovered"),
    total("courses finished at caseness"),
  );
  count("abandoned", "completed_unresolved", "completed unresolved");
  count("declined", "events", "declined");
  count("outreach", "events", "outreach");
  count("holds", "events", "holds");
  figure("holds", "days", "sum", "person-days", total("held days"));
  count("feedback", "non_engagement", "told of non-engagement");
  count("feedback", "progress", "told of progress");
  count("crises", "diverted", "crises diverted");
  const years = total("treatment days") / daysPerYear;
  figure("treatment_days", "events", "sum", "person-days", total("treatment days"));
  ratio("crises", "in_treatment", "per_person_year", "events", total("crises of people in treatment"), years);
  ratio("crises", "in_treatment_at_a_and_e", "per_person_year", "events", total("A&E of people in treatment"), years);
  ratio(
    "gp_consultations",
    "in_treatment",
    "per_person_year",
    "events",
    total("consultations of people in treatment"),
    years,
  );
  figure("contact_hours", "attended", "sum", "hours", total("contact minutes") / minutesPerHour);
}

function emitStaff(
  { pathway, committed, available }: PathwayReader,
  service: number,
  segments: readonly number[],
  figure: Figure,
): void {
  if (!pathway.services[service]!.has_staff) return;
  const sum = (of: readonly Float64Array[]): number =>
    segments.reduce((all, segment) => all + of[segment]![service]!, 0);
  figure("staff_hours", "available", "sum", "hours", sum(available) / minutesPerHour);
  figure("staff_hours", "committed", "sum", "hours", sum(committed) / minutesPerHour);
  figure("staff_utilisation", "time_weighted", "mean", "proportion", sum(committed) / sum(available));
}

/** Every estimand of a wait, the official one among courses finished, and the honest one among all that began. */
function emitWaitsOf(waits: Waits, measure: string, legend: Legend, { segments, cells }: Part, figure: Figure): void {
  const limits = legend.wait_limits_days;
  const parts = segments.map((segment) => waits.segments[segment]!);
  emitWaits(limits, parts, cells, figure, measure);
  const finished = new Histogram(limits);
  for (const part of parts) for (const cell of cells) finished.addAll(part.finished[cell]!);
  figure(measure, "finished_courses", "count", "people", finished.count);
  figure(measure, "finished_courses", "mean", "days", finished.mean);
  limits.forEach((limit, i) => {
    const sum = (of: "followed" | "startedBy"): number =>
      parts.reduce((all, part) => cells.reduce((so_far, cell) => so_far + part[of][cell * limits.length + i]!, all), 0);
    figure(measure, "finished_courses", `share_within_${limit}`, "proportion", finished.within[i]! / finished.count);
    figure(measure, "all_begun", `share_within_${limit}`, "proportion", sum("startedBy") / sum("followed"));
  });
}

function sumOf(
  of: readonly Float64Array[],
  { segments, cells }: Pick<Part, "segments" | "cells">,
  width: number,
  what: number,
): number {
  let sum = 0;
  for (const segment of segments) for (const cell of cells) sum += of[segment]![cell * width + what]!;
  return sum;
}
