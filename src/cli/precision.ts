/** `--precision`: runs until named figures are known well enough, and says what was reached. */
import { type Command, InvalidArgumentError } from "commander";
import { type MeasureKey, type PreciseResult, runToPrecision, type Scenario, usualRule } from "../index.ts";
import { InputError } from "./errors.ts";
import { nonEmpty, type StudyOptions, wholeFrom1To } from "./options.ts";
import { startProgress } from "./progress.ts";
import { spawn } from "./spawn.ts";
import { nameOf } from "./text/words.ts";

export interface PrecisionOptions {
  readonly precision?: number;
  readonly measure?: readonly string[];
  readonly minimum: number;
  readonly maximum: number;
  readonly lookAhead: number;
}

export function addPrecisionOptions(command: Command): Command {
  const { minimum, maximum, look_ahead } = usualRule;
  return command
    .option("--precision <share>", "run until the intervals of --measure are so narrow, such as 5%", share)
    .option("--measure <name...>", "a figure to judge by, such as wait.started.mean or queue_length@triage", another)
    .option("--minimum <number>", "with --precision: replications at least", wholeFrom1To(1_000_000), minimum)
    .option("--maximum <number>", "with --precision: replications at most", wholeFrom1To(1_000_000), maximum)
    .option(
      "--look-ahead <number>",
      "with --precision: replications that must confirm it",
      wholeFrom1To(1000),
      look_ahead,
    );
}

const another = (text: string, before: readonly string[] = []): readonly string[] => [...before, nonEmpty(text)];

function share(text: string): number {
  const value = /^\d{1,3}(\.\d+)?%$/.test(text) ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError("Expected a share above 0 and below 1, such as 5% or 0.05.");
}

/** Ends the command as wrong usage where options do not go together. */
export function checkPrecision(command: Command, { precision, measure, minimum, maximum }: PrecisionOptions): void {
  if ((precision === undefined) !== (measure === undefined)) {
    command.error("error: options '--precision <share>' and '--measure <name...>' go together");
  }
  if (minimum < 2 || maximum < minimum) command.error("error: '--minimum' must be 2 or more, and at most '--maximum'");
}

export async function runPrecisely(
  scenario: Scenario,
  options: StudyOptions & PrecisionOptions,
): Promise<PreciseResult> {
  const { precision, measure, minimum, maximum, lookAhead, seed, executive, workers } = options;
  const wanted = (key: MeasureKey): boolean => measure!.some((text) => isMeant(text, key));
  const progress = startProgress("replications at most", !options.json);
  const rule = { relative: precision!, minimum, maximum, look_ahead: lookAhead };
  const onProgress = (finished: number, most: number): void => progress.update(finished, most);
  try {
    return await runToPrecision(scenario, { rule, wanted, seed, executive, workers, spawn, onProgress });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(`the scenario has no figure ${measure!.join(" or ")}; measures.csv of --out has their names`);
  } finally {
    progress.stop();
  }
}

/** `measure.estimand.statistic@place`; what is left out may be anything. Of all groups together, in every window. */
function isMeant(text: string, key: MeasureKey): boolean {
  const [what = "", ...place] = text.split("@");
  const [measure, estimand = key.estimand, statistic = "mean"] = what.split(".");
  const where = place.length === 0 ? key.place : place.join("@");
  return (
    key.group === "all" &&
    key.place === where &&
    key.measure === measure &&
    key.estimand === estimand &&
    key.statistic === statistic
  );
}

/** What was reached, a line for each figure. */
export function precisionReport({ met, reached, result }: PreciseResult, { precision }: PrecisionOptions): string {
  const percent = (relative: number): string =>
    relative < Infinity ? `${(100 * relative).toFixed(1)}%` : "not to be told";
  const lines = reached.map(
    ({ key, relative }) => `  ${key.window}, ${key.place}, ${nameOf(key)}: ${percent(relative)}`,
  );
  const n = result.outcomes.length;
  const head = met
    ? `A precision of ${percent(precision!)} was reached with ${n} replications, look-ahead and all:`
    : `A precision of ${percent(precision!)} was NOT reached with ${n} replications, the most allowed:`;
  return [head, ...lines].join("\n");
}
