/** `caregap plot`: the main figures of a folder of results as a chart. */
import { join } from "node:path";
import type { Command } from "commander";
import { another, figureHelp } from "../figures.ts";
import { nonEmpty } from "../options.ts";
import { writeWholeFile } from "../out-file.ts";
import { plot } from "../plot/plot.ts";

export function addPlot(program: Command): void {
  program
    .command("plot")
    .description("Draw the main figures of results with their 95% intervals, as SVG; of a comparison, what differs.")
    .argument("<results>", "a folder that run, compare or sweep has written")
    .option("--measure <name...>", "figures to draw instead of the usual ones", another)
    .option("--out <file>", "the file to write; plot.svg in the folder unless given", nonEmpty)
    .addHelpText(
      "after",
      `
${figureHelp}

Examples:
  caregap plot results
  caregap plot results --measure wait.started.p95 queue_length --out waits.svg`,
    )
    .action((folder: string, { measure, out = join(folder, "plot.svg") }: PlotFlags) => {
      writeWholeFile(out, plot(folder, measure));
      console.log(`Written to ${out}.`);
    });
}

interface PlotFlags {
  readonly measure?: readonly string[];
  readonly out?: string;
}
