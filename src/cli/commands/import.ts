/** `caregap import`: files of other tools, turned into a scenario file. */
import { basename, resolve } from "node:path";
import type { Command } from "commander";
import {
  formatProblems,
  importPathSimR,
  importRenege,
  type Imported,
  type NamedText,
  parseScenario,
  type Problem,
} from "../../index.ts";
import { InputError } from "../errors.ts";
import { duration, nonEmpty, wholeFrom1To } from "../options.ts";
import { writeWholeFile } from "../out-file.ts";
import { readText } from "../read-text.ts";
import { count } from "../text/words.ts";

export function addImport(program: Command): void {
  const parent = program.command("import").description("Turn files of other tools into a scenario file.");
  addRenege(parent);
  addPathSimR(parent);
  parent.addHelpText(
    "after",
    `
Examples:
  caregap import renege network.csv --out plan.json
  caregap import pathsimr network.csv calendar.csv --time-unit hours --out plan.json`,
  );
}

interface RenegeFlags {
  readonly arrivals?: string;
  readonly flow?: string;
  readonly flowFrom?: number;
  readonly warmUpDays?: number;
  readonly runDays?: number;
  readonly out: string;
}

function addRenege(parent: Command): void {
  const command = parent
    .command("renege")
    .description("From the files of simulation-dts-renege (Murch et al. 2021).")
    .argument("<network>", "CSV file with a row for each node")
    .option("--arrivals <file>", "CSV file with arrivals, service and capacity by period", nonEmpty)
    .option("--flow <file>", "CSV file with the routing from --flow-from on", nonEmpty)
    .option(
      "--flow-from <day>",
      "first day of the routing in --flow, as that tool counts: from 1",
      wholeFrom1To(1_000_000),
    )
    .option("--warm-up-days <days>", "days to leave out of the measures; 0 unless given", duration)
    .option("--run-days <days>", "days to measure after them; to the end of the last period unless given", duration)
    .requiredOption("--out <file>", "the scenario file to write", nonEmpty)
    .addHelpText(
      "after",
      `
Examples:
  caregap import renege network.csv --out plan.json
  caregap import renege network.csv --arrivals arrivals.csv --flow surge.csv --flow-from 1166 \\
    --warm-up-days 730 --run-days 801 --out plan.json`,
    )
    .action((network: string, flags: RenegeFlags) => {
      if ((flags.flow === undefined) !== (flags.flowFrom === undefined)) {
        command.error("error: options '--flow <file>' and '--flow-from <day>' go together");
      }
      const inputs = [network, flags.arrivals, flags.flow];
      const { flowFrom: flowFromDay, warmUpDays, runDays } = flags;
      write(inputs, flags.out, ([networkText, arrivals, flow]) =>
        importRenege({ network: networkText!, arrivals, flow }, { flowFromDay, warmUpDays, runDays }),
      );
    });
}

interface PathSimRFlags {
  readonly timeUnit: "hours" | "days";
  readonly warmUp?: number;
  readonly run?: number;
  readonly out: string;
}

function addPathSimR(parent: Command): void {
  const command = parent
    .command("pathsimr")
    .description("From the network and calendar files of PathSimR.")
    .argument("<network>", "CSV file with a row for each node")
    .argument("<calendar>", "CSV file with capacity and arrivals over time");
  command
    .addOption(
      command
        .createOption("--time-unit <unit>", "the unit of every time and rate in both files")
        .choices(["hours", "days"])
        .makeOptionMandatory(),
    )
    .option("--warm-up <time>", "to leave out of the measures, in that unit; 0 unless given", duration)
    .option("--run <time>", "to measure after it, in that unit; a year unless given", duration)
    .requiredOption("--out <file>", "the scenario file to write", nonEmpty)
    .addHelpText(
      "after",
      `
Examples:
  caregap import pathsimr network.csv calendar.csv --time-unit hours --out plan.json
  caregap import pathsimr network.csv calendar.csv --time-unit days --warm-up 100 --run 1000 --out plan.json`,
    )
    .action((network: string, calendar: string, { timeUnit, warmUp, run, out }: PathSimRFlags) => {
      write([network, calendar], out, ([networkText, calendarText]) =>
        importPathSimR({ network: networkText!, calendar: calendarText! }, { timeUnit, warmUp, run }),
      );
    });
}

/** What the options of an import are called on the command line. */
const flagOf: Readonly<Record<string, string>> = {
  warmUpDays: "--warm-up-days",
  runDays: "--run-days",
  flowFromDay: "--flow-from",
  warmUp: "--warm-up",
  run: "--run",
};
const inFlags = (problem: Problem): Problem => ({ ...problem, at: flagOf[problem.at] ?? problem.at });

/** Reads the files, lets `convert` make a scenario of them, checks that it can be used, and writes it. */
function write(
  inputs: readonly (string | undefined)[],
  out: string,
  convert: (texts: readonly (NamedText | undefined)[]) => Imported,
): void {
  if (inputs.some((input) => input !== undefined && resolve(input) === resolve(out))) {
    throw new InputError(`cannot write ${out}: it is one of the files to import`);
  }
  const imported = convert(
    inputs.map((input) => (input === undefined ? undefined : { name: basename(input), text: readText(input, input) })),
  );
  if (!imported.ok) throw new InputError(formatProblems(inputs[0]!, imported.problems.map(inFlags), "file to import"));
  for (const { at, expected, got, hint } of imported.warnings.map(inFlags)) {
    console.error(`warning: ${at}: expected ${expected}, got ${got}.${hint === undefined ? "" : ` ${hint}`}`);
  }
  const text = `${JSON.stringify(imported.scenario, undefined, 2)}\n`;
  const parsed = parseScenario(text, { name: basename(out) });
  if (!parsed.ok) throw new InputError(formatProblems(`What became of ${inputs[0]!}`, parsed.problems));
  writeWholeFile(out, text);
  const { nodes, exits } = parsed.scenario;
  console.log(`Written to ${out}: ${count(nodes.length, "node")}, ${count(exits.length, "exit")}.`);
}
