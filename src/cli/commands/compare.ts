/** `caregap compare`: the same people in several scenarios, and what differs. */
import type { Command } from "commander";
import { addStudyOptions, checkTogether, type StudyOptions } from "../options.ts";
import { printJson } from "../print-json.ts";
import { commandText, produce } from "../results.ts";
import { openScenarios } from "../scenarios.ts";
import { studyOf } from "../study.ts";
import { compareReport } from "../text/compare-report.ts";

export function addCompare(program: Command): void {
  const command = program
    .command("compare")
    .description(
      "Run scenarios with the same people and print what differs from the first, with 95% confidence intervals.",
    )
    .argument("<base>", "the scenario that the others are compared with: a file, or the name of a shipped one")
    .argument("<other...>", "one or more scenarios");
  addStudyOptions(command)
    .addHelpText(
      "after",
      `
Replication k of one scenario is paired with replication k of the other: same seed, same people, same luck, so that
only the change differs. Files in --out are those of "caregap run", and differences.csv.

Examples:
  caregap compare bristol-2019 bristol-more-assessment
  caregap compare now.json plan-a.json plan-b.json --replications 50 --out results`,
    )
    .action((base: string, others: string[], options: StudyOptions) => compare([base, ...others], options, command));
}

async function compare(scenarios: readonly string[], options: StudyOptions, command: Command): Promise<void> {
  checkTogether(command, options);
  const opened = openScenarios(scenarios);
  const results = await produce(opened, options, commandText("compare", scenarios, options));
  const study = studyOf(
    opened.map(({ scenario }) => scenario),
    options,
  );
  if (options.json) {
    printJson(study, results);
    return;
  }
  const [base, ...others] = results;
  console.log(compareReport(base!, others, study));
  console.log(
    options.out === undefined
      ? "\nAll figures, also by group and for every replication: add --out FOLDER."
      : `\nWritten to ${options.out}.`,
  );
}
