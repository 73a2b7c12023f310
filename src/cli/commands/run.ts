/** `caregap run`: one scenario, its figures with their uncertainty. */
import type { Command } from "commander";
import { addStudyOptions, checkTogether, type StudyOptions } from "../options.ts";
import { addPrecisionOptions, checkPrecision, precisionReport, type PrecisionOptions } from "../precision.ts";
import { printJson } from "../print-json.ts";
import { produce } from "../results.ts";
import { openScenarios } from "../scenarios.ts";
import { runReport } from "../text/run-report.ts";

export function addRun(program: Command): void {
  const command = program
    .command("run")
    .description("Run a scenario and print its main figures, waiting lists and waits, with 95% confidence intervals.")
    .argument("<scenario>", "a file, or the name of a scenario that comes with caregap");
  addPrecisionOptions(addStudyOptions(command))
    .addHelpText(
      "after",
      `
Files in --out: measures.csv (every replication), summary.csv, levels.csv (share of time at each level),
manifest.json (what made them) and, with --log, events.csv, vidigi.csv or events.xes; with --parquet the same
tables as .parquet. docs/r.md and docs/python.md read them.

Examples:
  caregap run bristol-2019
  caregap run my-plan.json --replications 100 --out results
  caregap run my-plan.json --seed teaching-2026 --json > summary.json
  caregap run my-plan.json --replications 1 --out results --log
  caregap run my-plan.json --out results --parquet --log xes
  caregap run my-plan.json --precision 5% --measure wait.started.mean@triage queue_length@triage`,
    )
    .action((scenario: string, options: RunOptions) => run(scenario, options, command));
}

type RunOptions = StudyOptions & PrecisionOptions;

async function run(argument: string, options: RunOptions, command: Command): Promise<void> {
  checkTogether(command, options);
  checkPrecision(command, options);
  const opened = openScenarios([argument]);
  const { study, results, precise } = await produce(opened, options, ["run", argument]);
  if (options.json) {
    printJson(study, results, precise);
    return;
  }
  console.log(results.map((result) => runReport(result, study)).join("\n\n"));
  if (precise) console.log(`\n${precisionReport(precise, [argument], options)}`);
  console.log(
    options.out === undefined
      ? "\nGroups, other statistics, ways out and every replication: add --out FOLDER."
      : `\nWritten to ${options.out}.`,
  );
}
