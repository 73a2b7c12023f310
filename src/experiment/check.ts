/**
 * Checks of a scenario against theory, on its own settings: the closed forms that apply to its places, and Little's law
 * everywhere. Closed forms are held against the mean over replications, in standard errors of it; Little's law is exact
 * in each run and allows for rounding only.
 */
import { keyText, type MeasureKey } from "../measures/key.ts";
import { legendOf } from "../model/legend.ts";
import type { ExecutiveName } from "../model/run.ts";
import type { Legend } from "../records/legend.ts";
import type { AnyScenario, NetworkScenario } from "../scenario/types.ts";
import { figureKeys } from "./replication.ts";
import { type HowToRun, type RunningStudy, runStudy, type ScenarioResult, type StudyResult } from "./study.ts";
import { flowsOf } from "./theory/flows.ts";
import { type Formula, formulas } from "./theory/formulas.ts";
import type { Stays } from "./theory/little.ts";
import { recognise } from "./theory/recognise.ts";

/** A figure with the value that theory gives it. */
export interface Check {
  readonly key: MeasureKey;
  readonly formula: Formula;
  /** In the unit of the key. */
  readonly expected: number;
}

export interface CheckRow extends Check {
  /** Mean over replications. */
  readonly simulated: number;
  /** Of that mean; 0 for Little's law, which is exact in every run. */
  readonly standardError: number;
  /** (simulated - expected) / standard error; 0 where both are the same but for rounding. */
  readonly z: number;
  /** Whether they are within 4 standard errors of each other. */
  readonly agrees: boolean;
}

/** A place to whose waits no closed form applies. */
export interface Unchecked {
  readonly place: string;
  /** Why not, as a sentence without its full stop. */
  readonly why: string;
}

export interface CheckSettings extends HowToRun {
  readonly seed: string;
  /** 2 or more; with fewer than twenty the standard error itself is too unsure to rely on. */
  readonly replications: number;
  readonly executive?: ExecutiveName | undefined;
  /** Where it is not undefined, its rejection stops the work; it ends with `Cancelled` then. */
  readonly stopped?: Promise<never> | undefined;
}

/** A simulated mean further than this from theory, in standard errors, is taken for a fault: by chance one in 16,000. */
const mostStandardErrors = 4;
/** What rounding may do to sums over the people of a run, relative to their size. */
const rounding = 1e-9;
/** Runs in which Little's law is looked at: it is exact, so one is enough, and a second costs little. */
const runsForLittle = 2;

/** The closed forms that apply to a scenario, in the order of its figures. None where no window begins late enough. */
export function checksFor(scenario: NetworkScenario): Check[] {
  const keys = new Map(figureKeys(scenario).map((key) => [keyText(key), key]));
  const flows = flowsOf(scenario);
  return scenario.nodes.flatMap(({ name: place }, at) =>
    recognise(scenario, flows, at).claims.flatMap(({ formula, expected, from_day, ...figure }) =>
      scenario.windows.flatMap((window): Check[] => {
        const key = keys.get(keyText({ ...figure, place, window: window.name, unit: "" }));
        return key && window.from_day >= from_day ? [{ key, formula, expected: expected(window) }] : [];
      }),
    ),
  );
}

/** Why no closed form applies, for each place where that is so. */
export function uncheckedIn(scenario: AnyScenario): Unchecked[] {
  if (scenario.kind === "pathway") return [{ place: "any place of a pathway", why: "its people remember" }];
  const flows = flowsOf(scenario);
  return scenario.nodes.flatMap(({ name: place }, at): Unchecked[] => {
    const { claims, why } = recognise(scenario, flows, at);
    if (why !== "") return [{ place, why }];
    const soonest = Math.min(...claims.map(({ from_day }) => from_day));
    if (scenario.windows.some((window) => window.from_day >= soonest)) return [];
    return [{ place, why: `it may take ${Math.ceil(soonest)} days to settle, and no window begins so late` }];
  });
}

/**
 * Runs a scenario and holds what it gives against theory: first the closed forms, of which there are none for a pathway,
 * then Little's law.
 */
