/** The figures of a network of places that the first page shows: where people end, and for each place its list and its waits. */
import type { AnyScenario, Headline } from "../../src/index.ts";

type Network = Extract<AnyScenario, { readonly kind: "network" }>;

const exit = (name: string, places: readonly string[]): Headline => ({
  key: `exit ${name}`,
  theme: "outcome",
  label: `People who end at ‘${name}’`,
  better: "neither",
  shown: "year",
  parts: places.map((place) => ({ measure: "exits", estimand: name, statistic: "count", place })),
  phrase: { more: `more people ending at ‘${name}’ a year`, less: `fewer people ending at ‘${name}’ a year` },
});

/** A mean does not exist while the longest wait still goes on; a median is 0 where most are served at once. One of them tells. */
const waits = [
  { key: "wait", statistic: "mean", told: "mean" },
  { key: "median wait", statistic: "median", told: "median" },
] as const;

const ofPlace = (place: string): Headline[] => [
  {
    key: `queue ${place}`,
    theme: "access",
    label: `${place}: people waiting`,
    better: "less",
    shown: "people",
    parts: [{ measure: "queue_length", estimand: "time_weighted", statistic: "mean", place }],
    phrase: { more: `more people waiting for ‘${place}’`, less: `fewer people waiting for ‘${place}’` },
  },
  ...waits.map(({ statistic, told, key }): Headline => ({
    key: `${key} ${place}`,
    theme: "access",
    label: `${place}: ${told} wait`,
    subject: `the ${told} wait for ‘${place}’`,
    better: "less",
    shown: "weeks",
    parts: [{ measure: "wait", estimand: "kaplan_meier", statistic, place, weight: 1 / 7 }],
  })),
  {
    key: `left ${place}`,
    theme: "gap",
    label: `${place}: people who leave unseen`,
    better: "less",
    shown: "year",
    parts: [{ measure: "left_waiting", estimand: "events", statistic: "count", place }],
  },
];

export function networkHeadlines(scenarios: readonly Network[]): Headline[] {
  const places = [...new Set(scenarios.flatMap(({ nodes }) => nodes.map(({ name }) => name)))];
  const exits = [...new Set(scenarios.flatMap((scenario) => scenario.exits))];
  return [...places.flatMap(ofPlace), ...exits.map((name) => exit(name, places))];
}
