/**
 * Runs that are made with the page, so that it opens with an answer: the first replications of its first question, with the
 * figures that the first page shows and no others. They are what a worker of the page would send, since a run is the same
 * to the last bit wherever it is made; the page goes on from them, and makes them anew, with all their figures, at last.
 */
import { type AnyScenario, type Outcome, scenarioHash } from "../../src/index.ts";

/** Plain data, as it stands in the built page. */
export interface FirstRuns {
  readonly seed: string;
  /** Of how many figures each scenario has. */
  readonly size: number;
  /** The places, among the figures of a scenario, of those that are known. */
  readonly figures: readonly number[];
  readonly scenarios: readonly {
    /** See `scenarioHash`. */
    readonly hash: string;
    /** By replication, in the order of `figures`; null: there is no such figure. */
    readonly runs: readonly (readonly (number | null)[])[];
  }[];
}

/** The outcomes that are known of a scenario, by replication; none of another scenario, or under another seed. */
export function outcomesIn(first: FirstRuns, scenario: AnyScenario, seed: string): Outcome[] {
  if (seed !== first.seed) return [];
  const hash = scenarioHash(scenario);
  const runs = first.scenarios.find((one) => one.hash === hash)?.runs ?? [];
  return runs.map((known) => {
    const values = new Float64Array(first.size).fill(NaN);
    first.figures.forEach((figure, at) => (values[figure] = known[at] ?? NaN));
    return { values, events: NaN };
  });
}
