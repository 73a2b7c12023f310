/** `caregap report`: a study written up by the checklist STRESS-DES, as Markdown and as a page of HTML. */
import { join } from "node:path";
import type { Command } from "commander";
import { nonEmpty } from "../options.ts";
import { writeWholeFile } from "../out-file.ts";
import { checklist } from "../report/checklist.ts";
import { htmlOf } from "../report/html.ts";
import { markdownOf } from "../report/markdown.ts";
import { isResults, readStudy } from "../report/study.ts";

export function addReport(program: Command): void {
  program
    .command("report")
    .description("Write up a study by the checklist STRESS-DES (Monks et al. 2019), as Markdown and HTML.")
    .argument("<study>", "a folder that run, compare or sweep has written; or a scenario")
    .option("--out <name>", "write <name>.md and <name>.html; report, in the folder of results, unless given", nonEmpty)
    .addHelpText(
      "after",
      `
It tells what the scenario, its provenance and the manifest of the results can tell, and marks what only you can say.

Examples:
  caregap report results
  caregap report my-plan.json --out methods`,
    )
    .action((argument: string, { out }: { out?: string }) => {
      const document = checklist(readStudy(argument));
      const name = out ?? (isResults(argument) ? join(argument, "report") : "report");
      writeWholeFile(`${name}.md`, markdownOf(document));
      writeWholeFile(`${name}.html`, htmlOf(document));
      const asked = document.sections.flatMap(({ items }) => items).flatMap(({ blocks }) => blocks);
      const open = asked.filter(({ kind }) => kind === "ask").length;
      console.log(`Written to ${name}.md and ${name}.html: ${open} places are marked for you to write.`);
    });
}
