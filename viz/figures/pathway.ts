/** The figures of a care pathway that the first page shows, grouped by what a commissioner asks. */
import type { AnyScenario } from "../../src/index.ts";
import type { Headline } from "./headline.ts";
import type { Part } from "./values.ts";

type Pathway = Extract<AnyScenario, { readonly kind: "pathway" }>;

const count = (measure: string, estimand = "events", place?: string): Part => ({
  measure,
  estimand,
  statistic: "count",
  ...(place !== undefined && { place }),
});
const everywhere = "*";

const crises: readonly Headline[] = [
  {
    key: "crises",
    theme: "Crisis",
    label: "Crises",
    better: "less",
    shown: "year",
    parts: [count("crises")],
    phrase: { more: "more crises a year", less: "fewer crises a year" },
  },
  {
    key: "crises-ae",
    theme: "Crisis",
    label: "Crises met at A&E",
    better: "less",
    shown: "year",
    parts: [count("crises", "met", "A&E")],
    phrase: { more: "more attendances at A&E a year", less: "fewer attendances at A&E a year" },
  },
  {
    key: "bed-days",
    theme: "Crisis",
    label: "People on the ward",
    better: "less",
    shown: "people",
    parts: [{ measure: "stays", estimand: "days", statistic: "mean", place: "inpatient" }],
  },
];

const gap: readonly Headline[] = [
  {
    key: "gap",
    theme: "The gap",
    label: "Days in the gap, for each person and year",
    better: "less",
    shown: "days",
    parts: [{ measure: "days_in_the_gap", estimand: "events", statistic: "per_person_year" }],
    phrase: {
      more: "more days in the gap for each person and year",
      less: "fewer days in the gap for each person and year",
    },
  },
  {
    key: "rejections",
    theme: "The gap",
    label: "Referrals turned away",
    better: "less",
    shown: "year",
    parts: [count("rejections_on_paper", "all", everywhere), count("rejections_at_assessment", "all", everywhere)],
    phrase: { more: "more referrals turned away a year", less: "fewer referrals turned away a year" },
  },
  {
    key: "disengaged",
    theme: "The gap",
    label: "People who disengage",
    better: "less",
    shown: "year",
    parts: [count("disengaged")],
    phrase: { more: "more people disengaged a year", less: "fewer people disengaged a year" },
  },
  {
    key: "hidden-risk",
    theme: "The gap",
    label: "Days of risk that nobody sees, for each person and year",
    better: "less",
    shown: "days",
    parts: [{ measure: "hidden_risk_days", estimand: "events", statistic: "per_person_year" }],
    phrase: {
      more: "more days of unseen risk for each person and year",
      less: "fewer days of unseen risk for each person and year",
    },
  },
];

const outcome: readonly Headline[] = [
  {
    key: "treated",
    theme: "Access",
    label: "Courses of treatment finished",
    better: "more",
    shown: "year",
    parts: [count("courses", "finished", everywhere)],
    phrase: { more: "more courses of treatment finished a year", less: "fewer courses of treatment finished a year" },
  },
  {
    key: "recovered",
    theme: "Outcome",
    label: "People who recover",
    better: "more",
    shown: "year",
    parts: [count("recovered", "events", everywhere)],
    phrase: { more: "more people recovered a year", less: "fewer people recovered a year" },
  },
  {
    key: "abandoned",
    theme: "Outcome",
    label: "People left with nothing after therapy",
    better: "less",
    shown: "year",
    parts: [count("abandoned", "completed_unresolved", everywhere)],
  },
];

const work: readonly Headline[] = [
  {
    key: "gp-consultations",
    theme: "GPs' work",
    label: "Consultations with GPs",
    better: "neither",
    shown: "year",
    parts: [count("gp_consultations", "attended")],
  },
  {
    key: "gp-hours",
    theme: "GPs' work",
    label: "GPs' hours",
    better: "neither",
    shown: "hours a year",
    parts: [
      { measure: "gp_minutes", estimand: "consultations", statistic: "count", weight: 1 / 60 },
      { measure: "gp_minutes", estimand: "advice", statistic: "count", weight: 1 / 60 },
    ],
  },
];

const fairness: readonly Headline[] = [
  {
    key: "gap-pd",
    theme: "Fairness",
    label: "Days in the gap, people with PD",
    better: "less",
    shown: "days",
    parts: [{ measure: "days_in_the_gap", estimand: "events", statistic: "per_person_year", group: "pd" }],
  },
  {
    key: "gap-deprivation",
    theme: "Fairness",
    label: "Days in the gap: more deprived practices above others",
    better: "less",
    shown: "days",
    parts: [
      { ...perYear("more deprived practices"), weight: 1 },
      { ...perYear("less deprived practices"), weight: -1 },
    ],
  },
];

function perYear(place: string): Part {
  return { measure: "days_in_the_gap", estimand: "events", statistic: "per_person_year", place };
}

const waitFor = (service: string): Headline => ({
  key: `wait ${service}`,
  theme: "Access",
  label: `Wait for treatment: ${service}`,
  subject: `waits for ${service}`,
  better: "less",
  shown: "weeks",
  parts: [
    { measure: "wait_to_first_treatment", estimand: "kaplan_meier", statistic: "mean", place: service, weight: 1 / 7 },
  ],
});

/** From the first attended contact to the second: where an assessment counts as treatment, the wait hides here. */
const hiddenWait = (service: string): Headline => ({
  key: `hidden wait ${service}`,
  theme: "Access",
  label: `Hidden wait, first to second contact: ${service}`,
  subject: `waits from the first to the second contact at ${service}`,
  better: "less",
  shown: "weeks",
  parts: [{ measure: "hidden_wait", estimand: "kaplan_meier", statistic: "mean", place: service, weight: 1 / 7 }],
});

const leftWaiting: Headline = {
  key: "left-waiting",
  theme: "Access",
  label: "People who leave a waiting list",
  better: "less",
  shown: "year",
  parts: [count("withdrawals", "left_waiting", everywhere), count("disengaged", "left_waiting", everywhere)],
  phrase: { more: "more people leaving waiting lists a year", less: "fewer people leaving waiting lists a year" },
};

const costs = (payers: readonly string[]): Headline[] => [
  {
    key: "costs",
    theme: "Money",
    label: "Costs, all payers",
    better: "less",
    shown: "pounds a year",
    parts: [{ measure: "costs", estimand: "all", statistic: "sum" }],
  },
  ...payers.map((payer): Headline => ({
    key: `costs ${payer}`,
    theme: "Money",
    label: `Costs: ${payer}`,
    better: "neither",
    shown: "pounds a year",
    parts: [{ measure: "costs", estimand: payer, statistic: "sum" }],
  })),
];

/** Of the services of the scenarios that are compared, each once. */
export function pathwayHeadlines(scenarios: readonly Pathway[]): Headline[] {
  const once = (names: readonly string[]): string[] => [...new Set(names)];
  const services = scenarios.flatMap((scenario) => scenario.services);
  const treating = once(services.filter(({ programmes }) => programmes.length > 0).map(({ name }) => name));
  const hiding = once(services.filter(({ assessment }) => assessment?.is_treatment).map(({ name }) => name));
  const payers = once(["primary care", ...services.map(({ payer }) => payer)]);
  const [treated, ...results] = outcome;
  return [
    ...treating.map(waitFor),
    ...hiding.map(hiddenWait),
    leftWaiting,
    treated!,
    ...gap,
    ...results,
    ...crises,
    ...work,
    ...costs(payers),
    ...fairness,
  ];
}
