/**
 * A map of a network: places with the people who wait and are cared for there, as squares, and the ways between them,
 * as widths. Everything stays where the layout puts it. Draws numbers it is given; runs no model, keeps no state.
 */
import type { Selection } from "d3";
import type { Layout } from "../map/layout.ts";
import { drawBoxes } from "./map/boxes.ts";
import type { MapFigures, MapView } from "./map/figures.ts";
import { strokesOf } from "./map/flows.ts";
import { drawKey } from "./map/key.ts";
import { mapScales } from "./map/scales.ts";
import { layer } from "./parts.ts";

export type { MapFigures, MapFlow, MapPlace, MapView } from "./map/figures.ts";

export interface NetworkMapOptions {
  readonly layout: Layout;
  readonly view: MapView;
  /** Name of the map for those who cannot see it. */
  readonly label: string;
  /** Makes the names of its patterns unique in the document. */
  readonly id?: string;
  /** The place that is marked as chosen. */
  readonly picked?: string | undefined;
  /** Told when a place is chosen by click, Enter or Space. */
  readonly onPick?: (place: string) => void;
  /** Told when a place is pointed at or has the focus. */
  readonly onPoint?: (place: string) => void;
}

/** Side of the largest square and width of the busiest place's river, in pixels. */
const sizes = { square: 52, river: 100 };

export function networkMap(options: NetworkMapOptions) {
  const { layout, view, label, id = "map" } = options;
  return function draw(svg: Selection<SVGSVGElement, MapFigures, null, undefined>): void {
    const figures = svg.datum();
    const scales = mapScales(figures, sizes);
    svg
      .attr("viewBox", `0 0 ${layout.width} ${layout.height}`)
      .attr("width", layout.width)
      .attr("height", layout.height)
      .attr("role", "group")
      .attr("aria-label", label)
      .attr("class", `chart network-map ${view}`);
    layer(svg, "defs", "patterns")
      .selectAll("pattern")
      .data([`${id}-hatch`])
      .join((enter) => {
        const pattern = enter.append("pattern").attr("width", 6).attr("height", 6).attr("class", "hatch");
        pattern.attr("patternUnits", "userSpaceOnUse").attr("patternTransform", "rotate(45)");
        pattern.append("rect").attr("width", 6).attr("height", 6);
        pattern.append("line").attr("y2", 6).attr("x1", 1.5).attr("x2", 1.5);
        return pattern;
      })
      .attr("id", (name) => name);
    const strokes = strokesOf(figures, layout, view, scales);
    layer(svg, "g", "flows")
      .selectAll<SVGPathElement, (typeof strokes)[number]>("path")
      .data(strokes, ({ key }) => key)
      .join("path")
      .attr("class", ({ change, kind }) => `flow ${change} ${kind}`)
      .attr("d", ({ path }) => path)
      .style("stroke-width", ({ width }) => `${width}px`);
    layer(svg, "g", "heads")
      .selectAll<SVGPathElement, (typeof strokes)[number]>("path")
      .data(
        strokes.filter(({ head }) => head !== ""),
        ({ key }) => key,
      )
      .join("path")
      .attr("class", ({ change }) => `head ${change}`)
      .attr("d", ({ head }) => head);
    drawBoxes(layer(svg, "g", "places"), figures, options, scales);
    drawKey(layer(svg, "g", "key"), { ...options, id }, scales);
  };
}
