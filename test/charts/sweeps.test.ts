/** Where the better of two changes, along one lever and two, and how sure it is that a price is worth paying. */
import { describe, expect, test } from "vitest";
import { wilson } from "../../src/index.ts";
import { shareWorth } from "../../viz/charts/costs.ts";
import { flipOf } from "../../viz/charts/heat-map.ts";
import { flipsOf } from "../../viz/charts/sweep-line.ts";
import { about, none } from "../../viz/fixtures/estimates.ts";

const points = (...means: number[]) => means.map((mean, at) => ({ at, figure: about(mean, 1) }));

describe("along one lever", () => {
  test("the change lies where the straight line between two points crosses 0", () => {
    expect(flipsOf(points(3, -1, -2))).toEqual([0.75]);
    expect(flipsOf(points(3, -1, 1))).toEqual([0.75, 1.5]);
  });

  test("without a change of sign, or of what is not known, there is none", () => {
    expect(flipsOf(points(3, 1, 2))).toEqual([]);
    expect(flipsOf([{ at: 0, figure: none }, ...points(1, 2)])).toEqual([]);
  });
});

describe("along two levers", () => {
  const grid = (columns: number, rows: number, value: (column: number, row: number) => number) => ({
    across: { title: "a", levels: Array.from({ length: columns }, (_, at) => at) },
    up: { title: "b", levels: Array.from({ length: rows }, (_, at) => at) },
    cells: Array.from({ length: rows * columns }, (_, at) => about(value(at % columns, Math.floor(at / columns)), 1)),
  });

  test("every piece of the line lies where a plane is 0", () => {
    const pieces = flipOf(grid(6, 5, (column, row) => column + 2 * row - 4.5));
    expect(pieces.length).toBeGreaterThan(3);
    for (const [column, row] of pieces.flat()) expect(column + 2 * row).toBeCloseTo(4.5, 12);
  });

  test("the line goes from edge to edge without a break", () => {
    const ends = flipOf(grid(5, 5, (column, row) => column - row + 0.3))
      .flat()
      .map(([a, b]) => `${a.toFixed(9)} ${b.toFixed(9)}`);
    const once = [...new Set(ends)].filter((end) => ends.filter((other) => other === end).length === 1);
    expect(once).toHaveLength(2);
  });

  test("a plane on one side has no line, and a cell that is not known breaks it", () => {
    expect(flipOf(grid(3, 3, () => 1))).toEqual([]);
    expect(flipOf(grid(3, 3, () => NaN))).toEqual([]);
  });
});

describe("worth its price", () => {
  const scenario = {
    title: "",
    cost: about(0, 1),
    effect: about(0, 1),
    chance: { cost: 1, effect: 1 },
    draws: [
      { cost: 10, effect: 1 },
      { cost: 30, effect: 1 },
      { cost: -5, effect: -1 },
    ],
  };

  test("the share of draws in which what is gained is worth more than it costs", () => {
    expect([0, 9, 20, 40].map((worth) => shareWorth(scenario, worth) * 3)).toEqual([1, 0, 1, 2]);
  });

  test("its interval agrees with Wilson's as R's prop.test gives it", () => {
    const [low, high] = wilson(0.5, 10);
    expect(low).toBeCloseTo(0.2366, 3);
    expect(high).toBeCloseTo(0.7634, 3);
    expect(wilson(0, 10)[0]).toBe(0);
  });
});
