/** Figures of a lesson are written with their unit, in one or in many, and as the lesson asks. */
import { expect, test } from "vitest";
import type { ScenarioResult } from "../../src/index.ts";
import { valuesOf, written, writtenWithRange } from "../../viz/learn/figures.ts";
import type { LessonFigure } from "../../viz/learn/lesson.ts";
import { readLesson } from "./lessons.ts";

const figure = (as: LessonFigure["as"]): LessonFigure => ({
  label: "",
  place: "",
  group: "",
  measure: "",
  estimand: "",
  statistic: "",
  as,
});

test.each([
  ["days", 1, false, "1 day"],
  ["days", 1, true, "+1 day"],
  ["days", -1, true, "−1 day"],
  ["days", 0, true, "0 days"],
  ["days", 1.5, true, "+1.5 days"],
  ["weeks", 12, false, "12 weeks"],
  ["percent", 1, false, "1%"],
  ["percent", 1, true, "+1 point"],
  ["percent", -2, true, "−2 points"],
  ["crises", 1, false, "1 crisis"],
  ["crises", -4, true, "−4 crises"],
  ["people", 1, true, "+1 person"],
  ["places", 455, true, "+455 places"],
  ["pounds", -1, true, "−£1"],
  ["number", 1, true, "+1"],
] as const)("%s, %d", (as, value, isDifference, text) => {
  expect(written(figure(as), value, isDifference)).toBe(text);
});

test("an interval is not broken over two lines", () => {
  const text = writtenWithRange(figure("days"), { mean: 12, low: 10, high: 14, n: 5 });
  expect(text).toBe("12 days (10\u00a0to\u00a014)");
});

test("what is of one person is told of a hundred, and stays so at any scale", () => {
  const lesson = readLesson("one-run.json");
  const { crises } = lesson.figures;
  expect(crises!.per).toBe("100 people");
  const result = {
    scenario: { kind: "pathway", windows: [] },
    keys: [{ ...crises, window: "" }],
    outcomes: [{ values: [0.94] }],
  } as unknown as ScenarioResult;
  expect(valuesOf(lesson, "crises", result)[0]).toBeCloseTo(94);
  expect(valuesOf({ ...lesson, scale: 1 }, "crises", result)[0]).toBeCloseTo(94);
});
