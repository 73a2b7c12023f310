/** Other values for some parameters of a scenario: its source with the new numbers, read anew. */
import { parseAnyScenario } from "../../scenario/parse.ts";
import { isRate } from "../../scenario/units.ts";
import { inDays, unitIn, withUnit } from "../../scenario/units.ts";
import type { PathwayScenario } from "../../scenario/pathway/types.ts";

/** Objects whose keys are names, and not fields with a unit. */
const named = new Set(["groups", "policy", "services", "staff", "programmes"]);

/**
 * @param source as `Parsed` has it: merged, and every time in days
 * @param values by path, in the unit that the path names
 * @returns `undefined` where the values do not go together
 */
export function withValues(source: unknown, values: ReadonlyMap<string, number>): PathwayScenario | undefined {
  const changed: unknown = JSON.parse(JSON.stringify(source));
  for (const [path, value] of values) setValue(changed, path, value);
  const parsed = parseAnyScenario(JSON.stringify(changed), { name: "tuned.json" });
  return parsed.ok && parsed.scenario.kind === "pathway" ? parsed.scenario : undefined;
}

function setValue(root: unknown, path: string, value: number): void {
  let holder = root as Record<string, unknown>;
  let inUnit = value;
  let isName = false;
  for (const key of keysOf(path)) {
    const unit = isName ? undefined : unitIn(key);
    const inner = unit === undefined ? key : withUnit(key, "day");
    if (unit !== undefined) inUnit = isRate(inner) ? value / inDays(1, unit) : inDays(value, unit);
    isName = named.has(key);
    holder = holder[inner] as Record<string, unknown>;
    if (holder === undefined) throw new RangeError(`the scenario has no ${path}`);
  }
  holder["value"] = inUnit;
}

/** `risk.crises_per_year[3]` in its parts. */
export const keysOf = (path: string): string[] =>
  [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|[^.[\]]+/g)].map((match) => match[1] ?? match[2] ?? match[0]);
