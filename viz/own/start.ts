/** A start from today: people of the reader's list on it from day 0, by how long they have waited, as changes of a pathway. */
import {
  type Csv,
  headlineRow,
  type Part,
  type PathwayScenario,
  type Problem,
  type ScenarioResult,
} from "../../src/index.ts";
import type { Change, Json } from "../state/state.ts";
import { type AgeUnit, ageUnits } from "./ages.ts";

/** A list that people wait on: for assessment by a service, or for one of its programmes. */
export interface ListPlace {
  readonly service: string;
  readonly programme: string | undefined;
  /** As results and the reader's file call it: "IAPT", "IAPT: therapy". */
  readonly name: string;
}

export const listPlaces = ({ services }: PathwayScenario): ListPlace[] =>
  services.flatMap(({ name: service, assessment, programmes }) => [
    ...(assessment === undefined || programmes.length === 0 ? [] : [{ service, programme: undefined, name: service }]),
    ...programmes.map(({ name }) => ({ service, programme: name, name: `${service}: ${name}` })),
  ]);

/** What each column says; -1: it is not in the file, and holds for all. */
export interface StartColumns {
  readonly waited: number;
  readonly unit: AgeUnit;
  readonly group: number;
  readonly allOfGroup: string;
  readonly place: number;
  readonly allAt: string;
}

interface Waiting {
  readonly groups: string[];
  readonly days: number[];
}

/** Those who wait, by the name of the list. */
export type Lists = ReadonlyMap<string, Waiting>;

const mostTold = 50;

export function listsIn(
  csv: Csv,
  columns: StartColumns,
  scenario: PathwayScenario,
): { readonly ok: true; readonly lists: Lists } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const groups = scenario.population.groups.map(({ name }) => name);
  const places = listPlaces(scenario).map(({ name }) => name);
  const problems: Problem[] = [];
  const lists = new Map<string, Waiting>();
  csv.rows.forEach((row, at) => {
    const known = (column: number, all: string, names: readonly string[], what: string): string => {
      const text = column < 0 ? all : (row[column] ?? "").trim();
      const found = names.find((name) => name.toLowerCase() === text.toLowerCase());
      if (found === undefined)
        problems.push({
          at: `line ${csv.lines[at]}, column "${csv.header[column] ?? ""}"`,
          expected: `${what}: ${names.join(", ")}`,
          got: JSON.stringify(text),
        });
      return found ?? "";
    };
    const group = known(columns.group, columns.allOfGroup, groups, "a group of the pathway");
    const place = known(columns.place, columns.allAt, places, "a list of the pathway");
    const list = lists.get(place) ?? { groups: [], days: [] };
    lists.set(place, list);
    list.groups.push(group);
    list.days.push(Number(row[columns.waited]) * ageUnits[columns.unit]);
  });
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, mostTold) } : { ok: true, lists };
}

/** A run of the baseline, whose people at any one time fill what the reader's list does not tell. */
export interface Others {
  readonly result: ScenarioResult;
  readonly scale: number;
}

/**
 * Changes that make a design begin with these lists, without a warm-up.
 *
 * @param others fills the other lists, the courses and those in need; without it they are empty
 */
export function startChanges(baseline: PathwayScenario, lists: Lists, others: Others | undefined): Change[] {
  const groups = baseline.population.groups.map(({ name }) => name);
  const places = listPlaces(baseline).map((place): Change => {
    const list = lists.get(place.name);
    const crowd = (measure: string): { readonly [group: string]: number } =>
      others === undefined ? {} : peopleAt(others, place.name, measure, groups);
    const [waiting, treated] = [crowd("queue_length"), place.programme === undefined ? {} : crowd("in_service")];
    const value = {
      ...(list !== undefined && { waited: [{ groups: list.groups, days: list.days }], ...pinned(baseline, place) }),
      ...(list === undefined && hasAny(waiting) && { waiting }),
      ...(hasAny(treated) && { in_treatment: treated }),
    };
    const programme = place.programme === undefined ? "" : `.programmes${step(place.programme)}`;
    return { path: `services${step(place.service)}${programme}.start`, value };
  });
  const inNeed = others === undefined ? {} : needIn(others, baseline);
  return [
    { path: "warm_up_days", value: 0 },
    ...places.filter(({ value }) => hasAny(value as object)),
    ...Object.entries(inNeed).map(([group, people]) => ({
      path: `population.groups${step(group)}.start`,
      value: { in_need: people },
    })),
  ];
}

const hasAny = (value: object): boolean => Object.keys(value).length > 0;

/** A name as a step of a path. */
const step = (name: string): string => (/[.[\]"'\\]/.test(name) ? `[${JSON.stringify(name)}]` : `.${name}`);

/** The same people in every design, also in one that moves a threshold: those whom the baseline lets in. */
function pinned({ services }: PathwayScenario, { service, programme }: ListPlace): { [key: string]: Json } {
  const triage = services.find(({ name }) => name === service)?.triage;
  if (programme !== undefined || triage === undefined) return {};
  const { risk_floor: from_risk, risk_ceiling: up_to_risk } = triage;
  return { ...(Number.isFinite(from_risk) && { from_risk }), ...(Number.isFinite(up_to_risk) && { up_to_risk }) };
}

/** People of each group there at any one time, in whole people: no more than there are, so that they have room. */
function peopleAt({ result, scale }: Others, place: string, measure: string, groups: readonly string[]) {
  const people = groups.map((group) => {
    const mean = meanOf({ measure, estimand: "time_weighted", statistic: "mean", place, group }, result);
    return [group, Math.floor(mean / scale)] as const;
  });
  return Object.fromEntries(people.filter(([, number]) => number >= fewest));
}

/** Of fewer nobody is put there: in so small a crowd there may be nobody who fits the rules of the place. */
const fewest = 5;

/** States of those in need and in no care. */
const inNoCare = ["gap", "gp", "disengaged", "lost"] as const;

/** People of groups that have episodes, who are in need and in no care. People with PD are there from the start in any case. */
function needIn({ result, scale }: Others, { population }: PathwayScenario): { [group: string]: number } {
  const days = result.scenario.run_days;
  const people = population.groups
    .filter(({ is_pd }) => !is_pd)
    .map(({ name: group }): [string, number] => {
      const sum = inNoCare.reduce(
        (so_far, estimand) => so_far + meanOf({ measure: "person_days", estimand, statistic: "sum", group }, result),
        0,
      );
      return [group, Math.round(sum / days / scale)];
    });
  return Object.fromEntries(people.filter(([, number]) => number > 0));
}

function meanOf(part: Part, result: ScenarioResult): number {
  const headline = { key: "", theme: "access", label: "", better: "neither", shown: "number", parts: [part] } as const;
  return headlineRow(headline, [result]).values[0]!.mean || 0;
}
