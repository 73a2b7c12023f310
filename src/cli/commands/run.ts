/** `caregap run`: one scenario, its figures with their uncertainty. */
import type { Command } from "commander";
import { addStudyOptions, checkTogether, type StudyOptions } from "../options.ts";
import { printJson } from "../print-json.ts";
import { commandText, produce } from "../results.ts";
import { openScenarios } from "../scenarios.ts";
import { studyOf } from "../study.ts";
import { runReport } from "../text/run-report.ts";

export function addRun(program: Command): void {
  const command = program
    .command("run")
    .description("Run a scenario and print waiting lists, waits and use of servers, with 95% confidence intervals.")
    .argument("<scenario>", "a file, or the name of a scenario that comes with caregap");
  addStudyOptions(command)
    .addHelpText(
      "after",
      `
Files in --out: measures.csv (every replication), summary.csv, levels.csv (share of time at each level),
manifest.json (what made them) and, with --log, events.csv.

Examples:
  caregap run bristol-2019
  caregap run my-plan.json --replications 100 --out results
  caregap run my-plan.json --seed teaching-2026 --json > summary.json
  caregap run my-plan.json --replications 1 --out results --log`,
    )
    .action((scenario: string, options: StudyOptions) => run(scenario, options, command));
}

async function run(argument: string, options: StudyOptions, command: Command): Promise<void> {
  checkTogether(command, options);
  const opened = openScenarios([argument]);
  const results = await produce(opened, options, commandText("run", [argument], options));
  const study = studyOf(
    opened.map(({ scenario }) => scenario),
    options,
  );
  if (options.json) {
    printJson(study, results);
    return;
  }
  console.log(results.map((result) => runReport(result, study)).join("\n\n"));
  console.log(
    options.out === undefined
      ? "\nGroups, other statistics, ways out and every replication: add --out FOLDER."
      : `\nWritten to ${options.out}.`,
  );
}
