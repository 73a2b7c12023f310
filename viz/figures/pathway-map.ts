/** The map of the pathway: places with the people there, and people a year on each way, in two scenarios and as their difference. */
import {
  estimate,
  estimateDifference,
  type Flow,
  flowsIn,
  mainWindow,
  type Part,
  type PathwayScenario,
  type ScenarioResult,
  valuesOf,
  yearsIn,
} from "../../src/index.ts";
import type { MapPair } from "../charts/map/figures.ts";
import type { Crowd, PathwayFigures, PathwayFlow, PathwayPlace } from "../charts/pathway-map.ts";
import { capital } from "../words.ts";
import type { Known, Results } from "../study/results.ts";

interface Two {
  readonly base: ScenarioResult;
  readonly other: ScenarioResult;
  readonly scale: number;
}

/** The baseline, and the scenario in that place (0: the baseline itself) held against it; `undefined` where either is no pathway or has no results yet. */
export function pathwayMapFigures({ scenarios, scale }: Results, at: number): PathwayFigures | undefined {
  const base = pathwayOf(scenarios[0]);
  const other = pathwayOf(scenarios[at]);
  if (base === undefined || other === undefined) return undefined;
  const two: Two = { base: base.result, other: other.result, scale };
  const services = [...base.scenario.services, ...other.scenario.services];
  const places = [
    gp(two),
    gap(two),
    ...services.filter(isFirst).map((service) => placeOf(service, two)),
    well,
    crisis(two),
    lost(two),
  ];
  const flows = [...flowsIn(base.scenario), ...flowsIn(other.scenario)]
    .filter(isFirstFlow)
    .map((flow) => wayOf(flow, two, places));
  return {
    places: places.filter((place) => place !== undefined),
    flows: flows.filter((flow) => flow !== undefined).filter(isUsed),
  };
}

function pathwayOf(known: Known | undefined) {
  const scenario = known?.result?.scenario;
  return scenario?.kind === "pathway" && known?.result ? { scenario, result: known.result } : undefined;
}

type Service = PathwayScenario["services"][number];
const isFirst = ({ name }: Service, at: number, all: readonly Service[]): boolean =>
  all.findIndex((one) => one.name === name) === at;
const nameOf = ({ from, to, what }: Flow): string => JSON.stringify([from, to, what]);
const isFirstFlow = (flow: Flow, at: number, all: readonly Flow[]): boolean =>
  all.findIndex((one) => nameOf(one) === nameOf(flow)) === at;
const isUsed = ({ people }: PathwayFlow): boolean => people.base.mean > 0 || people.other.mean > 0;

/** A sum of figures in both, each value times `factor`. Without such a figure it counts nobody. */
function pair({ base, other }: Two, parts: readonly Part[], factor: (result: ScenarioResult) => number): MapPair {
  const [a, b] = [base, other].map((result) => {
    const values = valuesOf(result, parts) ?? result.outcomes.map(() => 0);
    return values.map((value) => value * factor(result));
  });
  return { base: estimate(a!), other: estimate(b!), difference: estimateDifference(a!, b!) };
}

/** People in a state at any one time. */
const inState = (two: Two, states: readonly string[]): MapPair =>
  pair(
    two,
    states.map((estimand) => ({ measure: "person_days", estimand, statistic: "sum" })),
    (result) => 1 / daysOf(result) / two.scale,
  );

const daysOf = ({ scenario }: ScenarioResult): number => {
  const { from_day, to_day } = mainWindow(scenario);
  return to_day - from_day;
};

