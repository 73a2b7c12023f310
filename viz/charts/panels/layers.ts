/** Layers stacked on one another in a panel, with their names on its right or in a key below. */
import { area, type BaseType, type ScaleLinear } from "d3";
import type { Svg } from "../chart.ts";
import { layer, type Layer as Group } from "../parts.ts";
import type { Panels } from "./place.ts";

/** Width of a column of the key below the panels. */
export const keyColumn = 198;

/** A layer of a stack: its lower and upper edge at every point across. */
export interface Layer {
  readonly key: string;
  readonly name: string;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

interface Scales {
  readonly across: ScaleLinear<number, number>;
  readonly up: ScaleLinear<number, number>;
}

/** Draws layers over points across. Hatched layers get a ground of paper below their pattern. */
export function drawLayers<Parent extends BaseType, Datum>(
  parent: Group<Parent, Datum>,
  layers: readonly Layer[],
  {
    points,
    id,
    scales: { across, up },
  }: { readonly points: readonly number[]; readonly id: string; readonly scales: Scales },
): void {
  const shape = ({ lower, upper }: Layer): string | null =>
    area<number>(
      (_, at) => across(points[at]!),
      (_, at) => up(lower[at]!),
      (_, at) => up(upper[at]!),
    )([...points]);
  parent
    .selectAll<SVGPathElement, Layer>(":scope > path")
    .data(layers, ({ key }) => key)
    .join("path")
    .attr("class", ({ key }) => `layer ${key}`)
    .attr("fill", ({ key }) => fillOf(key, id))
    .attr("d", shape);
}

/** Layers that are drawn as a pattern, and how its lines run. */
export const hatched: Readonly<Record<string, { readonly angle: number; readonly gap: number }>> = {
  waiting_treatment: { angle: 45, gap: 7 },
  waiting_assessment: { angle: -45, gap: 7 },
  referred: { angle: 0, gap: 7 },
  waiting: { angle: 45, gap: 8 },
  rejected: { angle: 90, gap: 5 },
};

const fillOf = (key: string, id: string): string | null => (key in hatched ? `url(#${id}-${key})` : null);

/** The patterns that the layers of a chart need. */
export function drawPatterns<Datum>(svg: Svg<Datum>, id: string, keys: readonly string[]): void {
  layer(svg, "defs", "patterns")
    .selectAll<SVGPatternElement, string>("pattern")
    .data(
      keys.filter((key) => key in hatched),
      (key) => key,
    )
    .join((enter) => {
      const pattern = enter
        .append("pattern")
        .attr("class", (key) => `hatch ${key}`)
        .attr("patternUnits", "userSpaceOnUse");
      pattern.append("rect");
      pattern.append("line");
      return pattern;
    })
    .attr("id", (key) => `${id}-${key}`)
    .attr("width", (key) => hatched[key]!.gap)
    .attr("height", (key) => hatched[key]!.gap)
    .attr("patternTransform", (key) => `rotate(${hatched[key]!.angle})`)
    .each(function fill(key) {
      const { gap } = hatched[key]!;
      this.querySelector("rect")?.setAttribute("width", String(gap));
      this.querySelector("rect")?.setAttribute("height", String(gap));
      for (const [name, value] of [
        ["x1", gap / 2],
        ["x2", gap / 2],
        ["y2", gap],
      ] as const)
        this.querySelector("line")?.setAttribute(name, String(value));
    });
}

interface Named {
  readonly key: string;
  readonly name: string;
  /** Middle of the layer at the right edge. */
  readonly y: number;
}

/** Names beside the last panel, each led to its layer; or a key with a swatch each below all panels. */
export function drawLayerNames<Parent extends BaseType, Datum>(
  parent: Group<Parent, Datum>,
  names: readonly Named[],
  {
    panels: { panels, beside, keyTop },
    id,
    columns,
  }: { readonly panels: Panels; readonly id: string; readonly columns: number },
): void {
  const last = panels[panels.length - 1]!;
  const spots = spread(
    names.map(({ y }) => y),
    22,
    last.top,
    last.bottom,
  );
  const groups = parent
    .selectAll<SVGGElement, Named>(":scope > g")
    .data(names, ({ key }) => key)
    .join((enter) => {
      const group = enter.append("g");
      group.append("path").attr("class", "lead");
      group.append("rect");
      group.append("text").attr("dy", 5);
      return group;
    });
  groups
    .select("rect")
    .attr("class", ({ key }) => `layer ${key}`)
    .attr("fill", ({ key }) => fillOf(key, id))
    .attr("x", (_, at) => (beside ? last.right + 22 : 4 + (at % columns) * keyColumn))
    .attr("y", (_, at) => (beside ? spots[at]! - 8 : keyTop + Math.floor(at / columns) * 26 - 8))
    .attr("width", 18)
    .attr("height", 16);
  groups
    .select("text")
    .attr("x", (_, at) => (beside ? last.right + 47 : 29 + (at % columns) * keyColumn))
    .attr("y", (_, at) => (beside ? spots[at]! : keyTop + Math.floor(at / columns) * 26))
    .text(({ name }) => name);
  groups
    .select("path")
    .attr("d", ({ y }, at) => (beside ? `M${last.right + 2},${y}L${last.right + 20},${spots[at]!}` : null));
}

/** Heights moved apart to stand `gap` from one another within bounds, each as near its own as that allows. In given order, from below. */
export function spread(heights: readonly number[], gap: number, top: number, bottom: number): number[] {
  const placed = [...heights];
  for (let i = 0; i < placed.length; i++) placed[i] = Math.min(placed[i]!, i === 0 ? bottom - 6 : placed[i - 1]! - gap);
  for (let i = placed.length - 1; i >= 0; i--) {
    const above = i === placed.length - 1 ? top + 6 : placed[i + 1]! + gap;
    placed[i] = Math.max(placed[i]!, above);
  }
  return placed;
}
