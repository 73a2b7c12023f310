/** `caregap uncertainty`: how scenarios compare when the parameters are uncertain. */
import { join, resolve } from "node:path";
import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError, Option } from "commander";
import {
  acceptability,
  acceptabilityTable,
  compareDraws,
  costEffectivenessPlane,
  drawDifferencesTable,
  faultOfDraws,
  type FinishedSweep,
  type GivenRange,
  planeTable,
  quantitiesTable,
  uncertaintyTable,
} from "../../index.ts";
import { InputError } from "../errors.ts";
import { another, figureHelp, isMeant } from "../figures.ts";
import { interruptible } from "../interrupt.ts";
import { defaultSeed, nonEmpty, wholeFrom1To } from "../options.ts";
import { openScenarios } from "../scenarios.ts";
import { finishSweep, isFolder, readSweepFolder } from "../sweep/finished.ts";
import { planDraws } from "../sweep/draws.ts";
import { printTables, type Tables, writeTables } from "../tables-out.ts";
import { acceptabilityReport, comparisonReport } from "../text/uncertainty-report.ts";

export interface UncertaintyOptions {
  readonly draws: number;
  readonly replications: number;
  readonly measure?: readonly string[];
  readonly parameter?: readonly string[];
  readonly except?: readonly string[];
  readonly range?: readonly GivenRange[];
  readonly costs?: string;
  readonly effects?: string;
  readonly willingness: readonly number[];
  readonly seed: string;
  readonly workers: number;
  readonly out?: string;
  readonly json?: true;
}

export function addUncertainty(program: Command): void {
  const command = program
    .command("uncertainty")
    .description(
      "Compare scenarios with their parameters drawn from what is known of them: how often is one better than another?",
    )
    .argument(
      "<base>",
      "the scenario that the others are compared with; or alone, the folder of a finished sweep of draws",
    )
    .argument("[other...]", "one or more scenarios")
    .option("--draws <number>", "draws of the parameters, the same for all scenarios", from2, 100)
    .option("--replications <number>", "repetitions of each draw, 2 or more", from2, 4)
    .option("--measure <name...>", "a figure to compare, such as wait.started.mean@triage", another)
    .option(
      "--parameter <path...>",
      "draw only these, such as services.IAPT; all that can be drawn unless given",
      another,
    )
    .option("--except <path...>", "do not draw these", another)
    .option("--range <path=range...>", "draw this from LOW:HIGH (uniform) or LOW:MODE:HIGH (triangular)", range)
    .option(
      "--costs <name>",
      "the figure of costs; with --effects, for the plane and the acceptability curve",
      nonEmpty,
    )
    .option("--effects <name>", "the figure of effects, such as QALYs or recoveries", nonEmpty)
    .option("--willingness <from:to:step>", "pounds for a unit of effect", steps, steps("0:50000:2500"))
    .option("--seed <text>", "the same text gives the same draws and people", defaultSeed)
    .addOption(
      new Option("--workers <number>", "threads to use; the results do not depend on it")
        .argParser(wholeFrom1To(1024))
        .default(availableParallelism(), "one for each core"),
    )
    .option("--out <folder>", "where the runs go, and to uncertainty/ in it what is worked out from them", nonEmpty)
    .option("--json", "print the result as JSON, and nothing else")
    .addHelpText(
      "after",
      `
Ranges and laws are those of the parameters' provenance (scenarios/sweeps/README.md), but an assumption is in doubt by half
to twice its value at most. parameters.csv has what is drawn and what is not, and why. Chance and parameters are kept
apart by analysis of variance. Killed at any moment, the same command goes on where it was. docs/uncertainty.md tells what
each figure means.
${figureHelp}

Examples:
  caregap uncertainty baseline my-plan.json --measure "person_days.gap.share@all practices" --out uncertain
  caregap uncertainty baseline my-plan.json --parameter services.IAPT population.groups.pd --measure wait_to_first_treatment.started.mean@IAPT
      --costs "costs.all.sum@all practices" --effects recovered.events.count@IAPT --willingness 0:20000:1000 --out uncertain
  caregap uncertainty now.json plan.json --range "nodes.triage.arrivals[0].per_week=40:50:70" --measure wait.started.mean@triage --out uncertain
  caregap uncertainty uncertain`,
    )
    .action((base: string, others: string[], options: UncertaintyOptions) =>
      uncertainty(base, others, options, command),
    );
}

function from2(text: string): number {
  const value = wholeFrom1To(100_000)(text);
  if (value >= 2) return value;
  throw new InvalidArgumentError("Expected a whole number, 2 or more.");
}

