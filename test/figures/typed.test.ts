/** Numbers as people type them are taken for what they mean, and refused where they are none. */
import { expect, test } from "vitest";
import { faultIn, numberIn } from "../../viz/parts/typed.ts";

test.each([
  ["30,000", 30_000],
  ["£30,000", 30_000],
  ["1,234,567.5", 1_234_567.5],
  ["-1,500", -1_500],
  ["−3", -3],
  ["0,5", 0.5],
  ["0,500", 0.5],
  ["12,25", 12.25],
  [" 7 ", 7],
  ["1e3", 1_000],
])("%s", (text, value) => {
  expect(numberIn(text)).toBe(value);
});

test.each(["", "  ", "abc", "3 months", "1,2,3", "£", "Infinity", "1,000,00"])("no number: ‘%s’", (text) => {
  expect(numberIn(text)).toBeNaN();
  expect(faultIn(text, {})).toBe(`Give a number, not ‘${text.trim()}’.`);
});

test("a fault names the limits and what was typed", () => {
  const limits = { low: 2, high: 25, whole: true };
  expect(faultIn("25", limits)).toBe("");
  for (const text of ["1", "1000", "2.5", "ten"])
    expect(faultIn(text, limits)).toBe(`Give a whole number from 2 to 25, not ‘${text}’.`);
  expect(faultIn("-1", { low: 0 })).toBe("Give a number of 0 or more, not ‘-1’.");
  expect(faultIn("2,000,000", { low: 1, high: 1_000_000 })).toContain("from 1 to 1,000,000");
});
