/** What is known of the scenarios of a study so far. */
import type { AnyScenario, Problem, ScenarioResult, StudyResult } from "../../src/index.ts";
import type { ScenarioState } from "../state/state.ts";

export interface Results {
  /** In the order of the state: the baseline first. Those that cannot be run have `problems` and no result. */
  readonly scenarios: readonly Known[];
  readonly seed: string;
  /** Replications that every scenario has, and how many it is to have. */
  readonly runs: number;
  readonly of: number;
  /** Replications among them that came with the page: of these only the figures of the first page are known so far. */
  readonly given: readonly number[];
  /**
   * People simulated for each one there is: 1, or less for a first and coarse answer. Counts of people and events are
   * to be divided by it; rates, shares and waits are as they are.
   */
  readonly scale: number;
  /** Whether this still answers an older question, while the new one is being worked on. */
  readonly stale: boolean;
  readonly busy: boolean;
  /** Why the work stopped, if it broke off. */
  readonly failure: string;
}

export interface Known {
  readonly asked: ScenarioState;
  /** As the page calls it: the reader's name for it, or its title. */
  readonly title: string;
  readonly scenario: AnyScenario | undefined;
  /** As in its file, before the reader's changes: its numbers are named in the units of the file. */
  readonly file: AnyScenario | undefined;
  readonly problems: readonly Problem[];
  /** As many replications as `runs`; of a smaller model while `scale` is below 1. */
  readonly result: ScenarioResult | undefined;
}

export const nothingKnown: Results = {
  scenarios: [],
  seed: "",
  runs: 0,
  of: 0,
  given: [],
  scale: 1,
  stale: false,
  busy: false,
  failure: "",
};

/** Fewest replications that other views are shown. */
const fewest = 3;
const whole = new WeakMap<Results, Results>();

/** Only replications of which all figures are known, for views that show others than the first page does. */
export function wholeOf(results: Results): Results {
  if (results.given.length === 0) return results;
  const known = whole.get(results) ?? withoutGiven(results);
  whole.set(results, known);
  return known;
}

function withoutGiven(results: Results): Results {
  const given = new Set(results.given);
  const runs = results.runs - given.size;
  const enough = runs >= Math.min(fewest, results.of);
  const scenarios = results.scenarios.map((known) => ({
    ...known,
    result: enough && known.result ? withoutRuns(known.result, given) : undefined,
  }));
  return { ...results, scenarios, runs: enough ? runs : 0, given: [] };
}

const withoutRuns = (result: ScenarioResult, left: ReadonlySet<number>): ScenarioResult => ({
  ...result,
  outcomes: result.outcomes.filter((_, replication) => !left.has(replication)),
});

/** The same as the library's tables and summaries take it: those that have results. */
export function studyOf({ scenarios, seed, runs }: Results): StudyResult {
  const known = scenarios.flatMap(({ result }) => (result === undefined ? [] : [result]));
  return { study: { scenarios: known.map(({ scenario }) => scenario), seed, replications: runs }, scenarios: known };
}
