/** The way into the model: one replication of a scenario, on either executive. */
import { Calendar } from "../engine/calendar.ts";
import { createSimJsExecutive } from "../engine/simjs.ts";
import type { Reader } from "../records/log.ts";
import type { AnyScenario } from "../scenario/types.ts";
import { runNetwork } from "./network/run.ts";
import { runPathway } from "./pathway/run.ts";

/** `fast` is the calendar of buckets; `simjs` is the independent referee, ten times slower or more. */
export type ExecutiveName = "fast" | "simjs";
export const executiveNames: readonly ExecutiveName[] = ["fast", "simjs"];

export interface RunSettings {
  readonly seed: string;
  /** Whole number from 0. The same seed and replication give the same run, bit for bit. */
  readonly replication: number;
  readonly executive: ExecutiveName;
}

/** Runs once and gives the readers everything that happens. Returns the number of events. */
export async function runOnce(
  scenario: AnyScenario,
  settings: RunSettings,
  readers: readonly Reader[],
): Promise<number> {
  const horizon = scenario.warm_up_days + scenario.run_days;
  const executive = settings.executive === "fast" ? new Calendar(horizon) : await createSimJsExecutive(horizon);
  return scenario.kind === "pathway"
    ? runPathway(scenario, executive, settings.seed, settings.replication, readers)
    : runNetwork(scenario, executive, settings.seed, settings.replication, readers);
}
