/** The differences that the first chart shows, theme after theme. */
import type { DifferenceFigures } from "../charts/differences.ts";
import type { Results } from "../study/results.ts";
import { themes, themeTitles } from "../../src/index.ts";
import type { Row } from "./rows.ts";
import { largestOf, tellBare, unitInLabel } from "./words.ts";

export function differenceFigures({ scenarios: known }: Results, rows: readonly Row[]): DifferenceFigures {
  const [baseline = "", ...scenarios] = known.map(({ title }) => title);
  const inOrder = themes.flatMap((theme) => rows.filter(({ headline }) => headline.theme === theme));
  return {
    baseline,
    scenarios,
    rows: inOrder.map((row) => ({
      key: row.headline.key,
      label: `${row.headline.label}${unitInLabel(row.headline)}`,
      theme: themeTitles[row.headline.theme],
      better: row.headline.better,
      differences: row.differences.map((difference) => ({
        base: row.values[0]?.mean ?? NaN,
        difference,
        text: tellBare(row, difference, largestOf([difference])),
      })),
    })),
  };
}
