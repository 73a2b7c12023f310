/** What a finished sweep says, as tables: one figure a row, with the point's factors beside it. */
import type { MeasureKey } from "../../measures/key.ts";
import type { Cell } from "../../records/csv-text.ts";
import { type PrecisionRule, Sequential } from "../method/precision.ts";
import { estimate } from "../statistics.ts";
import type { Table } from "../tables.ts";
import type { Finished } from "./journal.ts";
import { quantityAt, valueAtPath } from "./path.ts";
import { countRuns, type Factor, pointOf, scenarioOf, type Sweep } from "./sweep.ts";

const what = ["window", "place", "group", "measure", "estimand", "statistic"] as const;
const whatCells = (key: MeasureKey): Cell[] => what.map((part) => key[part]);

/** The factors at each point. Where one is as in the first scenario, its value there if that can be told. */
export function sweepPointsTable(sweep: Sweep): Table {
  return {
    columns: ["point", ...sweep.factors.map(({ name }) => name)],
    *rows() {
      for (const point of sweep.points.keys()) yield [point, ...factorCells(sweep, point, 0)];
    },
  };
}

/** Columns that say which run a row is of; the scenario where there are several. */
const runColumns = ({ scenarios, factors }: Sweep): string[] => [
  "point",
  ...(scenarios.length > 1 ? ["scenario"] : []),
  ...factors.map(({ name }) => name),
];

function runCells(sweep: Sweep, run: number): Cell[] {
  const [point, scenario] = [pointOf(sweep, run), scenarioOf(sweep, run)];
  const name = sweep.scenarios.length > 1 ? [sweep.scenarios[scenario]!.name] : [];
  return [point, ...name, ...factorCells(sweep, point, scenario)];
}

/** Every measure of every replication that counts. */
export function sweepResultsTable(sweep: Sweep, finished: Finished): Table {
  return {
    columns: [...runColumns(sweep), "replication", ...what, "value", "unit"],
    *rows() {
      for (let run = 0; run < countRuns(sweep); run++) {
        const before = runCells(sweep, run);
        for (const [replication, values] of counting(sweep, finished, run).entries()) {
          for (const [i, key] of sweep.measures.entries())
            yield [...before, replication, ...whatCells(key), values[i]!, key.unit];
        }
      }
    },
  };
}

/** Every measure of every run: its mean over `n` replications, 95% interval, and half of it relative to the mean. */
export function sweepSummaryTable(sweep: Sweep, finished: Finished): Table {
  const figures = ["mean", "ci_low", "ci_high", "relative_half_width", "n", "unit"];
  return {
    columns: [...runColumns(sweep), ...what, ...figures],
    *rows() {
      for (let run = 0; run < countRuns(sweep); run++) {
        const before = runCells(sweep, run);
        const replications = counting(sweep, finished, run);
        for (const [i, key] of sweep.measures.entries()) {
          const { mean, low, high, n } = estimate(replications.map((values) => values[i]!));
          const relative = high === low ? 0 : (high - low) / 2 / Math.abs(mean);
          yield [...before, ...whatCells(key), mean, low, high, relative, n, key.unit];
        }
      }
    },
  };
}

/** The replications of a run that count: under a rule some may have been run that turned out not to be needed. */
export function counting(
  { replications: rule, measures }: Sweep,
  finished: Finished,
  run: number,
): readonly (readonly number[])[] {
  const all = finished.get(run) ?? [];
  const needed = typeof rule === "number" ? rule : neededBy(rule, measures.length, all);
  return Array.from({ length: needed }, (_, replication) => {
    const values = all[replication];
    if (values === undefined) throw new RangeError(`replication ${replication} of run ${run} is missing`);
    return values;
  });
}

function neededBy(rule: PrecisionRule, figures: number, all: readonly (readonly number[] | undefined)[]): number {
  const sequential = new Sequential(rule, figures);
  const last = all.findIndex((values) => values === undefined || sequential.add(values));
  return last < 0 ? all.length + 1 : last + 1;
}

function factorCells({ factors, points, scenarios }: Sweep, point: number, scenario: number): Cell[] {
  const { source } = scenarios[scenario]!;
  const asItIs = ([keys]: Factor["keys"]): unknown => quantityAt(source, keys!)?.value ?? valueAtPath(source, keys!);
  return factors.map(({ keys }, i) => cellOf(points[point]![i] ?? asItIs(keys)));
}

function cellOf(value: unknown): Cell {
  if (typeof value === "number" || typeof value === "string") return value;
  return value === undefined ? "" : JSON.stringify(value);
}
