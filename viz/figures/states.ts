/** Where people with need are: how many are in each state of care over time, and over the whole period. */
import {
  careStates,
  type Estimate,
  estimate,
  mainWindow,
  type Outcome,
  type ScenarioResult,
  valuesOf,
} from "../../src/index.ts";
import { type StateName, stateOrder, type StatesFigures, type StatesOfScenario } from "../charts/states.ts";
import { timesOf } from "../study/grid.ts";
import type { Results } from "../study/results.ts";

/** Nothing of a scenario that cannot be run, that is no pathway, or whose runs were not looked at. */
export function statesFigures({ scenarios, scale }: Results): StatesFigures {
  return {
    scenarios: scenarios.flatMap(({ title, result }) => {
      const isSeen = result?.outcomes.some(({ series }) => series?.states !== undefined) ?? false;
      return result && isSeen ? [ofScenario(title, result, scale)] : [];
    }),
  };
}

function ofScenario(title: string, result: ScenarioResult, scale: number): StatesOfScenario {
  const looks = timesOf(result.scenario);
  const from = looks[0] ?? 0;
  return {
    title,
    days: looks.map((day) => day - from),
    people: byState((state) =>
      looks.map((_, look) => estimate(result.outcomes.map((run) => peopleIn(run, state, look, looks.length) / scale))),
    ),
    period: byState((state) => periodOf(result, state, scale)),
  };
}

const byState = <T>(value: (state: StateName) => T): Record<StateName, T> =>
  Object.fromEntries(stateOrder.map((state) => [state, value(state)])) as Record<StateName, T>;

/** People of all groups in a state at a look. */
function peopleIn({ series }: Outcome, state: StateName, look: number, looks: number): number {
  const states = series?.states;
  if (states === undefined) return NaN;
  let sum = 0;
  for (let row = careStates.indexOf(state); row * looks < states.length; row += careStates.length)
    sum += states[row * looks + look]!;
  return sum;
}

/** People at any one time: person-days over the days of the period. */
function periodOf(result: ScenarioResult, state: StateName, scale: number): Estimate {
  const { from_day, to_day } = mainWindow(result.scenario);
  const days = to_day - from_day;
  const values = valuesOf(result, [{ measure: "person_days", estimand: state, statistic: "sum" }]) ?? [];
  return estimate(values.map((value) => value / days / scale));
}
