/** From scenarios to a sweep of draws of their parameters. */
import {
  chooseQuantities,
  drawPoints,
  figureKeys,
  type GivenRange,
  keyText,
  type MeasureKey,
  type Quantity,
  type Sweep,
  sweepId,
} from "../../index.ts";
import { InputError } from "../errors.ts";
import { checkFigures, isMeant } from "../figures.ts";
import { version } from "../package.ts";
import { startProgress } from "../progress.ts";
import type { OpenScenario } from "../scenarios.ts";
import type { OpenSweep } from "./open.ts";

export interface DrawOptions {
  readonly draws: number;
  readonly replications: number;
  readonly seed: string;
  readonly measure?: readonly string[];
  readonly costs?: string;
  readonly effects?: string;
  readonly parameter?: readonly string[];
  readonly except?: readonly string[];
  readonly range?: readonly GivenRange[];
  readonly json?: true;
}

export interface PlannedDraws {
  readonly opened: OpenSweep;
  readonly quantities: readonly Quantity[];
  /** Draws that made no scenario. */
  readonly again: number;
}

export function planDraws(scenarios: readonly OpenScenario[], options: DrawOptions): PlannedDraws {
  const { draws, replications, seed } = options;
  const measures = measuresOf(scenarios, options);
  const { factors, all } = choose(scenarios, options);
  const swept = scenarios.map(({ name, source }) => ({ name, source }));
  const { points, again } = draw(() =>
    withProgress("draws", options, (onProgress) => drawPoints(factors, swept, { draws, seed }, onProgress)),
  );
  const sweep: Sweep = {
    title: `Uncertain parameters: ${scenarios.map(({ name }) => name).join(", ")}`,
    scenarios: swept,
    factors: factors.map(({ name, paths, keys }) => ({ name, paths, keys })),
    design: "draws",
    points,
    seed,
    executive: "fast",
    replications,
    measures,
  };
  return { opened: { sweep, id: sweepId(sweep, version()) }, quantities: all, again };
}

function choose(scenarios: readonly OpenScenario[], options: DrawOptions) {
  const choice = { only: options.parameter, except: options.except, given: options.range };
  const chosen = withProgress("quantities looked at", options, (onProgress) =>
    chooseQuantities(scenarios, choice, onProgress),
  );
  if (chosen.faults.length > 0) throw new InputError(chosen.faults.join("\n"));
  if (chosen.factors.length > 0) return chosen;
  const why = chosen.all.map(({ name, left }) => `  ${name}: ${left}`);
  const hint = why.length > 0 ? why : ["  no parameter has a range: give some with --range"];
  throw new InputError(["there is nothing to draw:", ...hint.slice(0, 20)].join("\n"));
}

function measuresOf(scenarios: readonly OpenScenario[], { measure = [], costs, effects }: DrawOptions): MeasureKey[] {
  const names = [...measure, ...(costs === undefined ? [] : [costs]), ...(effects === undefined ? [] : [effects])];
  checkFigures(scenarios, names);
  const [first, ...others] = scenarios.map(({ scenario }) => figureKeys(scenario));
  const inAll = others.map((keys) => new Set(keys.map(keyText)));
  return first!.filter(
    (key) => names.some((name) => isMeant(name, key)) && inAll.every((keys) => keys.has(keyText(key))),
  );
}

/** Ranges that contradict each other are the user's to mend. */
function draw<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(`${error.message}: leave parameters out with --except`);
    throw error;
  }
}

function withProgress<T>(
  unit: string,
  { json }: DrawOptions,
  work: (onProgress: (done: number, of: number) => void) => T,
): T {
  const progress = startProgress(unit, !json);
  try {
    return work((done, of) => progress.update(done, of));
  } finally {
    progress.stop();
  }
}
