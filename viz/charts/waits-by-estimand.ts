/**
 * Waits at one place, told in four ways: for each the estimate of both scenarios as a mark with its 95% interval.
 * Draws numbers it is given; runs no model, keeps no state.
 */
import { max, scaleLinear, type Selection } from "d3";
import type { Estimate } from "../../src/index.ts";
import { amount, range } from "../numbers.ts";
import { type Unit, withUnit } from "../units.ts";
import { axisBelow } from "./axis.ts";
import { layer } from "./parts.ts";
import { capital } from "../words.ts";
import { drawWhiskers, type Whisker } from "./whiskers.ts";

export interface WaitRow {
  readonly estimand: string;
  readonly label: string;
  readonly base: Estimate;
  readonly other: Estimate;
}

export interface WaitOptions {
  readonly width?: number;
  readonly label: string;
  readonly unit: Unit;
  /** For example `mean wait`. */
  readonly title: string;
}

const rowHeight = 92;
const roomForText = 230;

export function waitsByEstimand({ width = 900, label, unit, title }: WaitOptions) {
  return function draw(svg: Selection<SVGSVGElement, readonly WaitRow[], null, undefined>): void {
    const rows = svg.datum();
    const height = rows.length * rowHeight + 60;
    const bottom = rows.length * rowHeight + 4;
    const most =
      max(rows, ({ base, other }) => Math.max(base.high || base.mean || 0, other.high || other.mean || 0)) || 1;
    const x = scaleLinear([0, most], [14, width - roomForText]).nice();

    svg.attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height);
    svg.attr("role", "img").attr("aria-label", label).attr("class", "chart waits-by-estimand");
    axisBelow(layer(svg, "g", "axis-x"), {
      scale: x,
      ticks: Math.max(3, (width - roomForText) / 130),
      at: bottom,
      reach: 0,
    });
    layer(svg, "g", "titles")
      .selectAll("text")
      .data([`${capital(unit.many)}: ${title}`])
      .join("text")
      .attr("x", 14)
      .attr("y", height - 8)
      .text((text) => text);
    layer(svg, "g", "heads")
      .selectAll<SVGTextElement, WaitRow>("text")
      .data(rows, ({ estimand }) => estimand)
      .join("text")
      .attr("x", 0)
      .attr("y", (_, at) => at * rowHeight + 22)
      .text((row) => row.label);
    const whiskers = rows.flatMap((row, at): Whisker[] =>
      (["base", "other"] as const).map((which, below) => ({
        key: `${row.estimand} ${which}`,
        estimate: row[which],
        mark: which,
        y: at * rowHeight + 42 + below * 26,
        text: row[which].n === 0 ? "nobody" : `${withUnit(amount(row[which].mean), unit)} (${range(row[which])})`,
      })),
    );
    drawWhiskers(layer(svg, "g", "whiskers"), whiskers, x);
  };
}
