/** From a folder of results to the chart of its main figures. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { definitionOf, type MeasureKey } from "../../index.ts";
import { InputError } from "../errors.ts";
import { isMeant } from "../figures.ts";
import { type FigureRow, type Made, numberIn, readFigures, readManifest } from "../results-folder.ts";
import { type Forest, forestSvg, type Line, type Panel } from "./forest.ts";

/** Shown unless others are asked for: those that there are. */
const usual = [
  "wait_from_help_seeking.started",
  "wait_to_first_treatment.started",
  "queue_length.time_weighted",
  "wait.all_ended",
  "utilisation.time_weighted",
];
/** A chart with more lines is read by nobody. */
const mostLines = 60;

/** @param measures names of figures, as in `--measure`; the usual ones if there are none */
export function plot(folder: string, measures: readonly string[] | undefined): string {
  const made = readManifest(folder);
  const isComparison = existsSync(join(folder, "differences.csv"));
  const all = readFigures(folder, isComparison ? "differences.csv" : "summary.csv");
  const wanted = measures ?? usual;
  const isSweep = made.points !== undefined;
  const asked =
    isSweep && measures === undefined ? all : all.filter(({ key }) => wanted.some((name) => isMeant(name, key)));
  const rows = asked.filter(({ cells }) => cells["n"] !== "0");
  if (rows.length === 0) {
    const known = [...new Set(all.map(({ key }) => key.measure))].join(", ");
    throw new InputError(`${folder} has no figure ${wanted.join(" or ")} to plot. Measures: ${known}.`);
  }
  const forest: Forest = {
    title: titleOf(made, isComparison),
    subtitle: subtitleOf(rows, isComparison),
    source: `caregap ${made.version}, seed "${made.seed}"${made.command === undefined ? "" : `: ${made.command}`}`,
    panels: panelsOf(rows, made, isComparison),
    zero: isComparison,
  };
  return forestSvg(forest);
}

function titleOf({ title, scenarios }: Made, isComparison: boolean): string {
  if (title !== undefined) return title;
  const [base, ...others] = scenarios.map(({ name }) => name);
  return isComparison ? `${others.join(", ")} minus ${base}` : (scenarios[0]?.scenario.title ?? "");
}

function subtitleOf(rows: readonly FigureRow[], isComparison: boolean): string {
  const counts = rows.map(({ cells }) => Number(cells["n"]));
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const n = least === most ? `${most}` : `${least} to ${most}`;
  const what = isComparison
    ? "Mean difference over pairs of replications with the same people"
    : "Mean over replications";
  return most > 1
    ? `${what} (n = ${n}), with its 95% confidence interval.`
    : `${what} (n = 1): it says nothing of how sure it is.`;
}

function panelsOf(rows: readonly FigureRow[], made: Made, isComparison: boolean): Panel[] {
  const byFigure = new Map<string, FigureRow[]>();
  for (const row of rows) {
    const { measure, estimand, statistic, unit } = row.key;
    const figure = [measure, estimand, statistic, unit].join("\u001f");
    byFigure.set(figure, [...(byFigure.get(figure) ?? []), row]);
  }
  const windows = new Set(rows.map(({ key }) => key.window)).size;
  return [...byFigure.values()].map((own): Panel => {
    const { key } = own[0]!;
    if (own.length > mostLines) {
      throw new InputError(
        `${key.measure} has ${own.length} lines, more than a chart can show (${mostLines}): name fewer with --measure, ` +
          "or draw it with R or Python (docs/r.md, docs/python.md)",
      );
    }
    const told = tell(key);
    const title = `${told.title}, ${told.statistic}${isComparison ? ": difference" : ""}`;
    return { title, estimand: told.estimand, unit: key.unit, lines: own.map((row) => lineOf(row, made, windows > 1)) };
  });
}

/** Results of another version may have figures that this one has no words for. */
function tell(key: MeasureKey): { readonly title: string; readonly statistic: string; readonly estimand: string } {
  const statistic = key.statistic.replaceAll("_", " ");
  try {
    return { ...definitionOf(key), statistic };
  } catch (error) {
    if (error instanceof RangeError) return { title: key.measure, statistic, estimand: key.estimand };
    throw error;
  }
}

function lineOf({ key, cells }: FigureRow, made: Made, several: boolean): Line {
  const factors = (made.factors ?? []).map(({ name }) => `${name} = ${cells[name] ?? ""}`);
  const parts = [
    key.place,
    key.group === "all" ? undefined : key.group,
    several ? key.window : undefined,
    // Where there is one scenario, or one pair, the title names it.
    made.points === undefined ? undefined : cells["scenario"],
    made.scenarios.length > 2 ? cells["other"] : undefined,
    ...factors,
  ];
  const label = parts.filter((part) => part !== undefined && part !== "").join(" · ");
  const mean = numberIn(cells["difference"] ?? cells["mean"]);
  return { label, mean, low: numberIn(cells["ci_low"]), high: numberIn(cells["ci_high"]) };
}
