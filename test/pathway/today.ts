/** The baseline as it would start from today, for tests. */
import { legendOf } from "../../src/model/legend.ts";
import type { PathwayScenario } from "../../src/scenario/pathway/types.ts";
import { changed } from "./scenarios.ts";

export const today = (change: object = {}): PathwayScenario => changed({ warm_up_days: 0, run_days: 200, ...change });

/** Places of the log by name. */
export const placesOf = (scenario: PathwayScenario): Map<string, number> =>
  new Map(legendOf(scenario).places.map(({ name }, i) => [name, i]));
