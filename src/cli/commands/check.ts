/** `caregap check`: simulated figures beside those that theory gives. */
import type { Command } from "commander";
import { runChecks, uncheckedIn } from "../../index.ts";
import { interruptible, interruption } from "../interrupt.ts";
import { addRunOptions, type RunOptions } from "../options.ts";
import { shippedScenarios } from "../package.ts";
import { startProgress } from "../progress.ts";
import { type OpenScenario, openScenarios } from "../scenarios.ts";
import { spawn } from "../spawn.ts";
import { checkReport } from "../text/check-report.ts";

export function addCheck(program: Command): void {
  const command = program
    .command("check")
    .description(
      "Hold simulated figures against closed forms of queueing theory and Little's law; exit code 1 if one is off.",
    )
    .argument("[scenario...]", "files, or names of shipped scenarios; all in verification/ unless given");
  addRunOptions(command)
    .addHelpText(
      "after",
      `
A figure is off when it is more than 4 standard errors from what theory gives; with only a few replications that may happen by
chance. A care pathway has no closed forms; on its waiting lists and caseloads Little's law is checked.

Examples:
  caregap check
  caregap check verification/mm1 --replications 100
  caregap check my-plan.json
  caregap check baseline --replications 2`,
    )
    .action(async (given: string[], options: RunOptions) => {
      if (options.replications < 2) command.error("error: a check needs 2 or more replications to know its error");
      const names =
        given.length > 0 ? given : [...shippedScenarios().keys()].filter((name) => name.startsWith("verification/"));
      const scenarios = openScenarios(names);
      await interruptible(async (signal) => {
        const stopped = interruption(signal);
        for (const [i, opened] of scenarios.entries()) {
          if (i > 0) console.log();
          await check(opened, options, stopped);
        }
      });
    });
}

async function check({ name, scenario }: OpenScenario, options: RunOptions, stopped: Promise<never>): Promise<void> {
  const progress = startProgress(`replications of ${name}`, true);
  const { seed, replications, workers, executive } = options;
  const onProgress = (finished: number, of: number): void => progress.update(finished, of);
  const settings = { seed, replications, executive, workers, spawn, onProgress, stopped };
  const rows = await runChecks(scenario, settings).finally(() => progress.stop());
  console.log(checkReport(name, rows, uncheckedIn(scenario)));
  if (rows.some((row) => !row.agrees)) process.exitCode = 1;
}
