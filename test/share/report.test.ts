/** The report fits on its pages: charts that are cut between rows, never within, and tables that say where they end. */
import { describe, expect, test } from "vitest";
import { differenceLayout } from "../../viz/charts/differences/layout.ts";
import { differencesFixture, differencesOfFourFixture } from "../../viz/fixtures/differences.ts";
import { onPages, tallest } from "../../viz/share/report/on-pages.ts";
import { onPaper } from "../../viz/share/report/report.ts";
import { paperWidth } from "../../viz/share/on-paper.ts";

const times = <T>(rows: readonly T[], many: number): T[] => Array.from({ length: many }, () => rows).flat();

describe("the chart of differences", () => {
  test.each([
    ["of one design", { ...differencesFixture, rows: times(differencesFixture.rows, 3) }],
    ["of four", { ...differencesOfFourFixture, rows: times(differencesOfFourFixture.rows, 9) }],
  ])("%s is cut into pages that hold every row once, none taller than a page", (_, figures) => {
    expect(differenceLayout(figures, paperWidth).height).toBeGreaterThan(tallest);
    const pages = onPages(figures);
    expect(pages.length).toBeGreaterThan(1);
    const rows = pages.flatMap((page) => page.rows);
    expect(rows).toHaveLength(figures.rows.length);
    expect(new Set(rows)).toEqual(new Set(figures.rows));
    for (const page of pages) expect(differenceLayout(page, paperWidth).height).toBeLessThanOrEqual(tallest);
  });

  test("that is short stays whole", () => {
    const figures = { ...differencesFixture, rows: differencesFixture.rows.slice(0, 3) };
    expect(onPages(figures)).toEqual([figures]);
  });
});

test("a long table is cut, and its caption says so", () => {
  const table = { caption: "Numbers", columns: [{ head: "Number" }], rows: times([["one"]], 75) };
  expect(onPaper(table)).toMatchObject({ caption: "Numbers (the first 60 of 75)", rows: times([["one"]], 60) });
  expect(onPaper({ ...table, rows: table.rows.slice(0, 60) }).caption).toBe("Numbers");
});
