/** `caregap compare`: the same people in several scenarios, and what differs. */
import type { Command } from "commander";
import { addStudyOptions, checkTogether, type StudyOptions } from "../options.ts";
import { addPrecisionOptions, checkPrecision, precisionReport, type PrecisionOptions } from "../precision.ts";
import { printJson } from "../print-json.ts";
import { produce } from "../results.ts";
import { openScenarios } from "../scenarios.ts";
import { compareReport } from "../text/compare-report.ts";

export function addCompare(program: Command): void {
  const command = program
    .command("compare")
    .description(
      "Run scenarios with the same people and print what differs from the first, with 95% confidence intervals.",
    )
    .argument("<base>", "the scenario that the others are compared with: a file, or the name of a shipped one")
    .argument("<other...>", "one or more scenarios");
  addPrecisionOptions(addStudyOptions(command))
    .addHelpText(
      "after",
      `
Replication k of one scenario is paired with replication k of the other: same seed, same people, same luck, so that
only the change differs. --precision asks it of the figures of every scenario. Files in --out are those of "caregap run", and differences.csv.

Examples:
  caregap compare bristol-2019 bristol-more-assessment
  caregap compare now.json plan-a.json plan-b.json --replications 50 --out results
  caregap compare now.json plan-a.json --precision 5% --measure wait.started.mean@triage`,
    )
    .action((base: string, others: string[], options: CompareOptions) => compare([base, ...others], options, command));
}

type CompareOptions = StudyOptions & PrecisionOptions;

async function compare(scenarios: readonly string[], options: CompareOptions, command: Command): Promise<void> {
  checkTogether(command, options);
  checkPrecision(command, options);
  const opened = openScenarios(scenarios);
  const { study, results, precise } = await produce(opened, options, ["compare", ...scenarios]);
  if (options.json) {
    printJson(study, results, precise);
    return;
  }
  const [base, ...others] = results;
  console.log(compareReport(base!, others, study));
  if (precise) {
    const names = results.map(({ name }) => name);
    console.log(`\n${precisionReport(precise, names, options)}`);
  }
  console.log(
    options.out === undefined
      ? "\nAll figures, also by group and for every replication: add --out FOLDER."
      : `\nWritten to ${options.out}.`,
  );
}
