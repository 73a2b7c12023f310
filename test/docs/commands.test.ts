/** Commands that the pages of docs/ and the folders of scenarios show are ones that the program takes. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createProgram } from "../../src/cli/main.ts";
import { misunderstood } from "./misunderstood.ts";

const pages = [
  ...readdirSync("docs")
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
  join("scenarios", "README.md"),
  join("scenarios", "sweeps", "README.md"),
];
const names = new Set(createProgram().commands.map((command) => command.name()));

/** Command lines in spans of code and in blocks; without what follows a `#`, and put together where `\` parts them. */
function commandsOf(page: string): string[] {
  const text = readFileSync(page, "utf8").replace(/\\\n\s*/g, "");
  const blocks = [...text.matchAll(/^```[^\n]*\n([^]*?)^```$/gm)].flatMap(([, code]) => code!.split("\n"));
  const spans = [...text.replace(/^```[^]*?^```$/gm, "").matchAll(/`([^`\n]+)`/g)].map(([, span]) => span!);
  return [...blocks, ...spans].flatMap((line) => {
    const [, command] = /^\s*(?:npx )?caregap ([^#|>]+)/.exec(line) ?? [];
    return command !== undefined && names.has(command.split(/\s/)[0]!) ? [command.trim()] : [];
  });
}

/** Words as a shell parts them. A variable of the shell stands for a number, an ellipsis for whatever comes. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)]
    .map(([, quoted, bare]) => quoted ?? bare!.replace(/^\$\w+$/, "1"))
    .filter((word) => word !== "…");

const shown = pages.flatMap((page) => commandsOf(page).map((command) => ({ page, command })));

describe("a command in a document", () => {
  test.each(shown)("$page: caregap $command", ({ command }) => {
    expect(misunderstood(createProgram(), wordsOf(command))).toEqual([]);
  });

  test("is found in spans and in blocks, and one that is cut in two as one", () => {
    const found = (page: string): string[] => commandsOf(join("docs", page));
    expect(found("log.md")).toContain("run baseline --replications 1 --out results --log");
    expect(found("r.md")).toContain("run verification/erlang-a --replications 2 --out events --log");
    expect(found("uncertainty.md").some((command) => /^uncertainty baseline .*--willingness/.test(command))).toBe(true);
  });
});
