/** Figures of people: days in each state, the gap, GP work, crises, knock-backs, waits from first help-seeking. */
import { careStates } from "../../records/pathway-codes.ts";
import type { Figure } from "../figures.ts";
import type { PersonCount } from "./counts.ts";
import type { Part, PersonTotal } from "./part.ts";
import { mostKnockBacks, type PeopleReader } from "./people.ts";
import type { PathwayReader } from "./reader.ts";
import { emitQuality } from "./severity-figures.ts";
import { emitPathwayWaits } from "./wait-figures.ts";

export const daysPerYear = 365;
/** States with need and without referral, treatment or hold: the gap of the design. */
const withoutService = ["gap", "gp", "disengaged", "lost"] as const;

export function emitPeople({ people, legend, pathway }: PathwayReader, part: Part, figure: Figure): void {
  const total: PersonTotal = (what) => people.counts.total(part, what);
  const days = emitStates(total, figure);
  const years = days / daysPerYear;
  emitGap(total, days, figure);
  const count = (measure: string, what: PersonCount, estimand = "events", unit = "events"): void => {
    figure(measure, estimand, "count", unit, total(what));
    figure(measure, estimand, "per_person_year", unit, total(what) / years);
  };
  emitConsultations(total, years, figure);
  count("gp_minutes", "consultation minutes", "consultations", "minutes");
  count("gp_minutes", "advice minutes", "advice", "minutes");
  count("crises", "crises");
  count("crises", "crises at the GP", "met_by_gp");
  count("life_events", "life events");
  emitQuality(pathway, people, legend, part, figure);
  count("disengaged", "disengaged");
  count("lost", "lost");
  count("recalls", "recalls");
  count("plans", "plans");
  emitKnockBacks(people, part, figure);
  emitPathwayWaits(people.help, "wait_from_help_seeking", legend, part, figure);
  emitPathwayWaits(people.search, "wait_from_first_referral", legend, part, figure);
}

/** Returns the days of all states. */
function emitStates(total: PersonTotal, figure: Figure): number {
  const states = careStates.map((state) => total(`days ${state}`));
  const all = states.reduce((sum, days) => sum + days, 0);
  careStates.forEach((state, i) => {
    figure("person_days", state, "sum", "person-days", states[i]!);
    figure("person_days", state, "share", "proportion", states[i]! / all);
  });
  figure("person_days", "all", "sum", "person-days", all);
  return all;
}

function emitGap(total: PersonTotal, days: number, figure: Figure): void {
  const years = days / daysPerYear;
  const gap = withoutService.reduce((sum, state) => sum + total(`days ${state}`), 0);
  figure("days_in_the_gap", "events", "sum", "person-days", gap);
  figure("days_in_the_gap", "events", "per_person_year", "days", gap / years);
  figure("days_in_the_gap", "days_with_need", "share", "proportion", gap / (days - total("days well")));
  figure("hidden_risk_days", "events", "sum", "person-days", total("hidden risk days"));
  figure("hidden_risk_days", "events", "per_person_year", "days", total("hidden risk days") / years);
}

function emitConsultations(total: PersonTotal, years: number, figure: Figure): void {
  const [attended, planned, missed] = [
    total("consultations"),
    total("consultations planned"),
    total("consultations missed"),
  ];
  for (const [estimand, count] of [
    ["attended", attended],
    ["planned", planned],
    ["unplanned", attended - planned],
    ["crisis", total("consultations in crisis")],
    ["missed", missed],
  ] as const) {
    figure("gp_consultations", estimand, "count", "events", count);
    figure("gp_consultations", estimand, "per_person_year", "events", count / years);
  }
  figure("gp_consultations", "missed", "share", "proportion", missed / (missed + attended));
}

function emitKnockBacks({ knockBacks }: PeopleReader, { w, cells }: Part, figure: Figure): void {
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
