/** docs/measures.md is made of the definitions in src/measures/definitions; `UPDATE=1` writes it anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Better, type Estimand, type Measure, measures, themes } from "../../src/measures/definition.ts";
import { statistics } from "../../src/measures/definitions/statistics.ts";

const page = "docs/measures.md";
const sides = (better: Better): string => (better === undefined ? "" : `${better} is better`);

function rowOf(name: string, { title, counts, better, estimands, named }: Measure): string[] {
  const head = `### ${title}\n\n\`${name}\`. ${counts}\n\n| estimand | of whom | |\n| --- | --- | --- |`;
  const row = (estimand: string, told: Estimand): string => {
    const [text, side] = typeof told === "string" ? [told, better] : [told.told, told.better];
    return `| ${estimand} | ${text} | ${sides(side)} |`;
  };
  const rows = Object.entries(estimands).map(([estimand, told]) => row(`\`${estimand}\``, told));
  return [head, ...rows, ...(named === undefined ? [] : [row("a name", named)]), ""];
}

const text = [
  "# Measures",
  "",
  "What every figure of a run means. A figure has a place, a group, a measure, an estimand (what it estimates, and of whom) and a statistic.",
  "Where less or more of it is better for people, that is said; where it is a matter of values, no side is taken. Of shares within a limit the",
  "opposite holds, and how many people a wait is of is neither.",
  "",
  ...themes.flatMap((theme) => [
    `## ${theme[0]!.toUpperCase()}${theme.slice(1)}`,
    "",
    ...Object.entries(measures)
      .filter(([, measure]) => measure.theme === theme)
      .flatMap(([name, measure]) => rowOf(name, measure)),
  ]),
  "## Statistics",
  "",
  "| statistic | what it is |",
  "| --- | --- |",
  ...Object.entries(statistics).map(([name, { told }]) => `| \`${name}\` | ${told} |`),
  "| `share_within_…` | The part of them that waited no longer than so many days, from 0 to 1. |",
  "",
].join("\n");

test("docs/measures.md tells every measure, estimand and statistic as the page does", () => {
  if (process.env["UPDATE"] === "1") writeFileSync(page, text);
  expect(readFileSync(page, "utf8")).toBe(text);
});
