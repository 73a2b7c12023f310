/** The table of all differences, filtered, the most telling first. */
import type { Row } from "../data/rows.ts";
import { fillSelect, make } from "../dom.ts";
import { range, signed, withRange } from "../numbers.ts";
import type { PageState } from "../state.ts";
import { table } from "../table.ts";
import { everywhere, families, phrase } from "../words.ts";

export interface DifferencesOptions {
  readonly filter: PageState["table"];
  readonly period: string;
  readonly onWhole: () => void;
}

/** Rows shown before the rest is asked for. */
const first = 12;

export function showDifferences(parent: HTMLElement, rows: readonly Row[], options: DifferencesOptions): void {
  const { filter, period, onWhole } = options;
  const document = parent.ownerDocument;
  const found = rows.filter(
    ({ key }) =>
      (filter.place === "" || key.place === filter.place) && (filter.measure === "" || key.measure === filter.measure),
  );
  const visible = filter.whole ? found : found.slice(0, first);
  const drawn = table(document, {
    caption: `${visible.length} of ${found.length} figures with 95% intervals, period ‘${period}’, clear and large differences first`,
    columns: [
      { head: "Place and figure" },
      { head: "Unit" },
      { head: "Baseline", numeric: true },
      { head: "With the change", numeric: true },
      { head: "Difference", numeric: true },
      { head: "Reading" },
    ],
    rows: visible.map(cellsOf),
  });
  const more = make(
    document,
    "button",
    { type: "button", id: "more", class: "nhsuk-button nhsuk-button--secondary" },
    `Show all ${found.length} rows`,
  );
  more.addEventListener("click", onWhole);
  parent.replaceChildren(drawn, ...(visible.length < found.length ? [more] : []));
}

function cellsOf(row: Row): string[] {
  const { key, unit, base, other, difference, differenceUnit } = row;
  const points = differenceUnit === unit ? "" : ` ${differenceUnit.many}`;
  const told =
    difference.n === 0 ? "not in both" : `${signed(difference.mean)} (${range(difference, signed)})${points}`;
  const same = row.verdict === "same" ? "the same" : told;
  return [`${key.place}: ${phrase(key)}`, unit.many, withRange(base), withRange(other), same, readingOf(row)];
}

/** In words, with a sign that can be told apart without colour. */
function readingOf({ verdict, taking, difference }: Row): string {
  if (difference.n === 0) return "–";
  if (verdict === "same") return "= Same";
  if (verdict === "close") return "≈ Too close to call";
  if (taking === "different") return difference.mean > 0 ? "△ More" : "▽ Fewer";
  return taking === "better" ? "✓ Better" : "✗ Worse";
}

/** Fills the two filters from the rows there are. */
export function fillFilters(
  place: HTMLSelectElement,
  measure: HTMLSelectElement,
  rows: readonly Row[],
  filter: PageState["table"],
): void {
  const places = [...new Set(rows.map(({ key }) => key.place))].toSorted((a, b) =>
    a === everywhere ? -1 : b === everywhere ? 1 : a.localeCompare(b, "en-GB"),
  );
  const measures = Object.keys(families).filter((name) => rows.some(({ key }) => key.measure === name));
  fillSelect(
    place,
    [{ value: "", text: "Every place" }, ...places.map((value) => ({ value, text: value }))],
    filter.place,
  );
  fillSelect(
    measure,
    [{ value: "", text: "Every measure" }, ...measures.map((value) => ({ value, text: families[value] ?? value }))],
    filter.measure,
  );
}
