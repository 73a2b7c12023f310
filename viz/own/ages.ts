/** How long those on a waiting list have waited so far, from a column of the reader's. */
import type { Csv, Problem } from "../../src/index.ts";

export const ageUnits = { days: 1, weeks: 7, months: 365 / 12 } as const;
export type AgeUnit = keyof typeof ageUnits;

export interface Ages {
  readonly people: number;
  /** In days. */
  readonly median: number;
  readonly longest: number;
  /** Share who have waited longer than each limit in days. */
  readonly beyond: readonly { readonly days: number; readonly share: number }[];
}

export function agesIn(
  csv: Csv,
  column: number,
  unit: AgeUnit,
  limits: readonly number[],
): { readonly ok: true; readonly ages: Ages } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const days = csv.rows.map((row, at) => {
    const text = (row[column] ?? "").trim();
    const age = Number(text) * ageUnits[unit];
    if (text === "" || !(age >= 0 && age < 36_500))
      problems.push({
        at: `line ${csv.lines[at]}, column "${csv.header[column] ?? ""}"`,
        expected: `${unit} waited, 0 or more`,
        got: JSON.stringify(text),
      });
    return age;
  });
  if (days.length === 0) problems.push({ at: "the file", expected: "a row for each person", got: "none" });
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, 50) };
  const sorted = days.toSorted((a, b) => a - b);
  const beyond = limits.map((limit) => ({
    days: limit,
    share: sorted.filter((age) => age > limit).length / sorted.length,
  }));
  return { ok: true, ages: { people: sorted.length, median: medianOf(sorted), longest: sorted.at(-1)!, beyond } };
}

function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