function range(text: string, before: readonly GivenRange[] = []): readonly GivenRange[] {
  const [, path, numbers] = /^(.+)=([^=]+)$/.exec(text) ?? [];
  const parts = numbers?.split(":").map(Number) ?? [];
  const isSound = path !== undefined && (parts.length === 2 || parts.length === 3) && parts.every(Number.isFinite);
  if (!isSound) throw new InvalidArgumentError("Expected PATH=LOW:HIGH or PATH=LOW:MODE:HIGH.");
  return [...before, { path, low: parts[0]!, mode: parts.length === 3 ? parts[1] : undefined, high: parts.at(-1)! }];
}

function steps(text: string): readonly number[] {
  const [from = NaN, to = NaN, step = NaN, ...rest] = text.split(":").map(Number);
  const count = Math.floor((to - from) / step) + 1;
  if (rest.length > 0 || !(from >= 0 && step > 0 && count >= 1 && count <= 10_000))
    throw new InvalidArgumentError("Expected FROM:TO:STEP, at most 10,000 steps.");
  return Array.from({ length: count }, (_, i) => from + i * step);
}

async function uncertainty(
  base: string,
  others: readonly string[],
  options: UncertaintyOptions,
  command: Command,
): Promise<void> {
  const { out, costs, effects, workers } = options;
  if ((costs === undefined) !== (effects === undefined)) command.error("error: '--costs' and '--effects' go together");
  if (others.length === 0) {
    if (!isFolder(base)) command.error("error: give two scenarios or more, or the folder of a finished sweep of draws");
    if (out !== undefined && resolve(out) === resolve(base))
      command.error("error: '--out' must be another folder than that of the sweep");
    await tell(base, out, options, {});
    return;
  }
  if (out === undefined) command.error("error: the runs need '--out <folder>' to go to");
  if (options.measure === undefined && costs === undefined)
    command.error("error: name figures to compare with '--measure <name...>', or with '--costs' and '--effects'");
  const { opened, quantities, again } = planDraws(openScenarios([base, ...others]), options);
  const tables = { "parameters.csv": quantitiesTable(quantities) };
  if (!options.json) {
    const drawn = quantities.filter(({ left }) => left === undefined).length;
    console.log(
      `Quantities that are drawn: ${drawn}; with a range, but not drawn: ${quantities.length - drawn}${again > 0 ? `; draws that made no scenario and were drawn again: ${again}` : ""}.`,
    );
  }
  if ((await finishSweep(opened, out, { workers })) !== false)
    await tell(out, join(out, "uncertainty"), options, tables);
}

async function tell(
  folder: string,
  out: string | undefined,
  options: UncertaintyOptions,
  extra: Tables,
): Promise<void> {
  const sweep = readSweepFolder(folder);
  const fault = faultOfDraws(sweep);
  if (fault !== undefined) throw new InputError(`cannot compare the scenarios of ${folder}: ${fault}`);
  const rows = compareDraws(sweep);
  const [base] = sweep.scenarios as [string];
  const worth = worthOf(sweep, options, folder);
  const curve = worth && acceptability(sweep, worth, options.willingness);
  const tables: Tables = {
    ...extra,
    "uncertainty.csv": uncertaintyTable(base, rows),
    "draw-differences.csv": drawDifferencesTable(base, rows),
    ...(worth && { "plane.csv": planeTable(base, costEffectivenessPlane(sweep, worth)) }),
    ...(curve && { "acceptability.csv": acceptabilityTable(sweep.scenarios, curve) }),
  };
  const { title, scenarios, points } = sweep;
  const about = { title, scenarios, draws: points.length, replications: sweep.values[0]![0]![0]!.length };
  if (out !== undefined) await interruptible((signal) => writeTables(out, tables, about, signal));
  if (options.json) {
    printTables(about, tables);
    return;
  }
  console.log(
    `${about.draws} draws of the parameters, ${about.replications} replications of each, the same people in all scenarios.\n`,
  );
  console.log(comparisonReport(base, rows));
  if (curve) console.log(`\n${acceptabilityReport(scenarios, curve, sweep.measures[worth.effects]!.measure)}`);
  if (out !== undefined) console.log(`\nWritten to ${out}.`);
}

/** Where costs and effects are among the measures of a sweep; undefined where they were not asked for. */
function worthOf(sweep: FinishedSweep, { costs, effects }: UncertaintyOptions, folder: string) {
  if (costs === undefined || effects === undefined) return undefined;
  const find = (name: string): number => {
    const found = sweep.measures.flatMap((key, i) => (isMeant(name, key) ? [i] : []));
    if (found.length === 1) return found[0]!;
    throw new InputError(`${name} means ${found.length} figures of ${folder}, expected one`);
  };
  return { costs: find(costs), effects: find(effects) };
}
