/** `caregap validate`: every fault of every file at once. */
import type { Command } from "commander";
import { legendOf } from "../../index.ts";
import { InputError } from "../errors.ts";
import { openScenario } from "../scenarios.ts";
import { count } from "../text/words.ts";

export function addValidate(program: Command): void {
  program
    .command("validate")
    .description("Check scenario files without running them. Tells all faults at once; exit code 1 if there is one.")
    .argument("<scenario...>", "files, or names of scenarios that come with caregap")
    .addHelpText(
      "after",
      `
Examples:
  caregap validate my-plan.json
  caregap validate scenarios/*.json`,
    )
    .action((scenarios: string[]) => {
      for (const scenario of scenarios) validate(scenario);
    });
}

function validate(argument: string): void {
  try {
    const { places, groups, exits } = legendOf(openScenario(argument).scenario);
    const counts = [count(places.length, "place"), count(groups.length, "group"), count(exits.length, "exit")];
    console.log(`${argument} is fine: ${counts.join(", ")}.`);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
