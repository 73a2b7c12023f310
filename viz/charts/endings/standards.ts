/** The standards as lines through a panel, with the share that has been seen by each. */
import type { BaseType, ScaleLinear } from "d3";
import type { Estimate } from "../../../src/index.ts";
import type { Panel } from "../panels/place.ts";
import type { Layer } from "../parts.ts";

interface Standard {
  /** In days. */
  readonly limit: number;
  readonly seen: Estimate;
}

interface Place {
  readonly panel: Panel;
  /** From weeks. */
  readonly across: ScaleLinear<number, number>;
  /** From shares. */
  readonly up: ScaleLinear<number, number>;
}

export function drawStandards<Parent extends BaseType, Datum>(
  parent: Layer<Parent, Datum>,
  standards: readonly Standard[],
  { panel: { top, bottom, right }, across, up }: Place,
): void {
  const groups = parent
    .selectAll<SVGGElement, Standard>(":scope > g")
    .data(standards, ({ limit }) => limit)
    .join((enter) => {
      const group = enter.append("g");
      group.append("line");
      group.append("circle").attr("r", 5);
      group.append("text").attr("class", "limit");
      group.append("text").attr("class", "share");
      return group;
    })
    .attr("transform", ({ limit }) => `translate(${across(limit / 7)},0)`);
  groups
    .select("line")
    .attr("y1", top - 2)
    .attr("y2", bottom);
  groups
    .select("circle")
    .attr("cy", ({ seen }) => up(seen.mean || 0))
    .attr("display", ({ seen }) => (seen.n === 0 ? "none" : null));
  groups
    .select(".limit")
    .attr("y", top - 8)
    .attr("x", ({ limit }) => (across(limit / 7) > right - 40 ? Math.min(0, right - across(limit / 7)) + 6 : 0))
    .attr("text-anchor", ({ limit }) => (across(limit / 7) > right - 40 ? "end" : "middle"))
    .text(({ limit }, at) => (at === standards.length - 1 ? `${limit / 7} weeks` : `${limit / 7}`));
  groups
    .select(".share")
    .attr("x", ({ limit }) => (across(limit / 7) > right - 60 ? -9 : 9))
    .attr("text-anchor", ({ limit }) => (across(limit / 7) > right - 60 ? "end" : "start"))
    .attr("y", ({ seen }) => Math.min(bottom - 8, up(seen.mean || 0) + 22))
    .text(({ seen }) => (seen.n === 0 ? "" : `${Math.round(seen.mean * 100)}%`));
}
