/** Options that several commands share, and readers of their values. */
import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type ExecutiveName, executiveNames } from "../index.ts";
import { type LogFormat, logFormats } from "./log/event-log.ts";

/** What decides a run, and how many threads share the work. */
export interface RunOptions {
  readonly replications: number;
  readonly seed: string;
  readonly workers: number;
  readonly executive: ExecutiveName;
}

/** The options of `run` and `compare`. */
export interface StudyOptions extends RunOptions {
  readonly out?: string;
  readonly log?: LogFormat;
  readonly parquet?: true;
  readonly json?: true;
}

export const defaultSeed = "caregap";
const mostReplications = 1_000_000;
const mostWorkers = 1024;

/** Options of all commands that run replications. */
export function addRunOptions(command: Command): Command {
  return command
    .option("--replications <number>", "independent repetitions of the run", wholeFrom1To(mostReplications), 20)
    .option("--seed <text>", "the same text gives the same people, bit for bit", defaultSeed)
    .addOption(
      new Option("--workers <number>", "threads to use; the results do not depend on it")
        .argParser(wholeFrom1To(mostWorkers))
        .default(availableParallelism(), "one for each core"),
    )
    .addOption(
      new Option(
        "--executive <name>",
        "fast, or simjs: an independent referee with the same results, ten times slower or more",
      )
        .choices(executiveNames)
        .default("fast"),
    );
}

export function addStudyOptions(command: Command): Command {
  return addRunOptions(command)
    .option("--out <folder>", "write tables there (CSV) and a manifest of what made them", nonEmpty)
    .option("--parquet", "with --out: write each table as Parquet too")
    .addOption(
      new Option(
        "--log [format]",
        "with --out: write every event, as csv, vidigi (columns of that package) or xes (IEEE 1849); runs in one thread",
      )
        .choices(logFormats)
        .preset("csv"),
    )
    .option("--json", "print the summary as JSON, and nothing else");
}

/** Ends the command as wrong usage where options do not go together. */
export function checkTogether(command: Command, { log, parquet, out }: StudyOptions): void {
  if (log && out === undefined) command.error("error: option '--log' needs '--out <folder>'");
  if (parquet && out === undefined) command.error("error: option '--parquet' needs '--out <folder>'");
}

export function nonEmpty(text: string): string {
  if (text === "") throw new InvalidArgumentError("It is empty.");
  return text;
}

export const wholeFrom1To = (most: number) => wholeFrom(1, most);
export const wholeFrom0To = (most: number) => wholeFrom(0, most);

const wholeFrom =
  (least: number, most: number) =>
  (text: string): number => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most.toLocaleString("en-GB")}.`);
  };

/** A number of days or hours, 0 or more. */
export function duration(text: string): number {
  if (/^(\d{1,12}\.?\d*|\.\d+)$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected a number, 0 or more.");
}
