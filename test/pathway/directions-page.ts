/** docs/directions.md: what was found of each direction, as a page; and its rows read back. */
import type { Estimate } from "../../src/index.ts";
import type { Lever } from "./levers.ts";

export interface Found {
  readonly lever: Lever;
  readonly measure: string;
  readonly wanted: "rises" | "falls" | "either";
  readonly base: number;
  readonly difference: Estimate;
  readonly holds: boolean;
  /** Why the direction does not hold, where that is known. */
  readonly why: string | undefined;
}

interface Settings {
  readonly warm_up_days: number;
  readonly run_days: number;
  readonly pairs: number;
}

const head = ["lever", "measure", "must", "without", "difference", "95% interval", "found"];

export function directionsPage(found: readonly Found[], { warm_up_days, run_days, pairs }: Settings): string {
  const lines = found.map((one) => `| ${cellsOf(one).join(" | ")} |`);
  const strengths = [...new Set(found.map(({ lever }) => lever))].map(
    ({ name, strength }) => `- **${name}**: ${strength}.`,
  );
  const open = found.filter(({ why }) => why !== undefined);
  return `# Directions

Each lever alone, everything else equal: what rises and what falls. This page is written by \`test/pathway/directions.test.ts\`,
which fails when a direction does not hold, or when this page tells something else than it finds.

Measured on the baseline with a warm-up of ${warm_up_days} days and ${run_days} days after it, ${pairs} pairs of replications: the same people on both
sides, and only the lever differs. A difference is the mean over pairs, its interval that of Student's t. A direction holds when the interval
lies on its side of zero. *Either* may go either way: it is reported, and "clear" or "too close to call" says only whether the interval
includes zero. Figures are of the ${run_days} days; shares are from 0 to 1, waits are in days.

${strengths.join("\n")}

| ${head.join(" | ")} |
| ${head.map((_, i) => (i < 3 ? "---" : "---:")).join(" | ")} |
${lines.join("\n")}
${open.length === 0 ? "" : `\n## What does not hold, and why\n\n${open.map(({ lever, measure, why }) => `- **${lever.name}**, ${measure}: ${why}`).join("\n")}\n`}`;
}

const cellsOf = ({ lever, measure, wanted, base, difference, holds }: Found): string[] => [
  lever.name,
  measure,
  wanted === "rises" ? "rise" : wanted === "falls" ? "fall" : "either",
  short(base),
  short(difference.mean),
  `${short(difference.low)} to ${short(difference.high)}`,
  wanted === "either"
    ? difference.low > 0 || difference.high < 0
      ? "clear"
      : "too close to call"
    : holds
      ? "holds"
      : "does not hold",
];

/** Three digits. */
const short = (value: number): string => (Number.isNaN(value) ? "–" : String(Number(value.toPrecision(3))));

export interface PageRow {
  readonly lever: string;
  readonly measure: string;
  readonly found: string;
  readonly difference: number;
}

/** The rows of the page's table. */
export function readPage(text: string): PageRow[] {
  const lines = text.split("\n").filter((line) => line.startsWith("| "));
  return lines.slice(2).map((line) => {
    const cells = line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, ""));
    return { lever: cells[0]!, measure: cells[1]!, difference: Number(cells[4]), found: cells[6]! };
  });
}
