/** `caregap bench`: speed as ratios. */
import type { Command } from "commander";

export function addBench(program: Command): void {
  program
    .command("bench")
    .description(
      "Measure speed and memory, as ratios against a plain simjs program of the same pathway. Takes minutes.",
    )
    .addHelpText(
      "after",
      `
Examples:
  caregap bench`,
    )
    .action(async () => {
      const { bench } = await import("../bench/bench.ts");
      await bench();
    });
}
