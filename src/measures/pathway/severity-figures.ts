/** Days by severity, and the quality-adjusted life years that they come to. */
import type { Legend, LegendPathway } from "../../records/legend.ts";
import type { Figure } from "../figures.ts";
import { severityBands } from "./counts.ts";
import type { Part } from "./part.ts";
import type { PeopleReader } from "./people.ts";

const daysPerYear = 365;

/** Nothing where the scenario does not ask for quality of life. */
export function emitQuality(
  { quality_of_life: quality, pd_groups }: LegendPathway,
  { counts }: PeopleReader,
  { groups }: Legend,
  { segments, cells }: Part,
  figure: Figure,
): void {
  if (quality === undefined) return;
  let [years, qalys] = [0, 0];
  const bands = severityBands.map((band, i) => {
    let sum = 0;
    for (const cell of cells) {
      const days = counts.total({ segments, cells: [cell] }, `days of severity ${band}`);
      const ratio = pd_groups[cell % groups.length] === true ? quality.pd_ratio : 1;
      sum += days;
      qalys += (days / daysPerYear) * quality.by_severity[i]! * ratio;
    }
    years += sum / daysPerYear;
    return sum;
  });
  severityBands.forEach((band, i) => {
    figure("severity", band, "share", "proportion", bands[i]! / (years * daysPerYear));
  });
  figure("qalys", "all", "sum", "QALYs", qalys);
  figure("qalys", "all", "per_person_year", "QALYs", qalys / years);
}
