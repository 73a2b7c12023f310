/**
 * The main figures of a care pathway, in one short list: what to look at first when designs are compared. Each is worked
 * out per replication from the figures of the log, so that it has intervals and paired differences like any other.
 */
import { keyText } from "../measures/key.ts";
import type { PathwayScenario, PathwayService } from "../scenario/pathway/types.ts";
import type { Window } from "../scenario/types.ts";
import { type Estimate, estimate, estimateDifference } from "./statistics.ts";
import type { ScenarioResult } from "./study.ts";

export interface Headline {
  /** The same in every scenario: `crises`, `hidden_wait at IAPT, all`. */
  readonly name: string;
  /** As it is printed, with whose figure it is. */
  readonly title: string;
  readonly unit: string;
  /** Which way is better for the people; "neither" where that is a matter of values. */
  readonly better: "less" | "more" | "neither";
}

export interface HeadlineDifference extends Headline, Estimate {
  readonly window: string;
  readonly base: Estimate;
  readonly other: Estimate;
}

interface Definition extends Headline {
  /** NaN where it does not exist. */
  readonly of: (find: Find) => number;
}
type Find = (place: string, group: string, measure: string, estimand: string, statistic: string) => number;

const everywhere = "all practices";
const daysPerYear = 365;
const minutesPerHour = 60;
/** Services whose wait is told: those with most referrals. */
const servicesTold = 2;

/** `other` minus `base` for every main figure, by window, over pairs of replications; none for networks. */
export function headlineDifferences(base: ScenarioResult, other: ScenarioResult): HeadlineDifference[] {
  if (base.scenario.kind !== "pathway" || other.scenario.kind !== "pathway") return [];
  const { scenario } = base;
  const [valuesOfBase, valuesOfOther] = [valuesOf(base), valuesOf(other)];
  const services = servicesOf(scenario, other.scenario);
  return scenario.windows.flatMap((window) => {
    const told = { services, busiest: busiestServices(scenario, (of) => valuesOfBase(window, of)) };
    return definitions(scenario, window, told).map(({ of, ...headline }): HeadlineDifference => {
      const [ofBase, ofOther] = [valuesOfBase(window, of), valuesOfOther(window, of)];
      const difference = estimateDifference(ofBase, ofOther);
      return { ...headline, window: window.name, base: estimate(ofBase), other: estimate(ofOther), ...difference };
    });
  });
}

/** What gives a figure of each replication in a window. */
function valuesOf({ keys, outcomes }: ScenarioResult): (window: Window, of: Definition["of"]) => number[] {
  const index = new Map(keys.map((key, i) => [keyText(key), i]));
  return (window, of) =>
    outcomes.map(({ values }) =>
      of((place, group, measure, estimand, statistic) => {
        const key = { window: window.name, place, group, measure, estimand, statistic, unit: "" };
        const figure = index.get(keyText(key));
        return figure === undefined ? NaN : values[figure]!;
      }),
    );
}

/** What either scenario has: a service that one lacks has done nothing there. */
function servicesOf(...scenarios: readonly PathwayScenario[]): PathwayService[] {
  const byName = new Map(scenarios.toReversed().flatMap(({ services }) => services.map((each) => [each.name, each])));
  return [...byName.values()];
}

interface Told {
  readonly services: readonly PathwayService[];
  readonly busiest: readonly string[];
}

function busiestServices({ services }: PathwayScenario, values: (of: Definition["of"]) => number[]): string[] {
  return services
    .filter(({ programmes }) => programmes.length > 0)
    .map(({ name }) => {
      const referrals = values((find) => find(name, "all", "referrals", "all", "count"));
      return { name, referrals: estimate(referrals).mean };
    })
    .toSorted((a, b) => b.referrals - a.referrals)
    .slice(0, servicesTold)
    .map(({ name }) => name);
}

function definitions(scenario: PathwayScenario, window: Window, { services, busiest }: Told): Definition[] {
  const years = (window.to_day - window.from_day) / daysPerYear;
  const pd = scenario.population.groups.find(({ is_pd }) => is_pd)?.name;
  const payers = new Set(["primary care", ...services.map(({ payer }) => payer)]);
  const yearly = (of: Definition["of"]) => (find: Find) => of(find) / years;
  const overServices = (measure: string, estimand: string) =>
    yearly((find) =>
      services.reduce((sum, { name }) => sum + orNone(find(name, "all", measure, estimand, "count")), 0),
    );
  const events = (measure: string, estimand = "events") =>
    yearly((find) => find(everywhere, "all", measure, estimand, "count"));
  const began = events("wait_from_help_seeking", "started");
  return [
    line("people treated", "came to a first treatment contact, anywhere", "people a year", "more", began),
    line(
      "courses finished",
      "courses finished: two contacts or more",
      "a year",
      "more",
      overServices("courses", "finished"),
    ),
    ...busiest.flatMap((service) => [
      waitOf(service, "all", "wait_to_first_treatment", `wait to first treatment at ${service}`),
      waitOf(service, "all", "hidden_wait", `wait from first to second contact at ${service}`),
    ]),
    waitOf(everywhere, "all", "wait_from_help_seeking", "wait from first help-seeking to treatment"),
    ...(pd === undefined ? [] : ofPeopleWithPd(pd)),
    line("knock-backs", "knock-backs", "a year", "less", yearly(knockBacks)),
    line("crises", "crises", "a year", "less", events("crises")),
    line("recoveries", "recoveries at the end of a course", "a year", "more", overServices("recovered", "events")),
    line("lost", "lost to all services", "times a year", "less", events("lost")),
    line("GP hours", "GP time: consultations, advice, team meetings", "hours a year", "neither", yearly(gpHours)),
    ...[...payers, "all"].map((payer) =>
      line(
        `costs: ${payer}`,
        payer === "all" ? "costs, all payers" : `costs: ${payer}`,
        "£ a year",
        "neither",
        yearly((find) => orNone(find(everywhere, "all", "costs", payer, "sum"))),
      ),
    ),
  ];
}

const ofPeopleWithPd = (pd: string): Definition[] => [
  waitOf(everywhere, pd, "wait_from_help_seeking", "the same of people with PD"),
  line("days in the gap", "days in the gap, each person with PD", "days a year", "less", (find) =>
    find(everywhere, pd, "days_in_the_gap", "events", "per_person_year"),
  ),
];

const line = (
  name: string,
  title: string,
  unit: string,
  better: Headline["better"],
  of: Definition["of"],
): Definition => ({ name, title, unit, better, of });

/** Mean of those whose wait ended so: those who left or still wait are not in it. */
const waitOf = (place: string, group: string, measure: string, title: string): Definition =>
  line(`${measure} at ${place}, ${group}`, title, "days", "less", (find) =>
    find(place, group, measure, "started", "mean"),
  );

const knockBacks = (find: Find): number =>
  find(everywhere, "all", "knock_backs", "people", "mean") * find(everywhere, "all", "knock_backs", "people", "count");

const gpHours = (find: Find): number =>
  (find(everywhere, "all", "gp_minutes", "consultations", "count") +
    find(everywhere, "all", "gp_minutes", "advice", "count")) /
  minutesPerHour;

/** A service or payer that a scenario does not have has done and paid nothing. */
const orNone = (value: number): number => (Number.isNaN(value) ? 0 : value);
