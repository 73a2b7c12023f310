/** `--precision`: runs until all named figures of all scenarios are known well enough, and says what was reached. */
import { type Command, InvalidArgumentError } from "commander";
import { type Judgement, type PreciseResult, runToPrecision, type Study, usualRule } from "../index.ts";
import { another, checkFigures, isMeant } from "./figures.ts";
import { type StudyOptions, wholeFrom1To } from "./options.ts";
import { interruption } from "./interrupt.ts";
import { startProgress } from "./progress.ts";
import type { OpenScenario } from "./scenarios.ts";
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

function share(text: string): number {
  const value = /^\d{1,3}(\.\d+)?%$/.test(text) ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError("Expected a share above 0 and below 1, such as 5% or 0.05.");
}

/** Ends the command as wrong usage where options do not go together. */
export function checkPrecision(command: Command, { precision, measure, minimum, maximum }: PrecisionOptions): void {
  const isGiven = (option: string): boolean => command.getOptionValueSource(option) === "cli";
  if ((precision === undefined) !== (measure === undefined)) {
    command.error("error: options '--precision <share>' and '--measure <name...>' go together");
  }
  if (precision === undefined && ["minimum", "maximum", "lookAhead"].some(isGiven))
    command.error("error: options '--minimum', '--maximum' and '--look-ahead' need '--precision <share>'");
  if (precision !== undefined && isGiven("replications"))
    command.error(
      "error: '--precision' decides how many replications there are: give '--minimum' and '--maximum' instead",
    );
  if (minimum < 2 || maximum < minimum) command.error("error: '--minimum' must be 2 or more, and at most '--maximum'");
}

/** What to judge the scenarios by; undefined without `--precision`. Names without a figure are refused, all at once. */
export function judgementOf(opened: readonly OpenScenario[], options: PrecisionOptions): Judgement | undefined {
  const { precision, measure, minimum, maximum, lookAhead } = options;
  if (precision === undefined || measure === undefined) return undefined;
  checkFigures(opened, measure);
  return {
    rule: { relative: precision, minimum, maximum, look_ahead: lookAhead },
    wanted: (key) => measure.some((text) => isMeant(text, key)),
  };
}

/** Runs a study in worker threads for as long as it takes. */
export async function runPrecisely(
  { scenarios, seed, executive = "fast", levels, trend }: Study,
  judgement: Judgement,
  { workers, json }: StudyOptions,
  signal: AbortSignal,
): Promise<PreciseResult> {
  const progress = startProgress("replications at most", !json);
  const onProgress = (finished: number, most: number): void => progress.update(finished, most);
  const stopped = interruption(signal);
  const settings = { ...judgement, seed, executive, levels, trend, workers, spawn, onProgress, stopped };
  return runToPrecision(scenarios, settings).finally(() => progress.stop());
}

/** What was reached, a line for each figure. */
export function precisionReport(
  { met, reached, result }: PreciseResult,
  names: readonly string[],
  { precision }: PrecisionOptions,
): string {
  const percent = (relative: number): string =>
    relative < Infinity ? `${(100 * relative).toFixed(1)}%` : "not to be told";
  const lines = reached.map(({ scenario, key, relative }) => {
    const whose = names.length > 1 ? `${names[scenario]}, ` : "";
    return `  ${whose}${key.window}, ${key.place}, ${nameOf(key)}: ${percent(relative)}`;
  });
  const n = result.study.replications;
  const head = met
    ? `A precision of ${percent(precision!)} was reached with ${n} replications, look-ahead and all:`
    : `A precision of ${percent(precision!)} was NOT reached with ${n} replications, the most allowed:`;
  return [head, ...lines].join("\n");
}
