/**
 * The main figures of a care pathway, grouped by what a commissioner asks: one list, for the page, its sentences, its report and
 * the command line.
 */
import type { PathwayScenario } from "../../scenario/pathway/types.ts";
import type { Headline, Part } from "./headline.ts";

const count = (measure: string, estimand = "events", place?: string): Part => ({
  measure,
  estimand,
  statistic: "count",
  ...(place !== undefined && { place }),
});

/** Of things that are counted: "more crises a year". */
const moreOrFewer = (things: string): NonNullable<Headline["phrase"]> => ({
  more: `more ${things}`,
  less: `fewer ${things}`,
});

/** The limit that England sets for treatment, days. */
const eighteenWeeks = 126;

/**
 * A median, and over all whose wait began, until it ended either way: a mean over all does not exist while the longest wait
 * still goes on, and one over those who were seen would count only the lucky. The label has to say so, since a list that
 * people give up looks shorter by it.
 */
const medianWait = (measure: string, of: Pick<Part, "place" | "group"> = {}): Part => ({
  measure,
  estimand: "kaplan_meier",
  statistic: "median",
  weight: 1 / 7,
  ...of,
});

const waitFor = (service: string): Headline => ({
  key: `wait ${service}`,
  theme: "access",
  label: `Median wait for ${service}, until seen or gone`,
  subject: `the median wait for ${service}`,
  better: "less",
  shown: "weeks",
  parts: [medianWait("wait_to_first_treatment", { place: service })],
});

/** From the first attended contact to the second: where an assessment counts as treatment, the wait hides here. */
const hiddenWait = (service: string): Headline => ({
  key: `hidden wait ${service}`,
  theme: "access",
  label: `Median hidden wait at ${service}, from the first contact until the second or gone`,
  subject: `the median wait from the first to the second contact at ${service}`,
  better: "less",
  shown: "weeks",
  parts: [medianWait("hidden_wait", { place: service })],
});

const access: readonly Headline[] = [
  {
    key: "wait-from-help-seeking",
    theme: "access",
    label: "Median wait from first seeking help, until treated or gone",
    subject: "the median wait from first seeking help",
    better: "less",
    shown: "weeks",
    parts: [medianWait("wait_from_help_seeking")],
  },
  {
    key: "treated-in-18-weeks",
    theme: "access",
    label: "Treated within 18 weeks of the first referral, of all referred",
    subject: "the share of people treated within 18 weeks of their first referral",
    better: "more",
    shown: "share",
    parts: [
      {
        measure: "wait_from_first_referral",
        estimand: "all_begun",
        statistic: `share_within_${eighteenWeeks}`,
      },
    ],
  },
  {
    key: "people-treated",
    theme: "access",
    label: "People who come to a first treatment contact",
    better: "more",
    shown: "year",
    parts: [count("wait_from_help_seeking", "started")],
    phrase: moreOrFewer("people treated a year"),
  },
  {
    key: "treated",
    theme: "access",
    label: "Courses of treatment finished",
    better: "more",
    shown: "year",
    parts: [count("courses", "finished")],
    phrase: moreOrFewer("courses of treatment finished a year"),
  },
  {
    key: "left-waiting",
    theme: "access",
    label: "Times people leave a waiting list",
    better: "less",
    shown: "year",
    parts: [count("disengaged", "left_waiting")],
    phrase: moreOrFewer("times a year that people leave a waiting list"),
  },
];

const gap: readonly Headline[] = [
  {
    key: "gap",
    theme: "gap",
    label: "Days in the gap, for each person and year",
    better: "less",
    shown: "days",
    parts: [{ measure: "days_in_the_gap", estimand: "events", statistic: "per_person_year" }],
    phrase: moreOrFewer("days in the gap for each person and year"),
  },
  {
    key: "rejections",
    theme: "gap",
    label: "Referrals turned away, passed on or not",
    better: "less",
    shown: "year",
    parts: [count("rejections_on_paper", "all"), count("rejections_at_assessment", "all")],
    phrase: moreOrFewer("referrals turned away a year"),
  },
  {
    key: "knock-backs",
    theme: "gap",
    label: "Knock-backs: turned away and left with the GP",
    better: "less",
    shown: "year",
    parts: [{ measure: "knock_backs", estimand: "people", statistic: "mean", total: true }],
    phrase: moreOrFewer("knock-backs a year"),
  },
  {
    key: "disengaged",
    theme: "gap",
    label: "Times people disengage",
    better: "less",
    shown: "year",
    parts: [count("disengaged")],
    phrase: moreOrFewer("times a year that people disengage"),
  },
  {
    key: "lost",
    theme: "gap",
    label: "Times people are lost to all services",
    better: "less",
    shown: "year",
    parts: [count("lost")],
    phrase: moreOrFewer("times a year that people are lost to all services"),
  },
  {
    key: "hidden-risk",
    theme: "gap",
    label: "Days of risk that nobody sees, for each person and year",
    better: "less",
    shown: "days",
    parts: [{ measure: "hidden_risk_days", estimand: "events", statistic: "per_person_year" }],
    phrase: moreOrFewer("days of unseen risk for each person and year"),
  },
];

