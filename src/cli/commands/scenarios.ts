/** `caregap scenarios`: what comes with the package and can be run by its name. */
import type { Command } from "commander";
import { scenariosFolder, shippedScenarios } from "../package.ts";
import { readText } from "../read-text.ts";
import { layOut } from "../text/layout.ts";

export function addScenarios(program: Command): void {
  program
    .command("scenarios")
    .description("List the scenarios that come with caregap: the names to give to other commands, and their titles.")
    .addHelpText(
      "after",
      `
scenarios/README.md tells more of each, and how to write one of your own.

Examples:
  caregap scenarios`,
    )
    .action(() => {
      const rows = [...shippedScenarios()].map(([name, path]) => [name, titleOf(readText(path, path))]);
      console.log(layOut(["name", "title"], rows, 2));
      console.log(`\nThey are files in ${scenariosFolder()}: copy what you want to change or extend beside your own.`);
    });
}

const titleOf = (text: string): string => String((JSON.parse(text) as { readonly title?: unknown }).title);
