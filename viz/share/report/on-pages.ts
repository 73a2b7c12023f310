/** The chart of differences in parts, each no taller than a page: theme after theme, as many together as there is room for. */
import { group } from "d3";
import { type DifferenceFigures, type DifferenceRow } from "../../charts/differences.ts";
import { differenceLayout } from "../../charts/differences/layout.ts";
import { paperWidth } from "../on-paper.ts";

/** In pixels of a drawing as wide as on paper: most of a page, with a heading above it. */
export const tallest = 1_150;

export function onPages(figures: DifferenceFigures): DifferenceFigures[] {
  const fits = (rows: readonly DifferenceRow[]): boolean =>
    differenceLayout({ ...figures, rows }, paperWidth).height <= tallest;
  const themes = [...group(figures.rows, ({ theme }) => theme).values()];
  const pages: DifferenceRow[][] = [];
  // A theme that is taller than a page is cut where it must be.
  for (const rows of themes.flatMap((theme) => (fits(theme) ? [theme] : theme.map((row) => [row])))) {
    const last = pages.at(-1);
    if (last !== undefined && fits([...last, ...rows])) last.push(...rows);
    else pages.push([...rows]);
  }
  return pages.map((rows) => ({ ...figures, rows }));
}
