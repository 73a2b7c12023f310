/** What a study says, as tables with one figure a row: for files, for other programs, for the page's downloads. */
import type { MeasureKey } from "../measures/key.ts";
import { type Cell, csvLines } from "../records/csv-text.ts";
import { levelShares } from "./levels.ts";
import type { ScenarioResult } from "./study.ts";
import { differences, summarise } from "./summary.ts";

/** Rows are made as they are asked for, since a long study has millions. */
export interface Table {
  readonly columns: readonly string[];
  rows(): Iterable<readonly Cell[]>;
}

/** A scenario's result under the name it has in the tables. */
export interface NamedResult {
  readonly name: string;
  readonly result: ScenarioResult;
}

const whatColumns = ["window", "place", "group", "measure", "estimand", "statistic"] as const;
const whatCells = (key: MeasureKey): string[] => whatColumns.map((column) => key[column]);

/** Every figure of every replication; replications are counted from 0. */
export function measuresTable(scenarios: readonly NamedResult[]): Table {
  return {
    columns: ["scenario", "replication", ...whatColumns, "value", "unit"],
    *rows() {
      for (const { name, result } of scenarios) {
        for (const [replication, { values }] of result.outcomes.entries()) {
          for (const [figure, key] of result.keys.entries()) {
            yield [name, replication, ...whatCells(key), values[figure]!, key.unit];
          }
        }
      }
    },
  };
}

/** Every figure as its mean over the `n` replications in which it exists, with a 95% confidence interval. */
export function summaryTable(scenarios: readonly NamedResult[]): Table {
  return {
    columns: ["scenario", ...whatColumns, "mean", "ci_low", "ci_high", "n", "unit"],
    *rows() {
      for (const { name, result } of scenarios) {
        for (const { key, mean, low, high, n } of summarise(result)) {
          yield [name, ...whatCells(key), mean, low, high, n, key.unit];
        }
      }
    },
  };
}

/** `other` minus `base` for every figure that both have, over `n` pairs of replications, with a 95% confidence interval. */
export function differencesTable(base: NamedResult, others: readonly NamedResult[]): Table {
  return {
    columns: [
      "base",
      "other",
      ...whatColumns,
      "base_mean",
      "other_mean",
      "difference",
      "ci_low",
      "ci_high",
      "n",
      "unit",
    ],
    *rows() {
      for (const { name, result } of others) {
        for (const row of differences(base.result, result)) {
          const means = [row.base.mean, row.other.mean, row.mean];
          yield [base.name, name, ...whatCells(row.key), ...means, row.low, row.high, row.n, row.key.unit];
        }
      }
    },
  };
}

/** The share of time at each level of the waiting lists and of the people in service, as a mean over replications. */
export function levelsTable(scenarios: readonly NamedResult[]): Table {
  return {
    columns: ["scenario", "window", "place", "measure", "level", "share"],
    *rows() {
      for (const { name, result } of scenarios) {
        for (const { window, place, measure, shares } of levelShares(result)) {
          for (const [level, share] of shares.entries()) {
            if (share > 0) yield [name, window, place, measure, level, share];
          }
        }
      }
    },
  };
}

const rowsInChunk = 1000;

/** A table as CSV, a chunk at a time. */
export function* csvOf(table: Table): Generator<string> {
  let rows: (readonly Cell[])[] = [table.columns];
  for (const row of table.rows()) {
    rows.push(row);
    if (rows.length < rowsInChunk) continue;
    yield csvLines(rows);
    rows = [];
  }
  yield csvLines(rows);
}

/** A table as a JSON list of objects, a chunk at a time. What does not exist (NaN) is null. */
export function* jsonOf(table: Table): Generator<string> {
  let before = "[\n";
  for (const row of table.rows()) {
    yield before + JSON.stringify(Object.fromEntries(table.columns.map((column, i) => [column, row[i]])));
    before = ",\n";
  }
  yield before === "[\n" ? "[]" : "\n]";
}
