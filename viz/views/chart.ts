/** A chart in its place on the page, with its numbers as a table behind a door. */
import { select, type Selection } from "d3";
import { make } from "../dom.ts";
import { table, type TableOptions } from "../table.ts";

/** Draws a chart into `parent`, again and again into the same drawing. */
export function drawInto<Datum>(
  parent: HTMLElement,
  datum: NoInfer<Datum>,
  draw: (svg: Selection<SVGSVGElement, Datum, null, undefined>) => void,
): void {
  const svg = select(parent)
    .selectAll<SVGSVGElement, Datum>(":scope > svg")
    .data([0])
    .join((enter) => enter.insert("svg", ":first-child"));
  const node = svg.node();
  if (node) select<SVGSVGElement, Datum>(node).datum(datum).call(draw);
}

/** The table twin of a chart; stays open if it was. */
export function showTwin(parent: HTMLElement, summary: string, options: TableOptions): void {
  const document = parent.ownerDocument;
  let door = parent.querySelector<HTMLDetailsElement>(":scope > details.twin");
  if (!door) {
    const text = make(document, "span", { class: "nhsuk-details__summary-text" }, summary);
    door = make(
      document,
      "details",
      { class: "nhsuk-details twin" },
      make(document, "summary", { class: "nhsuk-details__summary" }, text),
      make(document, "div", { class: "nhsuk-details__text" }),
    );
    parent.append(door);
  }
  door.querySelector(".nhsuk-details__text")?.replaceChildren(table(document, options));
}

/** Width in pixels that a chart may use in `parent`. */
export const widthOf = (parent: HTMLElement): number => Math.max(300, Math.floor(parent.clientWidth));
