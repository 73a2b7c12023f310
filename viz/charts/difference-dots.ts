/**
 * Differences between two scenarios, a mark and its 95% interval each, zero in the middle, better on the left.
 * Each is a share of the larger of its two figures, so that people, weeks and shares can stand on one axis.
 * Draws numbers it is given; runs no model, keeps no state.
 */
import { scaleLinear, type Selection } from "d3";
import type { Estimate } from "../../src/index.ts";
import { wrap } from "../map/wrap.ts";
import { axisBelow } from "./axis.ts";
import { layer } from "./parts.ts";
import { drawWhiskers, type Whisker } from "./whiskers.ts";

export interface Dot {
  readonly key: string;
  /** Where and what. */
  readonly label: string;
  /** The difference as a share of the larger figure, from -1 to 1; below zero is drawn on the left. */
  readonly share: Estimate;
  readonly taking: "better" | "worse" | "different" | "close";
  /** The difference as people say it, with its interval. */
  readonly text: string;
}

export interface DotOptions {
  readonly width?: number;
  readonly label: string;
}

const line = 22;
const roomForText = 390;
const percent = (value: number): string => `${Math.round(Math.abs(value) * 100)}%`;
const fromWide = 860;

export function differenceDots({ width = 1100, label }: DotOptions) {
  return function draw(svg: Selection<SVGSVGElement, readonly Dot[], null, undefined>): void {
    const dots = svg.datum();
    const wide = width >= fromWide;
    const left = wide ? 310 : 30;
    const right = wide ? width - roomForText : width - 30;
    const lines = dots.map((dot) => wrap(dot.label, wide ? left - 20 : width - 12));
    const heights = lines.map((of) => (wide ? Math.max(44, of.length * line + 14) : of.length * line + 66));
    const tops = heights.map((_, at) => heights.slice(0, at).reduce((sum, height) => sum + height, 40));
    const bottom = heights.reduce((sum, height) => sum + height, 40);
    const height = bottom + 62;
    const x = scaleLinear([-1, 1], [left, right]);

    svg.attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height);
    svg.attr("role", "img").attr("aria-label", label).attr("class", "chart difference-dots");
    axisBelow(layer(svg, "g", "axis-x"), {
      scale: x,
      ticks: wide ? Math.min(8, (right - left) / 70) : 4,
      at: bottom,
      reach: 32,
      write: percent,
    });
    layer(svg, "g", "titles")
      .selectAll("text")
      .data([
        { text: "◂ better, or fewer", x: x(0) - 14, y: 20, anchor: "end" },
        { text: "worse, or more ▸", x: x(0) + 14, y: 20, anchor: "start" },
        {
          text: wide
            ? "difference, as a share of the larger of the two figures"
            : "share of the larger of the two figures",
          x: x(0),
          y: height - 8,
          anchor: "middle",
        },
      ])
      .join("text")
      .attr("x", (item) => item.x)
      .attr("y", (item) => item.y)
      .attr("text-anchor", (item) => item.anchor)
      .text((item) => item.text);
    layer(svg, "g", "heads")
      .selectAll<SVGTextElement, Dot>("text")
      .data(dots, ({ key }) => key)
      .join("text")
      .attr(
        "transform",
        (_, at) =>
          `translate(0,${tops[at]! + (wide ? heights[at]! / 2 - ((lines[at]!.length - 1) * line) / 2 + 5 : 20)})`,
      )
      .selectAll("tspan")
      .data((_, at) => lines[at] ?? [])
      .join("tspan")
      .attr("x", 0)
      .attr("y", (_, at) => at * line)
      .text((text) => text);
    const whiskers = dots.map((dot, at): Whisker => ({
      key: dot.key,
      estimate: clamped(dot.share),
      mark: dot.taking,
      y: tops[at]! + (wide ? heights[at]! / 2 : lines[at]!.length * line + 40),
      text: dot.text,
      ...(wide && { textAt: right + 18 }),
    }));
    drawWhiskers(
      layer(svg, "g", "whiskers"),
      wide ? whiskers : whiskers.map((whisker) => ({ ...whisker, text: "" })),
      x,
    );
    layer(svg, "g", "notes")
      .selectAll<SVGTextElement, Whisker>("text")
      .data(wide ? [] : whiskers, ({ key }) => key)
      .join("text")
      .attr("x", 0)
      .attr("y", ({ y }) => y - 16)
      .text(({ text }) => text);
  };
}

/** Wide intervals of few runs stay on the chart. */
const clamped = ({ mean, low, high, n }: Estimate): Estimate => ({
  mean,
  low: Math.max(low, -1),
  high: Math.min(high, 1),
  n,
});
