/** The answer in a sentence, and above all what it says of the costs. */
import { describe, expect, test } from "vitest";
import { type Estimate, pathwayHeadlines } from "../../src/index.ts";
import { answerOf, answerText } from "../../viz/figures/answer.ts";
import type { Row } from "../../viz/figures/rows.ts";

const headlines = pathwayHeadlines([]);
const runs = 20;
const about = (mean: number, halfWidth = 0): Estimate => ({
  mean,
  low: mean - halfWidth,
  high: mean + halfWidth,
  n: runs,
});

/** A main figure of 1,000 at the baseline, and how one design differs from it. */
function row(key: string, difference: Estimate, isLater = false): Row {
  const headline = headlines.find((one) => one.key === key)!;
  const values = [about(1_000), about(1_000 + difference.mean)];
  return { headline, values, differences: [difference], pairs: [[]], isLater };
}

const unknown: Estimate = { mean: NaN, low: NaN, high: NaN, n: 0 };
const clear = row("crises", about(-40, 8));
const told = (...rows: readonly Row[]): string => answerText(answerOf(rows, 0), "Held");

describe("of costs the answer says", () => {
  test("what they come to, where they are clear", () => {
    const text = told(clear, row("costs", about(210_000, 40_000)));
    expect(text).toContain("about 40 fewer crises a year (32 to 48); it costs about £210,000 a year");
    expect(text).not.toMatch(/too close to call|nothing else/);
  });

  test("that they are too close to call, where they are", () => {
    expect(told(clear, row("costs", about(-1_000, 40_000)))).toBe(
      "Held: about 40 fewer crises a year (32 to 48); what it costs is too close to call. 95% intervals over 20 runs.",
    );
  });

  test("nothing, where they are the same in every run or not among the figures", () => {
    const text = "Held: about 40 fewer crises a year (32 to 48). 95% intervals over 20 runs.";
    expect(told(clear, row("costs", about(0)))).toBe(text);
    expect(told(clear)).toBe(text);
  });

  test("that they come with the full runs, where these are still to come, whatever else there is to say", () => {
    const later = row("costs", unknown, true);
    for (const other of [clear, row("crises", about(-1, 8)), row("crises", about(0))]) {
      const text = told(other, later);
      expect(text).toMatch(/what it costs comes with the full runs/i);
      expect(text).not.toMatch(/£|NaN/);
    }
  });

  test("what they come to, where nothing else stands out", () => {
    expect(told(row("crises", about(-1, 8)), row("costs", about(210_000, 40_000)))).toBe(
      "Held: it costs about £210,000 a year (£170,000 to £250,000); nothing else stands out. 95% intervals over 20 runs.",
    );
  });
});
