/** `caregap warm-up`: how long a scenario needs to forget that it began empty. */
import type { Command } from "commander";
import { csvOf, settlingOf, settlingTable } from "../../index.ts";
import { InputError } from "../errors.ts";
import { interruptible, interruption } from "../interrupt.ts";
import { addRunOptions, duration, nonEmpty, type RunOptions } from "../options.ts";
import { checkFileOut, writeWholeFile } from "../out-file.ts";
import { startProgress } from "../progress.ts";
import { openScenario } from "../scenarios.ts";
import { spawn } from "../spawn.ts";
import { warmUpReport } from "../text/warm-up-report.ts";

interface WarmUpOptions extends RunOptions {
  readonly untilDay?: number;
  readonly out?: string;
}

export function addWarmUp(program: Command): void {
  const command = program
    .command("warm-up")
    .description(
      "Recommend a warm-up: MSER-5 and Welch's moving average on every waiting list, service and state of care.",
    )
    .argument("<scenario>", "a file, or the name of a scenario that comes with caregap")
    .option("--until-day <day>", "look only at what is before this day, where the scenario changes later", duration)
    .option("--out <file>", "write every series to this CSV file", nonEmpty);
  addRunOptions(command)
    .addHelpText(
      "after",
      `
The longest of all recommendations counts. A series is settled when its cut lies in the first half of the run.

Examples:
  caregap warm-up my-plan.json
  caregap warm-up bristol-2019 --until-day 1095 --out settling.csv`,
    )
    .action((argument: string, options: WarmUpOptions) => warmUp(argument, options));
}

async function warmUp(argument: string, options: WarmUpOptions): Promise<void> {
  const { seed, replications, workers, executive, untilDay, out } = options;
  const { name, scenario } = openScenario(argument);
  if (untilDay === 0) throw new InputError("there is nothing before day 0: give a later --until-day");
  checkFileOut(out);
  const progress = startProgress("replications", true);
  const onProgress = (finished: number, of: number): void => progress.update(finished, of);
  const settings = { seed, replications, workers, executive, spawn, onProgress, until_day: untilDay };
  const found = await interruptible((signal) =>
    settlingOf(scenario, { ...settings, stopped: interruption(signal) }),
  ).finally(() => progress.stop());
  if (out !== undefined) writeWholeFile(out, [...csvOf(settlingTable(found))].join(""));
  console.log(warmUpReport(`${scenario.title} (${name}), ${replications} replications`, found, scenario.warm_up_days));
  if (out !== undefined) console.log(`\nWritten to ${out}.`);
}
