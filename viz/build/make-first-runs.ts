/** Makes the runs that come with the page. Run by `first-runs.ts` in a process of its own. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  type AnyScenario,
  figureKeys,
  parseAnyScenario,
  replicate,
  scenarioHash,
  type ScenarioResult,
} from "../../src/index.ts";
import { rowsOf } from "../figures/rows.ts";
import { firstStudy } from "../state/first.ts";
import type { ScenarioState } from "../state/state.ts";
import type { FirstRuns } from "../study/first-runs.ts";
import { nothingKnown } from "../study/results.ts";

/** As many as give an interval that says something, and few enough that nobody waits for a build. */
export const firstRunsMade = 4;

/** @param scenarios the folder of the scenarios that come with the page */
export async function makeFirstRuns(scenarios: string, runs = firstRunsMade): Promise<FirstRuns> {
  const { seed } = firstStudy;
  const results: ScenarioResult[] = [];
  for (const { base } of firstStudy.scenarios) {
    const scenario = scenarioIn(scenarios, base);
    const outcomes = [];
    for (let replication = 0; replication < runs; replication++)
      outcomes.push(await replicate(scenario, { seed, replication, executive: "fast" }));
    results.push({ scenario, keys: figureKeys(scenario), outcomes });
  }
  const figures = figuresRead(firstStudy.scenarios.map((asked, at) => ({ asked, result: results[at]! })));
  return {
    seed,
    size: sizeOf(results),
    figures,
    scenarios: results.map(({ scenario, outcomes }) => ({
      hash: scenarioHash(scenario),
      runs: outcomes.map(({ values }) =>
        figures.map((figure) => (Number.isNaN(values[figure]!) ? null : values[figure]!)),
      ),
    })),
  };
}

/** The same of all, since a figure is known by its place among them. */
function sizeOf(results: readonly ScenarioResult[]): number {
  const [size, ...others] = new Set(results.map(({ keys }) => keys.length));
  if (size === undefined || others.length > 0) throw new Error("the scenarios of the first study have other figures");
  return size;
}

function scenarioIn(folder: string, base: string): AnyScenario {
  const load = (file: string): string => readFileSync(join(folder, basename(file)), "utf8");
  const parsed = parseAnyScenario(load(base), { name: base, load });
  if (!parsed.ok) throw new Error(`the first study cannot be run: ${JSON.stringify(parsed.problems)}`);
  return parsed.scenario;
}

/** Which figures the first page reads: all that it asks for while its rows are made. */
function figuresRead(known: readonly { readonly asked: ScenarioState; readonly result: ScenarioResult }[]): number[] {
  const read = new Set<number>();
  const watched = (values: Float64Array): Float64Array =>
    new Proxy(values, {
      get(target, name) {
        if (typeof name === "string" && /^\d+$/.test(name)) read.add(Number(name));
        return Reflect.get(target, name, target) as unknown;
      },
    });
  const scenarios = known.map(({ asked, result }) => ({
    asked,
    title: "",
    scenario: result.scenario,
    file: result.scenario,
    problems: [],
    result: { ...result, outcomes: result.outcomes.map((one) => ({ ...one, values: watched(one.values) })) },
  }));
  rowsOf({ ...nothingKnown, scenarios });
  return [...read].toSorted((a, b) => a - b);
}
