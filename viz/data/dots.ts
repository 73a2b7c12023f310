/** The differences that the first chart shows: where people end, and for each place the largest of its headlines. */
import type { Dot } from "../charts/difference-dots.ts";
import { range, scaled, signed } from "../numbers.ts";
import { unitWord } from "../units.ts";
import { everywhere, phrase } from "../words.ts";
import type { Row } from "./rows.ts";

const most = 8;
const headlines: readonly ((row: Row) => boolean)[] = [
  ({ key }) => key.measure === "exits" && key.place === everywhere,
  ({ key }) => key.measure === "queue_length" && key.statistic === "mean",
  ({ key }) => key.measure === "wait" && key.estimand === "kaplan_meier" && key.statistic === "mean",
  ({ key }) => key.measure === "left_waiting" && key.statistic === "per_day",
];
/** Most dots of one kind, so that one congested place does not fill the chart. */
const mostOfAKind = 3;

/** Rows come with the most telling first; differences too small to be seen are left to the table. */
export function dotsOf(rows: readonly Row[]): Dot[] {
  const kinds = headlines.flatMap((isKind, kind) =>
    rows
      .filter((row) => isKind(row) && row.weight >= 0.01)
      .slice(0, mostOfAKind)
      .map((row) => ({ row, kind })),
  );
  const chosen = kinds.toSorted((a, b) => b.row.weight - a.row.weight).slice(0, most);
  return chosen.toSorted((a, b) => a.kind - b.kind || b.row.weight - a.row.weight).map(({ row }) => dotOf(row));
}

function dotOf(row: Row): Dot {
  const { key, base, other, difference, verdict, better, taking, differenceUnit } = row;
  const largest = Math.max(Math.abs(base.mean) || 0, Math.abs(other.mean) || 0);
  const turn = better === "more" ? -1 : 1;
  const { mean, low, high, n } = scaled(difference, 1 / largest);
  const shown = signed(difference.mean);
  return {
    key: `${key.place} ${key.measure} ${key.estimand}`,
    label: key.place === everywhere ? phrase(key) : `${key.place}: ${short[key.measure] ?? phrase(key)}`,
    share: turn === 1 ? { mean, low, high, n } : { mean: -mean, low: -high, high: -low, n },
    taking: verdict === "clear" ? taking : "close",
    text: `${shown} ${unitWord(differenceUnit, shown)} (${range(difference, signed)})`,
  };
}

const short: Readonly<Record<string, string>> = {
  queue_length: "people waiting",
  wait: "mean wait",
  left_waiting: "left unseen",
};
