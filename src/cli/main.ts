/** From what was typed to an exit code: 0 fine, 1 bad input or a failed check, 2 wrong usage, 130 interrupted. */
import { Command, CommanderError } from "commander";
import { Cancelled } from "../index.ts";
import { addBench } from "./commands/bench.ts";
import { addBest } from "./commands/best.ts";
import { addCalibration } from "./commands/calibration.ts";
import { addCheck } from "./commands/check.ts";
import { addCompare } from "./commands/compare.ts";
import { addDigest } from "./commands/digest.ts";
import { addExplain } from "./commands/explain.ts";
import { addFlip } from "./commands/flip.ts";
import { addImport } from "./commands/import.ts";
import { addPlot } from "./commands/plot.ts";
import { addReport } from "./commands/report.ts";
import { addRun } from "./commands/run.ts";
import { addStory } from "./commands/story.ts";
import { addScenarios } from "./commands/scenarios.ts";
import { addSensitivity } from "./commands/sensitivity.ts";
import { addSweep } from "./commands/sweep.ts";
import { addUncertainty } from "./commands/uncertainty.ts";
import { addValidate } from "./commands/validate.ts";
import { addWaits } from "./commands/waits.ts";
import { addWarmUp } from "./commands/warm-up.ts";
import { InputError, reasonOf } from "./errors.ts";
import { version } from "./package.ts";

const exit = { fine: 0, badInput: 1, wrongUsage: 2, interrupted: 130 } as const;

export async function main(argv: readonly string[]): Promise<number> {
  quietWhenNobodyReads();
  try {
    await createProgram().parseAsync(argv, { from: "user" });
    return Number(process.exitCode ?? exit.fine);
  } catch (error) {
    // Commander has said on standard error what was wrong, or on standard output what was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.fine : exit.wrongUsage;
    if (error instanceof Cancelled) {
      console.error("caregap: interrupted; nothing was written");
      return exit.interrupted;
    }
    if (error instanceof InputError) console.error(error.message);
    else
      console.error(
        `caregap: this should not happen: ${reasonOf(error)}\nPlease report it, with the command you gave.`,
      );
    if (process.env["CAREGAP_DEBUG"]) console.error(error);
    return exit.badInput;
  }
}

export function createProgram(): Command {
  const program = new Command("caregap")
    .description("Simulates how people find, wait for and lose mental health care, and compares designs of services.")
    .version(version(), "--version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .exitOverride()
    .showHelpAfterError("(--help tells more)");
  for (const add of [
    addRun,
    addCompare,
    addScenarios,
    addValidate,
    addCheck,
    addCalibration,
    addImport,
    addDigest,
    addExplain,
    addStory,
    addSweep,
    addPlot,
    addReport,
    addSensitivity,
    addUncertainty,
    addBest,
    addFlip,
    addWaits,
    addWarmUp,
    addBench,
  ])
    add(program);
  program.addHelpText(
    "after",
    `
A SCENARIO is a file, or the name of one that comes with caregap, such as bristol-2019; "caregap scenarios" lists those.
Exit codes: 0 fine, 1 bad input or a failed check, 2 wrong usage, 130 interrupted.

Examples:
  caregap run bristol-2019
  caregap compare bristol-2019 my-plan.json --out results
  caregap validate my-plan.json`,
  );
  return program;
}

/** `caregap run … | head` ends when head does, without a word. */
function quietWhenNobodyReads(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") console.error(`caregap: cannot write the output: ${reasonOf(error)}`);
    process.exit(error.code === "EPIPE" ? exit.fine : exit.badInput);
  });
}
