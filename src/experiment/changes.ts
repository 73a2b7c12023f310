/** A scenario with some of it changed, as a reader asks for it: by path and value, checked like any other. */
import { type Parsed, parseAnyScenario } from "../scenario/parse.ts";
import type { AnyScenario, Problem } from "../scenario/types.ts";
import { changedAt, isPlaceIn, readPath } from "./sweep/path.ts";

export interface ScenarioChange {
  /** As the author of the scenario writes it: `services.IAPT.hold.lasts_months`, `risk.crises_per_year[3]`. */
  readonly path: string;
  /** In the unit that the path names; an object is merged in, null removes. */
  readonly value: unknown;
}

/**
 * @param source as `Parsed` has it: merged, and every time in days
 * @param changes made in this order
 * @returns every fault of the changes, or of what they make of the scenario
 */
export function withChanges(source: unknown, changes: readonly ScenarioChange[]): Parsed<AnyScenario> {
  const problems: Problem[] = [];
  let changed = source;
  for (const { path, value } of changes) {
    const keys = readPath(path);
    if (keys === undefined || !isPlaceIn(changed, keys)) {
      const got = JSON.stringify(path);
      problems.push({ at: path, expected: "a path to something that the scenario has", got });
    } else changed = changedAt(changed, keys, value);
  }
  if (problems.length > 0) return { ok: false, problems };
  return parseAnyScenario(JSON.stringify(changed), { name: "scenario.json" });
}
