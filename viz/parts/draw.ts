/** Draws a chart into its place, again and again into the same drawing. */
import { select, type Selection } from "d3";

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
