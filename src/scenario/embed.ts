/** Puts observed durations that a scenario keeps in CSV files into the scenario itself, so that it stands on its own. */
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
    for (const [key, inner] of Object.entries(value)) {
      visit(inner, pass.origins.of(value, key)?.place ?? place, [...path, key], pass);
    }
  }
}

function embed(law: Record<string, unknown>, place: Place, path: Path, { origins, load, report }: Pass): void {
  const { file, column } = law;
  const unit = UNIT_NAMES.find((name) => `${name}s` === law["unit"]);
  if (law["law"] !== "empirical" || typeof file !== "string" || typeof column !== "string" || unit === undefined)
    return;
  if (!isRelative(file)) return report.fault([...path, "file"], A_RELATIVE_NAME);
  const from = origins.of(law, "file")?.place ?? place;
  const name = joinPath(from.file, file);
  const text = load?.(name);
  if (text === undefined) {
    const hint = load === undefined ? "No other files can be read here." : `There is no ${name} beside this scenario.`;
    return report.fault([...path, "file"], "a CSV file that can be read", undefined, hint);
  }
  const read = readCsv(text, name);
  if (!read.ok) return report.add(read.problems);
  const number = columnNumber(read.csv, column, [...path, "column"], report);
  if (number === undefined) return;
  const values = columnValues(read.csv, number, { name, unit });
  if (values.problems.length > 0) return report.add(values.problems);
  delete law["file"];
  delete law["column"];
  delete law["unit"];
  law["values_days"] = values.days;
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
    if (Number.isFinite(value)) days.push(inDays(value, unit));
    else if (problems.length < FAULTS_TOLD) {
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