export async function runChecks(scenario: AnyScenario, settings: CheckSettings): Promise<CheckRow[]> {
  const { seed, replications, executive, stopped, ...how } = settings;
  if (!(replications >= 2))
    throw new RangeError(`replications must be 2 or more to know the error, got ${replications}`);
  const checks = scenario.kind === "network" ? checksFor(scenario) : [];
  const little = await checkLittle(scenario, settings);
  if (checks.length === 0) return little;
  const study = { scenarios: [scenario], seed, replications, executive };
  const { scenarios } = await finish(runStudy(study, how), stopped);
  return [...compareWithTheory(checks, scenarios[0]!), ...little];
}

function finish(running: RunningStudy, stopped: Promise<never> | undefined): Promise<StudyResult> {
  stopped?.catch(() => running.cancel());
  return running.done;
}

/** Holds the figures of a finished study against what theory gives. */
export function compareWithTheory(checks: readonly Check[], { keys, outcomes }: ScenarioResult): CheckRow[] {
  const figureOf = new Map(keys.map((key, figure) => [keyText(key), figure]));
  return checks.map((check) => {
    const figure = figureOf.get(keyText(check.key))!;
    return compare(
      check,
      outcomes.map(({ values }) => values[figure]!),
    );
  });
}

/** NaN values, such as the mean wait of nobody, are left out. */
function compare(check: Check, values: readonly number[]): CheckRow {
  const known = values.filter((value) => !Number.isNaN(value));
  const n = known.length;
  const simulated = known.reduce((sum, value) => sum + value, 0) / n;
  const squares = known.reduce((sum, value) => sum + (value - simulated) * (value - simulated), 0);
  return judge(check, simulated, Math.sqrt(squares / (n - 1) / n));
}

function judge(check: Check, simulated: number, standardError: number): CheckRow {
  const off = simulated - check.expected;
  const isRounding = Math.abs(off) <= rounding * Math.max(1, Math.abs(check.expected));
  const z = isRounding ? 0 : off / standardError;
  return { ...check, simulated, standardError, z, agrees: Math.abs(z) <= mostStandardErrors };
}

/** Little's law on every waiting list and in every service or course, for each group and window, in a few runs. */
async function checkLittle(
  scenario: AnyScenario,
  { seed, replications, executive, spawn, workers, stopped }: CheckSettings,
): Promise<CheckRow[]> {
  const runs = Math.min(runsForLittle, replications);
  const study = { scenarios: [scenario], seed, replications: runs, executive, stays: true };
  const { keys, outcomes } = (await finish(runStudy(study, { spawn, workers }), stopped)).scenarios[0]!;
  const legend = legendOf(scenario);
  const [first, ...others] = outcomes.map(({ values, stays }) => littleRows(legend, keys, values, stays!));
  return first!.map((row, i) => worst([row, ...others.map((rows) => rows[i]!)]));
}

const worst = (rows: readonly CheckRow[]): CheckRow => rows.find((row) => !row.agrees) ?? rows[0]!;

/** Little's law in one run: its figures, and what `StaysReader` added up from its log. */
export function littleRows(
  { places, groups }: Pick<Legend, "places" | "groups">,
  keys: readonly MeasureKey[],
  values: ArrayLike<number>,
  stays: readonly Stays[],
): CheckRow[] {
  const sums = new Map<string, number>();
  for (const { window, place, group, measure, mean } of stays) {
    const names = {
      window,
      place: places[place]!.name,
      measure,
      estimand: "time_weighted",
      statistic: "mean",
      unit: "",
    };
    for (const name of groups.length > 1 ? ["all", groups[group]!] : ["all"]) {
      const text = keyText({ ...names, group: name });
      sums.set(text, (sums.get(text) ?? 0) + mean);
    }
  }
  return keys.flatMap((key, figure) => {
    const expected = sums.get(keyText(key));
    return expected === undefined ? [] : [judge({ key, formula: formulas.little, expected }, values[figure]!, 0)];
  });
}
