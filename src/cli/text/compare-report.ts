/** What `caregap compare` prints: the differences that can be told from none, largest first, with their intervals. */
import {
  type DifferenceRow,
  differences,
  type Estimate,
  type HeadlineRow,
  headlineRows,
  type NamedResult,
  type PathwayScenario,
  type Study,
  themeTitles,
} from "../../index.ts";
import { inUnit, ofWaits, unitOf } from "./headlines.ts";
import { layOut } from "./layout.ts";
import { decimal, decimalsFor } from "./numbers.ts";
import { nameOf } from "./words.ts";

/** Lines that are printed of what differs, and of what may not. */
const most = { differs: 25, mayNot: 10 };

export function compareReport(base: NamedResult, others: readonly NamedResult[], study: Study): string {
  const isPathway = (named: NamedResult): boolean => named.result.scenario.kind === "pathway";
  return others
    .map((other) => (isPathway(base) && isPathway(other) ? comparePathways : compareOne)(base, other, study))
    .join("\n\n");
}

/** Of two pathways: what the other is for, and the main figures; the files have the thousands of others. */
function comparePathways(base: NamedResult, other: NamedResult, study: Study): string {
  const { description, about } = other.result.scenario as PathwayScenario;
  // A variant that says nothing of itself has the words of what it extends.
  const own = description === base.result.scenario.description ? "" : description;
  const rows = mainRows(base, other);
  const told = [own, about.why, about.costs_note].filter((text) => text !== "").map((text) => `  ${text}`);
  const tooClose = rows.filter((row) => isKnown(row) && !isAwayFromZero(row)).length;
  return [
    [...heading(base, other, study), ...(told.length > 0 ? ["", ...told] : [])].join("\n"),
    headlinesTable(rows),
    `"better" and "worse" stand where the interval is away from zero; ${tooClose} of ${rows.length} are too close to call. GP work and what one payer pays take no side.\n${ofWaits}; the page shows the same.`,
  ].join("\n\n");
}

interface MainRow extends Estimate {
  readonly window: string;
  readonly headline: HeadlineRow["headline"];
  readonly base: Estimate;
  readonly other: Estimate;
}

/** Window after window. */
const mainRows = ({ result: base }: NamedResult, { result: other }: NamedResult): MainRow[] =>
  base.scenario.windows.flatMap(({ name: window }) =>
    headlineRows([base, other], window).map(({ headline, values, differences: [difference] }): MainRow => {
      const [ofBase, ofOther] = values.map((value) => inUnit(value, headline.shown));
      return { window, headline, base: ofBase!, other: ofOther!, ...inUnit(difference!, headline.shown) };
    }),
  );

function headlinesTable(rows: readonly MainRow[]): string {
  const windows = new Set(rows.map(({ window }) => window)).size;
  const lines = rows.map((row, at) => {
    const { theme, label, shown } = row.headline;
    const isFirst = rows[at - 1]?.headline.theme !== theme;
    return [
      windows > 1 ? row.window : "",
      isFirst ? themeTitles[theme] : "",
      label,
      ...differenceCells(row),
      unitOf[shown],
      verdict(row),
    ];
  });
  return layOut(["window", "", "", "base", "other", "difference", "95% interval", "unit", ""], lines, 3);
}

function verdict(row: MainRow): string {
  const { mean } = row;
  const { better } = row.headline;
  if (better === "neither" || !isKnown(row) || !isAwayFromZero(row)) return "";
  return mean > 0 === (better === "more") ? "better" : "worse";
}

function heading(base: NamedResult, other: NamedResult, { replications, seed }: Study): string[] {
  const head = [
    `${other.name} compared with ${base.name}`,
    `  ${base.name}: ${base.result.scenario.title}`,
    `  ${other.name}: ${other.result.scenario.title}`,
    `${replications} pair${replications > 1 ? "s" : ""} of replications, seed "${seed}": the same people in both.`,
    `A difference is ${other.name} minus ${base.name}, with its 95% confidence interval.`,
  ];
  if (replications === 1) head.push("One pair says nothing of how sure it is: ask for more --replications.");
  return head;
}

/** Of two networks: all that differs, the largest relative changes first. */
function compareOne(base: NamedResult, other: NamedResult, study: Study): string {
  const rows = differences(base.result, other.result).filter((row) => row.n > 0 && isHeadline(row));
  const differ = rows.filter((row) => row.mean !== 0 || row.high > row.low);
  const lists = [
    { title: "Intervals away from zero", rows: differ.filter(isAwayFromZero), most: most.differs },
    {
      title: "Intervals that include zero",
      rows: differ.filter((row) => isKnown(row) && !isAwayFromZero(row)),
      most: most.mayNot,
    },
    {
      title:
        study.replications > 1 ? "Without an interval: figures that fewer than two pairs have" : "Without an interval",
      rows: differ.filter((row) => !isKnown(row)),
      most: most.differs,
    },
  ];
  const parts = lists
    .filter((list) => list.rows.length > 0)
    .map((list) => `${list.title}\n${differencesTable(list.rows, list.most, base.result.scenario.windows.length > 1)}`);
  const same = rows.length - differ.length;
  if (same > 0) parts.push(`${same}${differ.length > 0 ? " other" : ""} figures are the same in every pair.`);
  return [heading(base, other, study).join("\n"), ...parts].join("\n\n");
}

/** All groups together, and one statistic of each measure: the files have the rest. */
function isHeadline({ key }: DifferenceRow): boolean {
  if (key.group !== "all" || key.estimand === "from_outside" || key.estimand === "from_nodes") return false;
  if (key.estimand === "all_ended") return false;
  if (key.measure === "wait" && key.estimand === "kaplan_meier" && key.statistic === "median") return true;
  return key.statistic === "mean" || key.statistic === "per_day" || key.statistic.startsWith("share_within");
}

const isKnown = (row: Estimate): boolean => !Number.isNaN(row.low);
const isAwayFromZero = (row: Estimate): boolean => row.low > 0 || row.high < 0;

/** The difference against the mean of the two sizes; 2 at most, where one of them is zero. */
const relative = (row: DifferenceRow): number =>
  (2 * Math.abs(row.mean)) / (Math.abs(row.base.mean) + Math.abs(row.other.mean));

/** The largest relative changes first. */
function differencesTable(rows: readonly DifferenceRow[], shown: number, hasWindows: boolean): string {
  const sorted = rows.toSorted((a, b) => relative(b) - relative(a));
  const lines = sorted.slice(0, shown).map((row) => {
    const { window, place, unit } = row.key;
    return [hasWindows ? window : "", place, nameOf(row.key), ...differenceCells(row), unit];
  });
  const header = ["window", "place", "measure", "base", "other", "difference", "95% interval", "unit"];
  const rest = sorted.length > shown ? `\n  … and ${sorted.length - shown} more` : "";
  return layOut(header, lines, 3) + rest;
}

/** The means of both, their difference and its interval, with decimals that mean something. */
function differenceCells(row: Estimate & { readonly base: Estimate; readonly other: Estimate }): string[] {
  const decimals = decimalsFor(row.mean, (row.high - row.low) / 2);
  const show = (value: number): string => decimal(value, decimals);
  const sign = row.mean > 0 ? "+" : "";
  const interval = isKnown(row) ? `${show(row.low)} to ${show(row.high)}` : "";
  return [show(row.base.mean), show(row.other.mean), sign + show(row.mean), interval];
}
