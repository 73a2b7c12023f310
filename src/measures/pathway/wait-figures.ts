/** Every estimand of a wait along the pathway: those of any wait, the official way, and the honest one. */
import type { Legend } from "../../records/legend.ts";
import { emitWaits, type Figure, merge } from "../figures.ts";
import type { Over } from "./tally.ts";
import type { Waits } from "./waits.ts";

export function emitPathwayWaits(
  waits: Waits,
  measure: string,
  { wait_limits_days: limits }: Pick<Legend, "wait_limits_days">,
  { segments, cells }: Over,
  figure: Figure,
): void {
  const parts = segments.map((segment) => waits.segments[segment]!);
  emitWaits(limits, parts, cells, figure, measure);
  const finished = merge(
    limits,
    parts.flatMap((part) => cells.map((cell) => part.finished[cell]!)),
  );
  figure(measure, "finished_courses", "count", "people", finished.count);
  figure(measure, "finished_courses", "mean", "days", finished.mean);
  limits.forEach((limit, i) => {
    const sum = (of: "followed" | "startedBy"): number =>
      parts.reduce((all, part) => cells.reduce((so_far, cell) => so_far + part[of][cell * limits.length + i]!, all), 0);
    figure(measure, "finished_courses", `share_within_${limit}`, "proportion", finished.within[i]! / finished.count);
    figure(measure, "all_begun", `share_within_${limit}`, "proportion", sum("startedBy") / sum("followed"));
  });
}
