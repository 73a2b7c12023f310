/** `caregap sensitivity`: which factors of a sweep matter, and how much. */
import { resolve, join } from "node:path";
import { availableParallelism } from "node:os";
import { type Command, Option } from "commander";
import { analyse, faultOfSweep, methodOf, sensitivityTable } from "../../index.ts";
import { InputError } from "../errors.ts";
import { interruptible } from "../interrupt.ts";
import { defaultSeed, nonEmpty, wholeFrom1To } from "../options.ts";
import { finishSweep, isFolder, readSweepFolder } from "../sweep/finished.ts";
import { openSweep } from "../sweep/open.ts";
import { printTables, writeTables } from "../tables-out.ts";
import { sensitivityReport } from "../text/sensitivity-report.ts";

interface SensitivityOptions {
  readonly out?: string;
  readonly resamples: number;
  readonly seed: string;
  readonly workers: number;
  readonly json?: true;
}

const told = {
  tornado:
    "Tornado: one factor at a time from its lowest to its highest value, the others as they are; paired replications.",
  rank: "Partial rank correlations (Marino et al. 2008): how steadily it rises (+) or falls (-) with each factor, the others held still.",
  sobol:
    "Sobol' indices (Saltelli et al. 2010): share of the variance over the design that goes back to each factor, alone and with its interactions; bootstrap intervals.",
} as const;

export function addSensitivity(program: Command): void {
  const command = program
    .command("sensitivity")
    .description(
      "Tell which factors of a sweep matter: tornado, partial rank correlations or Sobol' indices, by its design.",
    )
    .argument("<sweep>", "the folder of a finished sweep; or a sweep file, which is then run to --out")
    .option(
      "--out <folder>",
      "write sensitivity.csv there; for a sweep file, the sweep goes there and this to sensitivity/ in it",
      nonEmpty,
    )
    .option(
      "--resamples <number>",
      "bootstrap samples for the intervals of Sobol' indices",
      wholeFrom1To(100_000),
      1000,
    )
    .option("--seed <text>", "for the bootstrap", defaultSeed)
    .addOption(
      new Option("--workers <number>", "for a sweep file: threads to use; the results do not depend on it")
        .argParser(wholeFrom1To(1024))
        .default(availableParallelism(), "one for each core"),
    )
    .option("--json", "print the result as JSON, and nothing else")
    .addHelpText(
      "after",
      `
one_at_a_time gives a tornado, saltelli Sobol' indices, any other design partial rank correlations. docs/sensitivity.md
has a worked example, also with points and indices of SALib and R.

Examples:
  caregap sensitivity results
  caregap sensitivity what-matters.json --out results
  caregap sensitivity results --json > indices.json`,
    )
    .action((path: string, options: SensitivityOptions) => sensitivity(path, options, command));
}

async function sensitivity(path: string, options: SensitivityOptions, command: Command): Promise<void> {
  const { out, workers } = options;
  if (isFolder(path)) {
    if (out !== undefined && resolve(out) === resolve(path))
      command.error("error: '--out' must be another folder than that of the sweep");
    await tell(path, out, options);
    return;
  }
  if (out === undefined) command.error("error: a sweep file needs '--out <folder>' to run to");
  if ((await finishSweep(openSweep(path), out, { workers })) !== false)
    await tell(out, join(out, "sensitivity"), options);
}

async function tell(
  folder: string,
  out: string | undefined,
  { resamples, seed, json }: SensitivityOptions,
): Promise<void> {
  const sweep = readSweepFolder(folder);
  const fault = faultOfSweep(sweep);
  if (fault !== undefined) throw new InputError(`cannot tell what matters in ${folder}: ${fault}`);
  const found = analyse(sweep, { seed, resamples });
  const { title, design, scenarios, points } = sweep;
  const about = { title, design, method: methodOf(sweep), scenarios, points: points.length, resamples, seed };
  const tables = { "sensitivity.csv": sensitivityTable(sweep, found) };
  if (out !== undefined) await interruptible((signal) => writeTables(out, tables, about, signal));
  if (json) {
    printTables(about, tables);
    return;
  }
  console.log(`${title}: ${design.replaceAll("_", " ")}, ${points.length} points\n${told[methodOf(sweep)]}\n`);
  console.log(sensitivityReport(sweep.factors, found));
  if (out !== undefined) console.log(`\nWritten to ${out}.`);
}
