/** Where the rows of the chart of differences stand: figures have room beside their axis, however long they are. */
import { expect, test } from "vitest";
import { differenceLayout } from "../../viz/charts/differences/layout.ts";
import { differencesFixture } from "../../viz/fixtures/differences.ts";

const [first] = differencesFixture.rows;
const withText = (text: string) => ({
  ...differencesFixture,
  scenarios: ["One"],
  rows: [{ ...first!, differences: [{ ...first!.differences[0]!, text }] }],
});
const longest = "−£1,230,000 (−£1,340,000 to −£1,120,000)";

test.each([840, 1100])("%d pixels wide, a figure of usual length has one line, and a longer one a second", (width) => {
  const usual = differenceLayout(withText("+£11,600 (+£11,100 to +£12,000)"), width);
  expect(usual.places[0]!.texts).toEqual([["+£11,600 (+£11,100 to +£12,000)"]]);
  const long = differenceLayout(withText(longest), width);
  const lines = long.places[0]!.texts[0]!;
  expect(lines.join(" ")).toBe(longest);
  for (const line of lines) expect(9 * line.length).toBeLessThan(width - long.right);
  if (lines.length > 1) expect(long.height).toBeGreaterThan(usual.height);
});
