/** The words above panels: which scenario each is, and what is counted. */
import { wrap } from "../../map/wrap.ts";
import type { Svg } from "../chart.ts";
import { layer } from "../parts.ts";
import type { Panels } from "./place.ts";

export function drawPanelTitles<Datum>(
  svg: Svg<Datum>,
  titles: readonly string[],
  { panels }: Panels,
  { up, across }: { readonly up: string; readonly across: string },
): void {
  const heads = panels.flatMap(({ left, right, top, first, bottom, last }, at) => [
    {
      key: `title ${at}`,
      text: firstLine(titles[at] ?? "", right - left + 20),
      x: left,
      y: top - 32,
      anchor: "start",
      kind: "title",
    },
    ...(first ? [{ key: `up ${at}`, text: up, x: 0, y: top - 11, anchor: "start", kind: "unit" }] : []),
    ...(last ? [{ key: `across ${at}`, text: across, x: right, y: bottom + 45, anchor: "end", kind: "unit" }] : []),
  ]);
  layer(svg, "g", "titles")
    .selectAll<SVGTextElement, (typeof heads)[number]>("text")
    .data(heads, ({ key }) => key)
    .join("text")
    .attr("class", ({ kind }) => kind)
    .attr("x", ({ x }) => x)
    .attr("y", ({ y }) => y)
    .attr("text-anchor", ({ anchor }) => anchor)
    .text(({ text }) => text);
}

/** A title that is longer than its panel is wide says that it is cut. */
function firstLine(title: string, width: number): string {
  if (wrap(title, width).length <= 1) return title;
  return `${wrap(title, width - 20)[0]!.replace(/[,;:]$/, "")} …`;
}

/** Takes away the panels of scenarios that are no longer there. */
export function removePanels<Datum>(svg: Svg<Datum>, from: number): void {
  for (const group of svg.node()?.querySelectorAll(":scope > g[class^=panel-]") ?? []) {
    if (Number(group.getAttribute("class")?.slice("panel-".length)) >= from) group.remove();
  }
}