const here = (word: string, people: MapPair): readonly Crowd[] => [{ how: "here", word, pair: people }];
const gp = (two: Two): PathwayPlace => ({
  key: "GP",
  label: "General practices",
  part: "gp",
  tone: "gp",
  people: here("with the GP", inState(two, ["gp"])),
});
const gap = (two: Two): PathwayPlace => ({
  key: "gap",
  label: "The gap",
  part: "gap",
  tone: "gap",
  people: [
    ...here("in the gap", inState(two, ["gap"])),
    { how: "held", word: "disengaged", pair: inState(two, ["disengaged"]) },
  ],
});
const crisis = (two: Two): PathwayPlace => ({
  key: "crisis",
  label: "In crisis",
  part: "crisis",
  tone: "other",
  people: here("in crisis care", inState(two, ["crisis"])),
});
const lost = (two: Two): PathwayPlace => ({
  key: "lost",
  label: "Lost to all services",
  part: "lost",
  tone: "none",
  people: here("lost", inState(two, ["lost"])),
});
const well: PathwayPlace = { key: "well", label: "Care completed", part: "well", tone: "none", people: [] };

/** A service that takes referrals: its lists and its courses, added up over its programmes. Crisis services stand in one place. */
function placeOf({ name, programmes, payer }: Service, two: Two): PathwayPlace | undefined {
  if (programmes.length === 0) return undefined;
  const lists = [name, ...programmes.map((programme) => `${name}: ${programme.name}`)];
  const mean = (measure: string): MapPair =>
    pair(
      two,
      lists.map((place) => ({ measure, estimand: "time_weighted", statistic: "mean", place })),
      () => 1 / two.scale,
    );
  const held = pair(
    two,
    [{ measure: "holds", estimand: "days", statistic: "sum", place: name }],
    (result) => 1 / daysOf(result) / two.scale,
  );
  return {
    key: name,
    label: capital(name),
    part: "service",
    tone: toneOf(name, payer),
    people: [
      { how: "waiting", word: "waiting", pair: mean("queue_length") },
      { how: "inCare", word: "in care", pair: mean("in_service") },
      ...(held.base.mean > 0 || held.other.mean > 0 ? [{ how: "held" as const, word: "held", pair: held }] : []),
    ],
  };
}

function toneOf(name: string, payer: string): PathwayPlace["tone"] {
  if (/iapt|talking/i.test(name)) return "iapt";
  if (/cmht|community|secondary/i.test(`${name} ${payer}`)) return "cmht";
  return /third|charity|church|voluntary/i.test(`${name} ${payer}`) ? "third" : "other";
}

const words: Readonly<Record<Flow["what"], { readonly kind: PathwayFlow["kind"]; readonly word: string }>> = {
  referral: { kind: "referral", word: "referred" },
  "rejection on paper": { kind: "back", word: "rejected on paper" },
  "rejection at assessment": { kind: "back", word: "rejected at assessment" },
  "passed on": { kind: "onward", word: "passed on" },
  "completed course": { kind: "out", word: "completed a course" },
  held: { kind: "onward", word: "held" },
  disengagement: { kind: "away", word: "disengaged" },
  crisis: { kind: "away", word: "crisis" },
};

/** The places of the map that the ends of flows stand for. */
const ends: Readonly<Record<string, string>> = { themselves: "GP", disengaged: "gap", "end of care": "well" };

function wayOf(flow: Flow, two: Two, places: readonly (PathwayPlace | undefined)[]): PathwayFlow | undefined {
  const keys = new Set(places.map((place) => place?.key));
  // A crisis that a service without referrals meets ends in crisis care; whoever meets it.
  const known = (end: string): string => ends[end] ?? (keys.has(end) ? end : "crisis");
  const { kind, word } = words[flow.what];
  const from = flow.what === "crisis" && flow.from === "crisis" ? "gap" : known(flow.from);
  const to = flow.what === "crisis" && flow.to !== "GP" ? "crisis" : known(flow.to);
  if (from === to) return undefined;
  const people = pair(two, [flow.figure], (result) => 1 / yearsIn(mainWindow(result.scenario)) / two.scale);
  return {
    from,
    to,
    kind,
    word:
      flow.from === "themselves" ? "referred themselves" : flow.what === "crisis" ? `crisis met by ${flow.to}` : word,
    people,
  };
}
