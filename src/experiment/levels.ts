/** Shares of time at each level, as means over replications. */
import { legendOf } from "../model/legend.ts";
import type { ScenarioResult } from "./study.ts";

export interface LevelShares {
  readonly window: string;
  readonly place: string;
  readonly measure: "queue_length" | "in_service";
  /** By level. */
  readonly shares: Float64Array;
}

/** Nothing unless the study was asked for `levels`. */
export function* levelShares({ scenario, outcomes }: ScenarioResult): Generator<LevelShares> {
  for (const [w, window] of scenario.windows.entries()) {
    for (const [p, place] of legendOf(scenario).places.entries()) {
      for (const measure of ["queue_length", "in_service"] as const) {
        const times = outcomes.flatMap(({ levels }) => levels?.[measure][w]?.[p] ?? []);
        // The practices of a pathway have no lists.
        if (times.length === 0) continue;
        yield { window: window.name, place: place.name, measure, shares: meanShares(times) };
      }
    }
  }
}

function meanShares(replications: readonly Float64Array[]): Float64Array {
  const shares = new Float64Array(Math.max(0, ...replications.map((times) => times.length)));
  for (const times of replications) {
    const total = times.reduce((sum, time) => sum + time, 0);
    times.forEach((time, level) => (shares[level]! += time / total / replications.length));
  }
  return shares;
}
