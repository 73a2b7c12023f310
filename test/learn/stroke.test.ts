/** A stroke over a chart moves the points that it passes, and those alone. */
import { expect, test } from "vitest";
import { drawn } from "../../viz/views/learn/stroke.ts";

const places = [0, 10, 20, 30];
const asItIs = (y: number): number => y;

test("a touch moves the point nearest to it", () => {
  const spot = { x: 12, y: 7 };
  expect(drawn([1, 1, 1, 1], places, spot, spot, asItIs)).toEqual([1, 7, 1, 1]);
});

test("a fast stroke passes no point by: each gets the value of the stroke where it stands", () => {
  const line = drawn([0, 0, 0, 0], places, { x: 5, y: 5 }, { x: 29, y: 29 }, asItIs);
  expect(line.map((value) => Math.round(value))).toEqual([0, 10, 20, 29]);
  const back = drawn([0, 0, 0, 0], places, { x: 29, y: 29 }, { x: 5, y: 5 }, asItIs);
  expect(back.slice(1, 3).map((value) => Math.round(value))).toEqual([10, 20]);
});

test("straight up and down, it moves one point", () => {
  expect(drawn([1, 1, 1, 1], places, { x: 20, y: 3 }, { x: 20, y: 9 }, asItIs)).toEqual([1, 1, 9, 1]);
});
