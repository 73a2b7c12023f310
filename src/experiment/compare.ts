/** Scenarios compared in one call, for programs. */
import type { ExecutiveName } from "../model/run.ts";
import type { Load } from "../scenario/files.ts";
import { parseAnyScenario } from "../scenario/parse.ts";
import type { AnyScenario, Problem } from "../scenario/types.ts";
import { InvalidInput } from "./input-error.ts";
import { type HowToRun, runStudy } from "./study.ts";
import { type DifferenceRow, differences, summarise, type SummaryRow } from "./summary.ts";
import type { NamedResult } from "./tables.ts";

/** What a comparison may be told; everything has a default. */
export interface CompareSettings extends Pick<HowToRun, "spawn" | "workers"> {
  /** Independent repetitions of each scenario, 2 or more for an interval; 20 unless given. */
  readonly replications?: number | undefined;
  /** Any text; the same gives the same people and the same figures, bit for bit. `"caregap"` unless given. */
  readonly seed?: string | undefined;
  readonly executive?: ExecutiveName | undefined;
  /** Gives the text of a file that a scenario names (`extends`, CSV files), relative to it; without it such scenarios are refused. */
  readonly load?: Load | undefined;
  /** Told after each replication how many are finished, of how many in all. */
  readonly onProgress?: ((finished: number, of: number) => void) | undefined;
}

/** What a comparison says. Days, people, shares: each row's `key` has the unit and the estimand. */
export interface Comparison {
  /** By the names given: every figure's mean over the replications, with a 95% confidence interval by Student's t. */
  readonly summaries: Readonly<Record<string, readonly SummaryRow[]>>;
  /**
   * By the name of each scenario but the first: its figures less those of the first, over pairs of replications with the
   * same people (common random numbers), with a 95% confidence interval.
   */
  readonly differences: Readonly<Record<string, readonly DifferenceRow[]>>;
  /** Every figure of every replication: for `measuresTable` and the other tables. */
  readonly results: readonly NamedResult[];
  /** What is allowed in the scenarios and probably not meant. */
  readonly warnings: readonly Problem[];
}

/**
 * Runs scenarios with the same people in each, and tells how all others differ from the first.
 *
 * @param scenarios by a name for each: what a scenario file holds, as its text or as the object in it
 * @throws {@link InvalidInput} with everything that is wrong with any of them; nothing has run then
 * @example
 * const { differences } = await compare({ now: scenario, more: { ...scenario, nodes: { … } } }, { replications: 50 });
 * for (const { key, mean, low, high } of differences.more) console.log(key.place, key.measure, mean, low, high, key.unit);
 */
export async function compare(
  scenarios: Readonly<Record<string, string | object>>,
  settings: CompareSettings = {},
): Promise<Comparison> {
  const { replications = 20, seed = "caregap", executive, load, spawn, workers, onProgress } = settings;
  if (!Number.isSafeInteger(replications) || replications < 1) {
    throw new RangeError(`replications: expected a whole number, 1 or more, got ${replications}`);
  }
  const opened = open(scenarios, load);
  const study = { scenarios: opened.map(({ scenario }) => scenario), seed, replications, executive };
  const { scenarios: done } = await runStudy(study, { spawn, workers, onProgress }).done;
  const results = done.map((result, i): NamedResult => ({ name: opened[i]!.name, result }));
  const [base, ...others] = results;
  return {
    summaries: Object.fromEntries(results.map(({ name, result }) => [name, summarise(result)])),
    differences: Object.fromEntries(others.map(({ name, result }) => [name, differences(base!.result, result)])),
    results,
    warnings: opened.flatMap(({ warnings }) => warnings),
  };
}

interface Opened {
  readonly name: string;
  readonly scenario: AnyScenario;
  readonly warnings: readonly Problem[];
}

function open(scenarios: Readonly<Record<string, string | object>>, load: Load | undefined): Opened[] {
  const faults: Problem[] = [];
  const opened = Object.entries(scenarios).flatMap(([name, given]): Opened[] => {
    const parsed = parseAnyScenario(textOf(given), { name: `${name}.json`, load });
    if (parsed.ok) return [{ name, scenario: parsed.scenario, warnings: parsed.warnings }];
    faults.push(...parsed.problems.map((problem) => ({ ...problem, at: `${name}: ${problem.at}` })));
    return [];
  });
  if (faults.length > 0) throw new InvalidInput("what was given", faults, "scenario");
  return opened;
}

/** JSON has no infinity and no functions: what cannot be written down is told as a fault of its place. */
export function textOf(given: unknown): string {
  return typeof given === "string" ? given : (JSON.stringify(given) ?? "null");
}
