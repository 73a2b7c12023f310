/** A list of the reader's practices, read by columns that the reader chose. */
import type { Csv, Problem } from "../../src/index.ts";

/** Numbers of columns; -1: none. */
export interface PracticeColumns {
  readonly name: number;
  readonly list: number;
  readonly decile: number;
}

export interface OwnPractice {
  readonly name: string;
  readonly area: string;
  readonly decile: number;
  readonly list: number;
}

/** Columns that are likely meant. */
export function guessColumns({ header }: Csv): PracticeColumns {
  const find = (pattern: RegExp): number => header.findIndex((head) => pattern.test(head));
  return {
    name: Math.max(0, find(/name|practice|code/i)),
    list: find(/list|patients|registered|size/i),
    decile: find(/decile|depriv|imd/i),
  };
}

/** Where deprivation is not known, the middle. */
const middle = 5;
const mostTold = 50;

export function practicesIn(
  csv: Csv,
  columns: PracticeColumns,
):
  | { readonly ok: true; readonly practices: readonly OwnPractice[] }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const practices = csv.rows.map((row, at): OwnPractice => {
    const place = (column: number): string => `line ${csv.lines[at]}, column "${csv.header[column] ?? ""}"`;
    const cell = (column: number): string => (row[column] ?? "").trim().replaceAll(",", "");
    const list = Number(cell(columns.list));
    if (cell(columns.list) === "" || !(list >= 0 && list <= 1_000_000))
      problems.push({
        at: place(columns.list),
        expected: "registered patients, 0 to 1,000,000",
        got: JSON.stringify(cell(columns.list)),
      });
    const decile = columns.decile < 0 ? middle : Number(cell(columns.decile));
    if (!(Number.isInteger(decile) && decile >= 1 && decile <= 10))
      problems.push({
        at: place(columns.decile),
        expected: "a tenth of deprivation, 1 (most deprived) to 10",
        got: JSON.stringify(cell(columns.decile)),
      });
    return { name: cell(columns.name) || `Practice ${at + 1}`, area: "", decile, list };
  });
  const seen = new Set<string>();
  practices.forEach(({ name }, at) => {
    if (seen.size === seen.add(name).size)
      problems.push({
        at: `line ${csv.lines[at]}`,
        expected: "a practice that is not there twice",
        got: JSON.stringify(name),
      });
  });
  if (practices.length === 0) problems.push({ at: "the file", expected: "a row for each practice", got: "none" });
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, mostTold) } : { ok: true, practices };
}
