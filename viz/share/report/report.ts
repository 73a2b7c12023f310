/** A report, as what it says: the same for the Word document and for the print. */
import type { TableOptions } from "../../table.ts";

export interface Report {
  /** The question. */
  readonly title: string;
  /** What was asked and against what, in sentences. */
  readonly question: readonly string[];
  /** Sentences, the most telling first, each with its interval. */
  readonly answer: readonly string[];
  /** How sure it is: runs, seed, what an interval is. */
  readonly sureness: readonly string[];
  readonly figures: readonly ReportFigure[];
  /** What each scenario changes against the baseline. */
  readonly changes: TableOptions;
  /** The numbers that are assumptions, or that the scenarios change. */
  readonly assumed: TableOptions;
  readonly notModelled: readonly string[];
  /** Steps by which anybody gets the same figures. */
  readonly repeat: readonly string[];
}

export interface ReportFigure {
  readonly title: string;
  /** Why it is there, or what is to be seen in it. */
  readonly text: string;
  /** The drawing on white paper, and what it shows for those who cannot see it. */
  readonly svg: string;
  readonly label: string;
  readonly table: TableOptions;
}

/** Headings, in the order in which a reader wants them. */
export const headings = {
  question: "The question",
  answer: "The answer",
  sureness: "How sure this is",
  figures: "Why: the figures",
  changes: "What was changed",
  assumed: "What was assumed",
  notModelled: "What was not modelled",
  repeat: "How to repeat it",
} as const;

/** What caregap leaves out, whatever the scenario: a reader must know before a decision rests on it. */
export const leftOut: readonly string[] = [
  "Deaths and suicide: risk is told in bands only. Physical illness, medication and children.",
  "Staff as people: leave, turnover, and who treats whom. Diaries of appointments: capacity is a rate. Season, holidays and weekends.",
  "Two services at once, referrals by other agencies, budgets that run out, and rules that change on a date.",
  "Adults with neither a personality disorder nor an episode of illness, and those in need who never come.",
  "Numbers called assumptions have no published source. Each has a range; where one matters to you, try its ends.",
];

const mostRows = 60;

/** No more rows than anybody reads on paper; the caption says so. */
export function onPaper(table: TableOptions): TableOptions {
  const { caption, rows } = table;
  if (rows.length <= mostRows) return table;
  return { ...table, caption: `${caption} (the first ${mostRows} of ${rows.length})`, rows: rows.slice(0, mostRows) };
}
