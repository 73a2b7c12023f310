/** The answer in plain words: the largest clear differences, each with its interval, or that none can be told. */
import { amount, ofPeople, range, roughly, type Verdict } from "../numbers.ts";
import { withUnit } from "../units.ts";
import { everywhere, type Side as Taking } from "../words.ts";
import { type Comparison, namesOf, pair, placesOf } from "./comparison.ts";
import { exitRows, type Row, rowOf } from "./rows.ts";

/** One thing that differs: `the mean wait at ‘Crisis’ is` **`about 3 weeks longer`** (1.8 to 4.2). */
export interface Finding {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
  readonly range: string;
  readonly taking: Taking;
  readonly row: Row;
}

export interface Answer {
  /** `apart`: the two have no figure in common, since they have other places or periods. */
  readonly verdict: Verdict | "apart";
  readonly findings: readonly Finding[];
  readonly runs: number;
}

/** Smaller differences are not worth a sentence, however sure they are: in the unit of the row. */
const worthTelling = 0.02;

/** The largest clear difference among where people end, the waiting lists, the waits, and those who leave them. */
export function answerOf(comparison: Comparison, window: string): Answer {
  const { runs } = comparison;
  const places = namesOf(comparison, placesOf);
  const row = (place: string, measure: string, estimand: string, statistic: string, unit: string): Row => {
    const key = { window, place, group: "all", measure, estimand, statistic, unit };
    return rowOf(key, pair(comparison, key));
  };
  const families = [
    { rows: exitRows(comparison, window), tell: tellExit },
    { rows: places.map((place) => row(place, "queue_length", "time_weighted", "mean", "people")), tell: tellList },
    { rows: places.map((place) => row(place, "wait", "kaplan_meier", "mean", "days")), tell: tellWait },
    {
      rows: places.map((place) => row(place, "left_waiting", "events", "per_day", "people per day")),
      tell: tellLeavers,
    },
  ];
  const all = families.flatMap((family) => family.rows);
  const findings = families.flatMap(({ rows, tell }) => largestClear(rows).map(tell));
  const known = all.filter(({ difference }) => difference.n > 0);
  const same = known.every(({ verdict }) => verdict === "same");
  const quiet = known.length === 0 ? "apart" : same ? "same" : "close";
  return { verdict: findings.length > 0 ? "clear" : quiet, findings, runs };
}

/** In the unit of the measure, so that weeks and days can be compared. */
const size = ({ difference, unit }: Row): number => Math.abs(difference.mean) / unit.factor;

function largestClear(rows: readonly Row[]): Row[] {
  return rows
    .filter(({ verdict, weight }) => verdict === "clear" && weight >= worthTelling)
    .toSorted((a, b) => size(b) - size(a))
    .slice(0, 1);
}

function tellExit(row: Row): Finding {
  const { key } = row;
  return finding(row, "", row.difference.mean < 0 ? "fewer" : "more", ` end at ‘${key.estimand}’`);
}

const tellList = (row: Row): Finding =>
  finding(row, "", row.difference.mean < 0 ? "fewer" : "more", ` wait for ‘${row.key.place}’ at any one time`);

const tellLeavers = (row: Row): Finding =>
  finding(row, "", row.difference.mean < 0 ? "fewer" : "more", ` leave the list of ‘${row.key.place}’ unseen`);

const tellWait = (row: Row): Finding =>
  finding(row, `the mean wait at ‘${row.key.place}’ is `, row.difference.mean < 0 ? "shorter" : "longer", "");

/** `about 1,100 more people`, `about 3.2 weeks longer`. */
function finding(row: Row, before: string, comparative: string, after: string): Finding {
  const { difference, differenceUnit: unit, taking } = row;
  const shown = roughly(Math.abs(difference.mean), positive(row));
  const figure =
    row.key.measure === "wait"
      ? `about ${withUnit(shown, unit)} ${comparative}`
      : `about ${shown} ${comparative} ${withUnit(shown, unit).slice(shown.length + 1)}`;
  return {
    before,
    figure,
    after,
    range: range(positive(row), row.key.measure === "wait" ? amount : ofPeople),
    taking,
    row,
  };
}

/** The interval of a fall is told as that of the size of the fall. */
function positive({ difference: { mean, low, high } }: Row): { low: number; high: number } {
  return mean < 0 ? { low: -high, high: -low } : { low, high };
}

/** Where the charts look first: the place of the largest finding about a place, or the first place. */
export function placeOf(comparison: Comparison, answer: Answer, wanted: string | undefined): string {
  const places = namesOf(comparison, placesOf);
  if (wanted !== undefined && places.includes(wanted)) return wanted;
  return answer.findings.find(({ row }) => row.key.place !== everywhere)?.row.key.place ?? places[0] ?? "";
}

/** What stands before a finding: the first is a sentence of its own, the others share the next. */
export function joint(findings: readonly Finding[], at: number): string {
  if (at === 0) return "";
  if (at === 1) return ". At the same time, ";
  return at === findings.length - 1 ? ", and " : ", ";
}

export const nothingInCommon =
  "these two have no place and period in common, so that nothing can be compared. Choose another baseline.";

/** The answer as one text, for those who listen to the page. */
export function answerText({ verdict, findings, runs }: Answer, title: string): string {
  const after = `After ${runs} runs of each: `;
  if (verdict === "same") return `${after}the two give the same figures in every run.`;
  if (verdict === "apart") return `${after}${nothingInCommon}`;
  if (verdict === "close") return `${after}too close to call.`;
  const told = findings.map(
    ({ before, figure, after: end, range: between }) => `${before}${figure}${end} (${between})`,
  );
  return `${after}with ‘${title}’, ${told.join(", and ")}.`;
}
