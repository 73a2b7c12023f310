/** A finished sweep read back from its files: points.csv, results.csv and manifest.json. */
import type { MeasureKey } from "../../measures/key.ts";
import { keyText } from "../../measures/key.ts";
import { type Csv, readCsv } from "../../scenario/csv.ts";
import type { Problem } from "../../scenario/types.ts";
import { type DesignName, designNames } from "./design.ts";

export interface SweepFiles {
  readonly manifest: string;
  readonly points: string;
  readonly results: string;
}

export interface FinishedSweep {
  readonly title: string;
  readonly design: DesignName;
  readonly factors: readonly string[];
  /** By point, then by factor; NaN for what is no number. */
  readonly points: readonly (readonly number[])[];
  readonly scenarios: readonly string[];
  readonly measures: readonly MeasureKey[];
  /** By scenario, measure, point and replication; NaN for a figure that does not exist. */
  readonly values: readonly (readonly (readonly (readonly number[])[])[])[];
}

export type ReadSweep =
  | { readonly ok: true; readonly sweep: FinishedSweep }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Columns of results.csv after the factors, whose names may be anything. */
const tail = ["replication", "window", "place", "group", "measure", "estimand", "statistic", "value", "unit"];

export function readFinishedSweep(files: SweepFiles): ReadSweep {
  const about = readAbout(files.manifest);
  const points = readCsv(files.points, "points.csv");
  const results = readCsv(files.results, "results.csv");
  const problems = [about, points, results].flatMap((each) => (each.ok ? [] : each.problems));
  if (!about.ok || !points.ok || !results.ok) return { ok: false, problems };
  const [, ...factors] = points.csv.header;
  const several = about.scenarios.length > 1;
  const due = ["point", ...(several ? ["scenario"] : []), ...factors, ...tail];
  if (results.csv.header.join("\u001f") !== due.join("\u001f")) {
    const got = results.csv.header.join(", ");
    return { ok: false, problems: [{ at: "results.csv, line 1", expected: `the columns ${due.join(", ")}`, got }] };
  }
  return collect(about, factors, points.csv, results.csv);
}

interface About {
  readonly title: string;
  readonly design: DesignName;
  readonly scenarios: readonly string[];
}

function readAbout(
  text: string,
): ({ readonly ok: true } & About) | { readonly ok: false; readonly problems: Problem[] } {
  try {
    const { title, design, scenarios } = JSON.parse(text) as Record<string, unknown>;
    const names = Array.isArray(scenarios) ? scenarios.map((each: unknown) => nameIn(each)) : [];
    const known = designNames.find((name) => name === design);
    if (typeof title === "string" && known !== undefined && names.length > 0)
      return { ok: true, title, design: known, scenarios: names };
  } catch {
    // said below
  }
  const problem = { at: "manifest.json", expected: "the manifest of a finished sweep", got: "something else" };
  return { ok: false, problems: [problem] };
}

const nameIn = (entry: unknown): string =>
  typeof entry === "object" && entry !== null && "name" in entry ? String(entry.name) : "";

function collect(about: About, factors: readonly string[], points: Csv, results: Csv): ReadSweep {
  const measures: MeasureKey[] = [];
  const numbers = new Map<string, number>();
  const values = about.scenarios.map((): number[][][] => []);
  const problems: Problem[] = [];
  const start = results.header.length - tail.length;
  for (const [i, row] of results.rows.entries()) {
    const [replication, window, place, group, measure, estimand, statistic, value, unit] = row.slice(start) as Tail;
    const key = { window, place, group, measure, estimand, statistic, unit };
    const number = numbers.get(keyText(key)) ?? measures.push(key) - 1;
    numbers.set(keyText(key), number);
    const scenario = about.scenarios.length > 1 ? about.scenarios.indexOf(row[1]!) : 0;
    const [point, which] = [Number(row[0]), Number(replication)];
    const isPlaced = scenario >= 0 && point < points.rows.length && Number.isInteger(point) && Number.isInteger(which);
    const isNumber = value === "" || Number.isFinite(Number(value));
    if (isPlaced && isNumber)
      ((values[scenario]![number] ??= [])[point] ??= [])[which] = value === "" ? NaN : Number(value);
    else
      problems.push({ at: `results.csv, line ${results.lines[i]}`, expected: "a figure of a run", got: row.join(",") });
  }
  for (const [scenario, ofScenario] of values.entries()) {
    for (const [number, key] of measures.entries()) {
      const missing = points.rows.findIndex((_, point) => ofScenario[number]?.[point] === undefined);
      if (missing < 0) continue;
      const at = `${about.scenarios[scenario]}, ${key.place} ${key.measure}`;
      problems.push({ at, expected: "replications of every point", got: `none of point ${missing}` });
    }
  }
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, 20) };
  const numeric = points.rows.map((row) => row.slice(1).map((cell) => (cell.trim() === "" ? NaN : Number(cell))));
  return { ok: true, sweep: { ...about, factors, points: numeric, measures, values } };
}

type Tail = [string, string, string, string, string, string, string, string, string];
