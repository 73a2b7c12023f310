/** Puts observed durations, of laws and of people who wait at the start, that a scenario keeps in CSV files into the scenario itself, so that it stands on its own. */
import { readCsv, type Csv } from "./csv.ts";
import { A_RELATIVE_NAME, isRelative, joinPath, type Load } from "./files.ts";
import { isObject, type Origins, type Path, type Place } from "./origins.ts";
import type { Report } from "./report.ts";
import type { Problem } from "./types.ts";
import { inDays, UNIT_NAMES, type Unit } from "./units.ts";

/** Faults of one column that are told one by one. */
const FAULTS_TOLD = 20;

interface Pass {
  readonly origins: Origins;
  readonly load: Load | undefined;
  readonly report: Report;
}

/**
 * Within `value`, turns each empirical law that names a file into one with `values_days`. `place` is where `value`
 * came from, since files are named relative to the file that names them. Laws that are not well formed are left alone.
 */
export function embedFiles(value: unknown, place: Place, pass: Pass): void {
  visit(value, place, [], pass);
}

function visit(value: unknown, place: Place, path: Path, pass: Pass): void {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) visit(item, place, [...path, i], pass);
  } else if (isObject(value)) {
    embed(value, place, path, pass);
    if (path.at(-2) === "waited") embedWaits(value, place, path, pass);
    for (const [key, inner] of Object.entries(value)) {
      visit(inner, pass.origins.of(value, key)?.place ?? place, [...path, key], pass);
    }
  }
}

function embed(law: Record<string, unknown>, place: Place, path: Path, pass: Pass): void {
  if (law["law"] !== "empirical") return;
  const read = readColumn(law, place, path, pass);
  if (read === undefined || !read.isSound) return;
  for (const key of ["file", "column", "unit"]) delete law[key];
  law["values_days"] = read.days;
}

/**
 * Turns waits in a file into waits by person, with their groups where a column has them; also where cells of the file are
 * faulty and the scenario is refused, so that an unknown group in it is told at once.
 */
function embedWaits(entry: Record<string, unknown>, place: Place, path: Path, pass: Pass): void {
  const read = readColumn(entry, place, path, pass);
  const { group_column } = entry;
  if (read === undefined || (group_column !== undefined && typeof group_column !== "string")) return;
  if (group_column !== undefined) {
    const number = columnNumber(read.csv, group_column, [...path, "group_column"], pass.report);
    if (number === undefined) return;
    const groups = read.csv.rows.map((cells) => cells[number]?.trim() ?? "");
    entry["groups"] = groups;
    for (const row of firstOfEach(groups)) {
      const line = `${read.name}, line ${read.csv.lines[row]}`;
      pass.origins.set(groups, String(row), { place: { file: line, own: false, inChange: place.inChange } });
    }
  }
  for (const key of ["file", "column", "unit", "group_column"]) delete entry[key];
  entry["days"] = read.days;
}

/** Where each of the names stands first, which is where it is told if it is unknown. */
const firstOfEach = (names: readonly string[]): number[] => [
  ...new Map(names.map((name, i) => [name, i] as const).toReversed()).values(),
];

interface Column {
  /** Of the file. */
  readonly name: string;
  readonly csv: Csv;
  /** Row by row; 0 in the place of what is no number and has been told. */
  readonly days: readonly number[];
  readonly isSound: boolean;
}

/** The column that an object names by `file`, `column` and `unit`, in days; undefined where it cannot be had. */
function readColumn(
  object: Record<string, unknown>,
  place: Place,
  path: Path,
  { origins, load, report }: Pass,
): Column | undefined {
  const { file, column } = object;
  const unit = UNIT_NAMES.find((name) => `${name}s` === object["unit"]);
  if (typeof file !== "string" || typeof column !== "string" || unit === undefined) return undefined;
  if (!isRelative(file)) {
    report.fault([...path, "file"], A_RELATIVE_NAME);
    return undefined;
  }
  const from = origins.of(object, "file")?.place ?? place;
  const name = joinPath(from.file, file);
  const text = load?.(name);
  if (text === undefined) {
    const hint = load === undefined ? "No other files can be read here." : `There is no ${name} beside this scenario.`;
    report.fault([...path, "file"], "a CSV file that can be read", undefined, hint);
    return undefined;
  }
  const read = readCsv(text, name);
  const number = read.ok ? columnNumber(read.csv, column, [...path, "column"], report) : undefined;
  if (!read.ok) report.add(read.problems);
  if (!read.ok || number === undefined) return undefined;
  const values = columnValues(read.csv, number, { name, unit });
  report.add(values.problems);
  return { name, csv: read.csv, days: values.days, isSound: values.problems.length === 0 };
}

function columnNumber({ header }: Csv, column: string, path: Path, report: Report): number | undefined {
  const names = header.map((name) => name.trim());
  const first = names.indexOf(column);
  if (first >= 0 && first === names.lastIndexOf(column)) return first;
  if (first >= 0) report.fault(path, "a column that occurs once", `${JSON.stringify(column)}, which occurs more often`);
  else
    report.fault(
      path,
      "a column of the file",
      undefined,
      report.guess(column, names) ?? `It has: ${names.join(", ")}.`,
    );
  return undefined;
}

/** The numbers of a column, in days. Cells without a number are refused, since leaving them out would shorten waits. */
function columnValues(csv: Csv, column: number, { name, unit }: { name: string; unit: Unit }) {
  const days: number[] = [];
  const problems: Problem[] = [];
  for (const [row, cells] of csv.rows.entries()) {
    const cell = cells[column]?.trim() ?? "";
    const value = /^\+?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell) ? Number(cell) : Number.NaN;
    days.push(Number.isFinite(value) ? inDays(value, unit) : 0);
    if (!Number.isFinite(value) && problems.length < FAULTS_TOLD) {
      const hint = /^\d+,\d+$/.test(cell) ? { hint: "Decimals are written with a point." } : {};
      const got = cell === "" ? "an empty cell" : JSON.stringify(cell.slice(0, 40));
      problems.push({
        at: `${name}, line ${csv.lines[row]}`,
        expected: `a number of ${unit}s, 0 or more`,
        got,
        ...hint,
      });
    }
  }
  if (csv.rows.length === 0) problems.push({ at: name, expected: "a row or more below the header", got: "none" });
  return { days, problems };
}
