/** The way into the model: one replication of a scenario, on either executive. */
import { Calendar } from "../engine/calendar.ts";
import type { Executive } from "../engine/executive.ts";
import { createSimJsExecutive } from "../engine/simjs.ts";
import type { Reader } from "../records/log.ts";
import type { AnyScenario } from "../scenario/types.ts";
import { runNetwork } from "./network/run.ts";
import { PathwayRun } from "./pathway/run.ts";
import type { SavedRun } from "./pathway/saved.ts";
import type { PathwayScenario } from "../scenario/pathway/types.ts";

/** `fast` is the calendar of buckets; `simjs` is the independent referee, ten times slower or more. */
export type ExecutiveName = "fast" | "simjs";
export const executiveNames: readonly ExecutiveName[] = ["fast", "simjs"];

export interface RunSettings {
  readonly seed: string;
  /** Whole number from 0. The same seed and replication give the same run, bit for bit. */
  readonly replication: number;
  readonly executive: ExecutiveName;
}

/** Pieces into which a run of a pathway is cut for those who may want to stop it: each takes some hundredths of a second. */
const pieces = 50;

/**
 * Runs once and gives the readers everything that happens. Returns the number of events.
 * @param turn called between the pieces of a run of a pathway; what it throws ends the run. Runs of networks are one piece
 */
export async function runOnce(
  scenario: AnyScenario,
  settings: RunSettings,
  readers: readonly Reader[],
  turn?: () => Promise<void>,
): Promise<number> {
  if (scenario.kind === "pathway") {
    const run = await startRun(scenario, settings, readers);
    if (turn) {
      const horizon = scenario.warm_up_days + scenario.run_days;
      for (let piece = 1; piece < pieces; piece++) {
        run.runUntil((horizon * piece) / pieces);
        await turn();
      }
    }
    run.finish();
    return run.events;
  }
  return runNetwork(scenario, await executiveFor(scenario, settings), settings.seed, settings.replication, readers);
}

/**
 * A run of a pathway that can be stopped on a day, saved, and gone on with.
 * @param saved where to go on from: a state of a run with the same seed and replication, of this scenario or of one with
 * the same practices, groups and services; its readers are given what happens from that day on
 * @throws RangeError where the scenario does not fit the saved state
 */
export async function startRun(
  scenario: PathwayScenario,
  settings: RunSettings,
  readers: readonly Reader[],
  saved?: SavedRun,
): Promise<PathwayRun> {
  const { seed, replication } = settings;
  const executive = await executiveFor(scenario, settings);
  return new PathwayRun({ scenario, executive, seed, replication, readers }, saved);
}

function executiveFor(
  { warm_up_days, run_days }: AnyScenario,
  { executive }: RunSettings,
): Promise<Executive> | Executive {
  const horizon = warm_up_days + run_days;
  return executive === "fast" ? new Calendar(horizon) : createSimJsExecutive(horizon);
}
