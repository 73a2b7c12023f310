/** A sweep as the charts draw it: one lever as a line, two as a map of cells. */
import type { Estimate, Headline, Sweep } from "../../src/index.ts";
import type { HeatFigures } from "../charts/heat-map.ts";
import type { SweepFigures } from "../charts/sweep-line.ts";
import type { SweepResult } from "./run.ts";

const nothing: Estimate = { mean: NaN, low: NaN, high: NaN, n: 0 };

/** Numbers of the factors that take more than one value. */
export const movedIn = ({ factors, points }: Sweep): number[] =>
  factors.flatMap((_, at) => (new Set(points.map((point) => point[at])).size > 1 ? [at] : []));

const levelsOf = ({ points }: Sweep, at: number): number[] =>
  [...new Set(points.map((point) => Number(point[at])))].toSorted((a, b) => a - b);

interface Told {
  readonly headline: Headline;
  readonly unitOf: (path: string) => string;
  readonly todayOf: (path: string) => number | undefined;
}

const titleOf = (sweep: Sweep, at: number, { unitOf }: Told): string => {
  const { name, paths } = sweep.factors[at]!;
  const path = paths[0] ?? "";
  return unitOf(path) === "" ? name : `${name} (${unitOf(path)})`;
};

export function lineOf(sweep: Sweep, at: number, { values, differences }: SweepResult, told: Told): SweepFigures {
  const figures = differences ?? values;
  const points = sweep.points.map((point, number) => ({ at: Number(point[at]), figure: figures[number] ?? nothing }));
  return {
    lever: titleOf(sweep, at, told),
    measure: differences === undefined ? told.headline.label : `${told.headline.label}, difference from the baseline`,
    isDifference: differences !== undefined,
    points: points.filter(({ figure }) => figure.n > 0).toSorted((a, b) => a.at - b.at),
    baseline: told.todayOf(sweep.factors[at]!.paths[0] ?? ""),
  };
}

export function heatOf(sweep: Sweep, across: number, up: number, result: SweepResult, told: Told): HeatFigures {
  const figures = result.differences ?? result.values;
  const [columns, rows] = [levelsOf(sweep, across), levelsOf(sweep, up)];
  const cells = rows.flatMap((row) =>
    columns.map((column) => {
      const number = sweep.points.findIndex((point) => Number(point[across]) === column && Number(point[up]) === row);
      return figures[number] ?? nothing;
    }),
  );
  return {
    measure: `${told.headline.label}, difference from the baseline`,
    better: told.headline.better,
    across: { title: titleOf(sweep, across, told), levels: columns },
    up: { title: titleOf(sweep, up, told), levels: rows },
    cells,
  };
}
