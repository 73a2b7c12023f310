/** What `caregap warm-up` prints: what each series needs, and a plot of the one that needs longest. */
import type { ScenarioSettling, SeriesSettling } from "../../index.ts";
import { layOut } from "./layout.ts";
import { decimal, decimalsFor } from "./numbers.ts";

const nameOf = (measure: SeriesSettling["measure"]): string =>
  measure === "queue_length" ? "waiting list" : measure.replaceAll("_", " ");

export function warmUpReport(
  title: string,
  { times, series, recommended_days, settled }: ScenarioSettling,
  warm_up_days: number,
): string {
  if (series.length === 0) return `${title}\n\nNothing ever changes, so that no warm-up is needed.`;
  const rows = series.map((each) => {
    const cells = [decimal(each.mser5_days, 1), decimal(each.welch_days, 1), each.settled ? "" : "not settled"];
    return [each.place, nameOf(each.measure), ...cells];
  });
  const table = layOut(["days to leave out, at", "of", "MSER-5", "Welch", ""], rows, 2);
  const longest = series.reduce((one, other) => (needOf(other) > needOf(one) ? other : one));
  const end = decimal(times.at(-1)!, 0);
  const advice = settled
    ? `Recommended: a warm-up of ${decimal(Math.ceil(recommended_days), 0)} days or more. The scenario has ${decimal(warm_up_days, 1)}.`
    : `The run is too short to tell: in ${end} days not every series settles. Give a longer run, or see whether more come than can be served.`;
  return [title, "", table, "", plot(longest, end), "", advice].join("\n");
}

const needOf = (series: SeriesSettling): number =>
  Math.max(series.mser5_days, series.welch_days) + (series.settled ? 0 : 1e9);

const width = 72;
const height = 12;

/** The moving average over time, one column for some values; a line where the recommendation falls. */
function plot({ place, measure, smooth, mser5_days, welch_days }: SeriesSettling, end: string): string {
  const columns = Array.from({ length: width }, (_, x) => smooth[Math.floor(((x + 0.5) * smooth.length) / width)]!);
  const high = Math.max(...columns);
  const low = Math.min(...columns);
  const levelOf = (value: number): number =>
    high > low ? Math.round(((value - low) / (high - low)) * (height - 1)) : 0;
  const cut = Math.floor((Math.max(mser5_days, welch_days) / Number(end.replaceAll(",", ""))) * width);
  const lines = Array.from({ length: height }, (_, row) => {
    const level = height - 1 - row;
    const cells = columns.map((value, x) => (levelOf(value) === level ? "•" : x === cut ? "|" : " ")).join("");
    const label = row === 0 ? high : row === height - 1 ? low : undefined;
    return `${(label === undefined ? "" : decimal(label, decimalsFor(label, 0))).padStart(9)} ${cells}`.trimEnd();
  });
  const axis = `${" ".repeat(10)}day 0${end.padStart(width - 5)}`;
  return [
    `  ${place}, ${nameOf(measure)}: moving average over replications, | the longer of both cuts`,
    ...lines,
    axis,
  ].join("\n");
}
