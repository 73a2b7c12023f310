/** What `caregap compare` prints: the differences that can be told from none, largest first, with their intervals. */
import { type DifferenceRow, differences, type NamedResult, type Study } from "../../index.ts";
import { layOut } from "./layout.ts";
import { decimal, decimalsFor } from "./numbers.ts";
import { nameOf } from "./words.ts";

/** Lines that are printed of what differs, and of what may not. */
const most = { differs: 25, mayNot: 10 };

export function compareReport(base: NamedResult, others: readonly NamedResult[], study: Study): string {
  return others.map((other) => compareOne(base, other, study)).join("\n\n");
}

function compareOne(base: NamedResult, other: NamedResult, { replications, seed }: Study): string {
  const rows = differences(base.result, other.result).filter((row) => row.n > 0 && isHeadline(row));
  const head = [
    `${other.name} compared with ${base.name}`,
    `  ${base.name}: ${base.result.scenario.title}`,
    `  ${other.name}: ${other.result.scenario.title}`,
    `${replications} pair${replications > 1 ? "s" : ""} of replications, seed "${seed}": the same people in both.`,
    `A difference is ${other.name} minus ${base.name}, with its 95% confidence interval; the largest relative changes first.`,
  ];
  if (replications === 1) head.push("One pair says nothing of how sure it is: ask for more --replications.");
  const differ = rows.filter((row) => row.mean !== 0 || row.high > row.low);
  const lists = [
    { title: "Intervals away from zero", rows: differ.filter(isAwayFromZero), most: most.differs },
    {
      title: "Intervals that include zero",
      rows: differ.filter((row) => isKnown(row) && !isAwayFromZero(row)),
      most: most.mayNot,
    },
    { title: "Without an interval", rows: differ.filter((row) => !isKnown(row)), most: most.differs },
  ];
  const parts = lists
    .filter((list) => list.rows.length > 0)
    .map((list) => `${list.title}\n${differencesTable(list.rows, list.most)}`);
  const same = rows.length - differ.length;
  if (same > 0) parts.push(`${same}${differ.length > 0 ? " other" : ""} figures are the same in every pair.`);
  return [head.join("\n"), ...parts].join("\n\n");
}

/** All groups together, and one statistic of each measure: the files have the rest. */
function isHeadline({ key }: DifferenceRow): boolean {
  if (key.group !== "all" || key.estimand === "from_outside" || key.estimand === "from_nodes") return false;
  if (key.estimand === "all_ended") return false;
  if (key.measure === "wait" && key.estimand === "kaplan_meier" && key.statistic === "median") return true;
  return key.statistic === "mean" || key.statistic === "per_day" || key.statistic.startsWith("share_within");
}

const isKnown = (row: DifferenceRow): boolean => !Number.isNaN(row.low);
const isAwayFromZero = (row: DifferenceRow): boolean => row.low > 0 || row.high < 0;

/** The difference against the mean of the two sizes; 2 at most, where one of them is zero. */
const relative = (row: DifferenceRow): number =>
  (2 * Math.abs(row.mean)) / (Math.abs(row.base.mean) + Math.abs(row.other.mean));

/** The largest relative changes first. */
function differencesTable(rows: readonly DifferenceRow[], shown: number): string {
  const sorted = rows.toSorted((a, b) => relative(b) - relative(a));
  const windows = new Set(rows.map((row) => row.key.window)).size;
  const lines = sorted.slice(0, shown).map((row) => {
    const decimals = decimalsFor(row.mean, (row.high - row.low) / 2);
    const show = (value: number): string => decimal(value, decimals);
    return [
      windows > 1 ? row.key.window : "",
      row.key.place,
      nameOf(row.key),
      show(row.base.mean),
      show(row.other.mean),
      (row.mean > 0 ? "+" : "") + show(row.mean),
      isKnown(row) ? `${show(row.low)} to ${show(row.high)}` : "",
      row.key.unit,
    ];
  });
  const header = ["window", "place", "measure", "base", "other", "difference", "95% interval", "unit"];
  const rest = sorted.length > shown ? `\n  … and ${sorted.length - shown} more` : "";
  return layOut(header, lines, 3) + rest;
}
