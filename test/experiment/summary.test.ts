import { describe, expect, test } from "vitest";
import { comparisons, differences, keyText, type MeasureKey, type ScenarioResult, summarise } from "../../src/index.ts";
import { desk } from "./scenarios.ts";

const key = (place: string, statistic = "mean"): MeasureKey => ({
  window: "all",
  place,
  group: "all",
  measure: "wait",
  estimand: "started",
  statistic,
  unit: "days",
});
/** A result with these figures: one row a replication. */
const result = (keys: MeasureKey[], ...replications: number[][]): ScenarioResult => ({
  scenario: desk(1),
  keys,
  outcomes: replications.map((values) => ({ values: Float64Array.from(values), events: 0 })),
});

describe("summary", () => {
  test("has every figure, in order, over the replications in which it exists", () => {
    const rows = summarise(result([key("a"), key("b")], [1, NaN], [3, 5]));
    expect(rows.map((row) => [row.key.place, row.mean, row.n])).toEqual([
      ["a", 2, 2],
      ["b", 5, 1],
    ]);
    expect(rows[1]!.low).toBeNaN();
  });
});

describe("differences", () => {
  test("pair figures by what they are, wherever they stand, and leave out those that only one has", () => {
    const base = result([key("a"), key("b"), key("only base")], [1, 10, 0], [2, 20, 0]);
    const other = result([key("only other"), key("b"), key("a")], [0, 11, 5], [0, 21, 6]);
    const rows = differences(base, other);
    expect(rows.map((row) => [row.key.place, row.base.mean, row.other.mean, row.mean, row.low, row.high])).toEqual([
      ["a", 1.5, 5.5, 4, 4, 4],
      ["b", 15, 16, 1, 1, 1],
    ]);
  });

  test("each scenario is compared with the first", () => {
    const results = [1, 2, 4].map((value) => result([key("a")], [value], [value]));
    const study = { scenarios: results.map(({ scenario }) => scenario), seed: "", replications: 2 };
    const found = comparisons({ study, scenarios: results });
    expect(found.map(({ rows }) => rows[0]!.mean)).toEqual([1, 3]);
    expect(found.map(({ scenario }) => scenario)).toEqual(results.slice(1));
  });

  test("two figures are the same only if all that names them is", () => {
    const one = key("a");
    for (const other of [key("b"), key("a", "p95"), { ...one, group: "g" }, { ...one, window: "w" }]) {
      expect(keyText(other)).not.toBe(keyText(one));
    }
    expect(keyText({ ...one, window: "a", place: "b" })).not.toBe(keyText({ ...one, window: "ab", place: "" }));
  });
});