const outcome: readonly Headline[] = [
  {
    key: "recovered",
    theme: "outcome",
    label: "Recoveries at the end of a course",
    better: "more",
    shown: "year",
    parts: [count("recovered")],
    phrase: moreOrFewer("people recovered a year"),
  },
  {
    key: "abandoned",
    theme: "outcome",
    label: "Times people are left with nothing after therapy",
    subject: "the number of times that people are left with nothing after therapy",
    better: "less",
    shown: "year",
    parts: [count("abandoned", "completed_unresolved")],
  },
];

const crises: readonly Headline[] = [
  {
    key: "crises",
    theme: "crisis",
    label: "Crises",
    better: "less",
    shown: "year",
    parts: [count("crises")],
    phrase: moreOrFewer("crises a year"),
  },
  {
    key: "crises-ae",
    theme: "crisis",
    label: "Crises met at A&E",
    better: "less",
    shown: "year",
    parts: [count("crises", "met", "A&E")],
    phrase: moreOrFewer("attendances at A&E a year"),
  },
  {
    key: "bed-days",
    theme: "crisis",
    label: "People on the ward",
    subject: "the number of people on the ward",
    better: "less",
    shown: "people",
    parts: [{ measure: "stays", estimand: "days", statistic: "mean", place: "inpatient" }],
  },
];

const work: readonly Headline[] = [
  {
    key: "gp-consultations",
    theme: "GP work",
    label: "Consultations with GPs",
    better: "neither",
    shown: "year",
    parts: [count("gp_consultations", "attended")],
  },
  {
    key: "gp-hours",
    theme: "GP work",
    label: "GPs' hours: consultations, advice, team meetings",
    better: "neither",
    shown: "hours a year",
    parts: ["consultations", "advice"].map((estimand) => ({ ...count("gp_minutes", estimand), weight: 1 / 60 })),
  },
];

const costs = (payers: readonly string[]): Headline[] => [
  {
    key: "costs",
    theme: "money",
    label: "Costs, all payers",
    better: "less",
    shown: "pounds a year",
    parts: [{ measure: "costs", estimand: "all", statistic: "sum" }],
  },
  ...payers.map((payer): Headline => ({
    key: `costs ${payer}`,
    theme: "money",
    label: `Costs: ${payer}`,
    better: "neither",
    shown: "pounds a year",
    parts: [{ measure: "costs", estimand: payer, statistic: "sum" }],
  })),
];

const gapPerYear = (of: Pick<Part, "place" | "group">, weight = 1): Part => ({
  measure: "days_in_the_gap",
  estimand: "events",
  statistic: "per_person_year",
  weight,
  ...of,
});

/** @param group people with a personality disorder, as the scenario calls them */
const ofPeopleWithPd = (group: string): readonly Headline[] => [
  {
    key: "gap-pd",
    theme: "fairness",
    label: "Days in the gap, people with PD",
    better: "less",
    shown: "days",
    parts: [gapPerYear({ group })],
  },
  {
    key: "wait-from-help-seeking-pd",
    theme: "fairness",
    label: "Median wait from first seeking help, until treated or gone, people with PD",
    subject: "the median wait from first seeking help of people with PD",
    better: "less",
    shown: "weeks",
    parts: [medianWait("wait_from_help_seeking", { group })],
  },
];

const ofDeprivation: Headline = {
  key: "gap-deprivation",
  theme: "fairness",
  label: "Days in the gap: more deprived practices above others",
  better: "less",
  shown: "days",
  parts: [gapPerYear({ place: "more deprived practices" }), gapPerYear({ place: "less deprived practices" }, -1)],
};

/** Of the services of the scenarios that are compared, each once. */
export function pathwayHeadlines(scenarios: readonly PathwayScenario[]): Headline[] {
  const once = (names: readonly string[]): string[] => [...new Set(names)];
  const services = scenarios.flatMap((scenario) => scenario.services);
  const treating = once(services.filter(({ programmes }) => programmes.length > 0).map(({ name }) => name));
  const hiding = once(services.filter(({ assessment }) => assessment?.is_treatment).map(({ name }) => name));
  const payers = once(["primary care", ...services.map(({ payer }) => payer)]);
  const pd = scenarios.flatMap(({ population }) => population.groups).find(({ is_pd }) => is_pd)?.name;
  return [
    ...treating.map(waitFor),
    ...hiding.map(hiddenWait),
    ...access,
    ...gap,
    ...outcome,
    ...crises,
    ...work,
    ...costs(payers),
    ...(pd === undefined ? [] : ofPeopleWithPd(pd)),
    ofDeprivation,
  ];
}
