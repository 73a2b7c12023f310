/** The text of CSV files: commas, lines that end in \n, UTF-8. Knows nothing of what the columns mean. */
import Papa from "papaparse";

export type Cell = string | number;

/**
 * One line for each row, with its end. Numbers keep all their digits and NaN is an empty cell. A text that a spreadsheet
 * would take for a formula (it begins with = + - @) gets a ' before it, so that opening a file runs nothing.
 */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return "";
  const known = rows.map((row) => row.map((cell) => (Number.isNaN(cell) ? "" : cell)));
  return `${Papa.unparse(known, { newline: "\n", escapeFormulae: true })}\n`;
}

/** A text as it stands between two commas. */
export const csvCell = (text: string): string => csvLines([[text]]).slice(0, -1);
