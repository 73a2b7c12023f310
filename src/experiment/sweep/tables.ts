/** What a finished sweep says, as tables: one figure a row, with the point's factors beside it. */
import type { MeasureKey } from "../../measures/key.ts";
import type { Cell } from "../../records/csv-text.ts";
import { type PrecisionRule, Sequential } from "../method/precision.ts";
import { estimate } from "../statistics.ts";
import type { Table } from "../tables.ts";
import type { Finished } from "./journal.ts";
import { isParameter, valueAtPath } from "./path.ts";
import type { Sweep } from "./sweep.ts";

const what = ["window", "place", "group", "measure", "estimand", "statistic"] as const;
const whatCells = (key: MeasureKey): Cell[] => what.map((part) => key[part]);

/** The factors at each point. Where one is as in the scenario, its value there if that can be told. */
export function sweepPointsTable(sweep: Sweep): Table {
  return {
    columns: ["point", ...sweep.factors.map(({ name }) => name)],
    *rows() {
      for (const point of sweep.points.keys()) yield [point, ...factorCells(sweep, point)];
    },
  };
}

/** Every measure of every replication that counts. */
export function sweepResultsTable(sweep: Sweep, finished: Finished): Table {
  return {
    columns: ["point", ...sweep.factors.map(({ name }) => name), "replication", ...what, "value", "unit"],
    *rows() {
      for (const point of sweep.points.keys()) {
        const before = [point, ...factorCells(sweep, point)];
        for (const [replication, values] of counting(sweep, finished, point).entries()) {
          for (const [i, key] of sweep.measures.entries())
            yield [...before, replication, ...whatCells(key), values[i]!, key.unit];
        }
      }
    },
  };
}

/** Every measure at every point: its mean over `n` replications, 95% interval, and half of it relative to the mean. */
export function sweepSummaryTable(sweep: Sweep, finished: Finished): Table {
  const figures = ["mean", "ci_low", "ci_high", "relative_half_width", "n", "unit"];
  return {
    columns: ["point", ...sweep.factors.map(({ name }) => name), ...what, ...figures],
    *rows() {
      for (const point of sweep.points.keys()) {
        const before = [point, ...factorCells(sweep, point)];
        const replications = counting(sweep, finished, point);
        for (const [i, key] of sweep.measures.entries()) {
          const { mean, low, high, n } = estimate(replications.map((values) => values[i]!));
          const relative = high === low ? 0 : (high - low) / 2 / Math.abs(mean);
          yield [...before, ...whatCells(key), mean, low, high, relative, n, key.unit];
        }
      }
    },
  };
}

/** The replications of a point that count: under a rule some may have been run that turned out not to be needed. */
function counting(
  { replications: rule, measures }: Sweep,
  finished: Finished,
  point: number,
): readonly (readonly number[])[] {
  const all = finished.get(point) ?? [];
  const needed = typeof rule === "number" ? rule : neededBy(rule, measures.length, all);
  return Array.from({ length: needed }, (_, replication) => {
    const values = all[replication];
    if (values === undefined) throw new RangeError(`replication ${replication} of point ${point} is missing`);
    return values;
  });
}

function neededBy(rule: PrecisionRule, figures: number, all: readonly (readonly number[] | undefined)[]): number {
  const sequential = new Sequential(rule, figures);
  const last = all.findIndex((values) => values === undefined || sequential.add(values));
  return last < 0 ? all.length + 1 : last + 1;
}

function factorCells({ factors, points, base }: Sweep, point: number): Cell[] {
  return factors.map(({ keys }, i) => cellOf(points[point]![i] ?? valueAtPath(base, keys)));
}

function cellOf(value: unknown): Cell {
  if (isParameter(value)) return cellOf(value["value"]);
  if (typeof value === "number" || typeof value === "string") return value;
  return value === undefined ? "" : JSON.stringify(value);
}
