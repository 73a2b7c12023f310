/**
 * Tables of text: CSV as spreadsheets and other tools write it, with the line of the file kept for each row.
 *
 * Knows nothing of what the columns mean. Cells are kept as they stand (not trimmed); a byte order mark, any kind
 * of line end, and comma, semicolon or tab between cells are accepted. Rows with nothing in them are left out.
 */
// The tests' project sees only files that are imported, and a `.d.ts` cannot be.
/// <reference path="./papaparse.d.ts" />
import Papa from "papaparse";
import type { Problem } from "./types.ts";

export interface Csv {
  /** The first row. Names may repeat or be empty: what that means is for the reader of the table to say. */
  readonly header: readonly string[];
  /** As many cells in each row as in the header. */
  readonly rows: readonly (readonly string[])[];
  /** 1-based line in the file where each row starts. */
  readonly lines: readonly number[];
}

/** Longest text that is read at all, in characters. */
export const CSV_LIMIT = 16 * 1024 * 1024;

/** Faults that are told one by one; a table with more has one cause, and a last line says how many there are. */
const FAULTS_TOLD = 20;

/**
 * The table in `text`. `name` is the file's name, for the places of problems: `waits.csv, line 3`.
 * Refuses an empty file, one above `CSV_LIMIT`, quotes that do not close, and rows longer or shorter than the header.
 */
export function readCsv(
  text: string,
  name: string,
): { readonly ok: true; readonly csv: Csv } | { readonly ok: false; readonly problems: Problem[] } {
  if (text.length > CSV_LIMIT) {
    const got = `${(text.length / 1024 / 1024).toFixed(1)} million characters`;
    return { ok: false, problems: [{ at: name, expected: "a table of at most 16 million characters", got }] };
  }
  // One kind of line end, so that a file put together from two systems does not leave stray characters in cells.
  const tidy = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const { data, errors } = Papa.parse(tidy, { delimiter: delimiterOf(tidy), newline: "\n" });
  const starts = startLines(data);
  const told = data.flatMap((_, row) => (isBlank(data[row]) ? [] : [row]));
  const [first, ...rest] = told;
  const header = first === undefined ? undefined : data[first];
  if (header === undefined) {
    return { ok: false, problems: [{ at: name, expected: "a header and rows of cells", got: "an empty file" }] };
  }
  const [unclosed] = errors;
  if (unclosed !== undefined) {
    // What follows a wrong quote is cut in the wrong places, so that nothing more can be said of it.
    return { ok: false, problems: [quoteProblem(`${name}, line ${starts[unclosed.row ?? 0] ?? 1}`, unclosed.code)] };
  }
  const problems: Problem[] = [];
  for (const row of rest) {
    const cells = data[row]?.length ?? 0;
    if (cells !== header.length) {
      const expected = `${header.length} cell${header.length === 1 ? "" : "s"}, as in the header`;
      problems.push({ at: `${name}, line ${starts[row] ?? 1}`, expected, got: `${cells}` });
    }
  }
  if (problems.length > 0) return { ok: false, problems: firstOf(problems, name) };
  const rows = rest.map((row) => data[row] ?? []);
  return { ok: true, csv: { header, rows, lines: rest.map((row) => starts[row] ?? 1) } };
}

/** Decided by the header alone, since cells below it may well hold lists such as `1;0.2;2;0.8`. */
function delimiterOf(text: string): string {
  const counts = { ",": 0, ";": 0, "\t": 0 };
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === "\n" && counts[","] + counts[";"] + counts["\t"] > 0) break;
    if (character === "," || character === ";" || character === "\t") counts[character]++;
  }
  if (counts["\t"] > counts[","] && counts["\t"] >= counts[";"]) return "\t";
  return counts[";"] > counts[","] ? ";" : ",";
}

/** The line on which each row starts: one further for each row, and for each line end within its quoted cells. */
function startLines(data: readonly (readonly string[])[]): number[] {
  let line = 1;
  return data.map((row) => {
    const start = line;
    line += 1 + row.reduce((ends, cell) => ends + cell.split("\n").length - 1, 0);
    return start;
  });
}

function isBlank(row: readonly string[] | undefined): boolean {
  return row === undefined || row.every((cell) => cell.trim() === "");
}

function quoteProblem(at: string, code: string): Problem {
  if (code === "MissingQuotes") return { at, expected: "a closing quote", got: "the end of the file" };
  const hint = "A quote inside a quoted cell is written twice.";
  return { at, expected: "a delimiter or the end of the line after a closing quote", got: "other text", hint };
}

function firstOf(problems: Problem[], name: string): Problem[] {
  if (problems.length <= FAULTS_TOLD) return problems;
  const more = {
    at: name,
    expected: "rows as long as the header",
    got: `${problems.length - FAULTS_TOLD} more faults`,
  };
  return [...problems.slice(0, FAULTS_TOLD), more];
}
