/** `caregap digest`: one line that is the same everywhere. */
import type { Command } from "commander";
import { digest } from "../../index.ts";
import { defaultSeed } from "../options.ts";
import { openScenarios } from "../scenarios.ts";

export function addDigest(program: Command): void {
  program
    .command("digest")
    .description("Print a fingerprint of every event of one run, the same on every machine and in every browser.")
    .argument("<scenario>", "a file, or the name of a scenario that comes with caregap")
    .option("--seed <text>", "the same text gives the same people, bit for bit", defaultSeed)
    .addHelpText(
      "after",
      `
The line is the SHA-256 of the log of replication 0, two spaces, and the scenario's name.

Examples:
  caregap digest bristol-2019
  caregap digest my-plan.json --seed teaching-2026`,
    )
    .action(async (argument: string, { seed }: { seed: string }) => {
      for (const { name, scenario } of openScenarios([argument])) {
        console.log(`${await digest(scenario, { seed })}  ${name}`);
      }
    });
}
