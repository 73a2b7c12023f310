/**
 * What two levers together do to a difference: a cell for each pair of values, its figure in it, in green-blue where it is better and in
 * plum where it is worse, with a corner cut off where it is too close to call; and a line where the better of the two changes.
 */
import { scaleBand } from "d3";
import type { Estimate } from "../../src/index.ts";
import { range, signed, verdictOf } from "../numbers.ts";
import { type Chart, type ChartOptions, frame, type Svg } from "./chart.ts";
import { layer } from "./parts.ts";

export interface Lever {
  /** With its unit. */
  readonly title: string;
  readonly levels: readonly number[];
}

export interface HeatFigures {
  readonly measure: string;
  readonly better: "less" | "more" | "neither";
  readonly across: Lever;
  readonly up: Lever;
  /** One for each pair, by the level of `up`, then of `across`. */
  readonly cells: readonly Estimate[];
}

interface Cell {
  readonly key: string;
  readonly across: number;
  readonly up: number;
  readonly figure: Estimate;
}

export const heatMap: Chart<HeatFigures> = {
  name: "heat-map",
  draw: (options) => (svg) => draw(svg, options),
  label: (figures) => {
    const cells = cellsOf(figures);
    const count = (what: string): number =>
      cells.filter((cell) => takingOf(cell.figure, figures.better) === what).length;
    return `${figures.measure} by ${figures.across.title} and ${figures.up.title}: better in ${count("better")} of ${cells.length} cells, worse in ${count("worse")}, too close to call in ${count("close")}.`;
  },
  twin: (figures) => ({
    caption: `${figures.measure} by ${figures.across.title} and ${figures.up.title}, with 95% intervals`,
    columns: [
      { head: figures.up.title },
      ...figures.across.levels.map((level) => ({ head: `${figures.across.title}: ${level}`, numeric: true })),
    ],
    rows: figures.up.levels.map((level, at) => [
      String(level),
      ...figures.across.levels.map((_, column) => {
        const cell = figures.cells[at * figures.across.levels.length + column]!;
        return cell.n === 0 ? "not known" : `${signed(cell.mean)} (${range(cell, signed)})`;
      }),
    ]),
  }),
  tidy: (figures) => ({
    columns: ["across", "across_value", "up", "up_value", "measure", "mean", "ci_low", "ci_high", "n"],
    rows: cellsOf(figures).map(({ across, up, figure: { mean, low, high, n } }) => [
      figures.across.title,
      across,
      figures.up.title,
      up,
      figures.measure,
      mean,
      low,
      high,
      n,
    ]),
  }),
};

const cellsOf = ({ across, up, cells }: HeatFigures): Cell[] =>
  up.levels.flatMap((u, row) =>
    across.levels.map((a, column) => ({
      key: `${a} ${u}`,
      across: a,
      up: u,
      figure: cells[row * across.levels.length + column]!,
    })),
  );

function takingOf(figure: Estimate, better: HeatFigures["better"]): "better" | "worse" | "different" | "close" {
  if (figure.n === 0 || verdictOf(figure) !== "clear") return "close";
  if (better === "neither") return "different";
  return figure.mean < 0 === (better === "less") ? "better" : "worse";
}

function draw(svg: Svg<HeatFigures>, { width }: ChartOptions): void {
  const figures = svg.datum();
  const { across, up, better, measure } = figures;
  const [left, right, top] = [64, width - 8, 70];
  const tall = Math.min(64, Math.max(36, (right - left) / across.levels.length / 2));
  const bottom = top + tall * up.levels.length;
  frame(svg, { name: "heat-map", label: heatMap.label(figures), width, height: bottom + 60 });
  const x = scaleBand(across.levels.map(String), [left, right]);
  const y = scaleBand(up.levels.map(String), [bottom, top]);
  const cells = cellsOf(figures);
  const largest = Math.max(0, ...cells.map(({ figure }) => Math.abs(figure.mean) || 0)) || 1;
  const groups = layer(svg, "g", "cells")
    .selectAll<SVGGElement, Cell>(":scope > g")
    .data(cells, ({ key }) => key)
    .join((enter) => {
      const group = enter.append("g");
      group.append("rect");
      group.append("path");
      return group;
    })
    .attr("class", ({ figure }) => `cell ${takingOf(figure, better)}`)
    .attr("transform", (cell) => `translate(${x(String(cell.across)) ?? 0},${y(String(cell.up)) ?? 0})`);
  groups
    .select("rect")
    .attr("width", x.bandwidth())
    .attr("height", y.bandwidth())
    .attr("fill-opacity", ({ figure }) => 0.08 + 0.5 * (Math.abs(figure.mean) / largest || 0));
  groups.select("path").attr("d", ({ figure }) => (takingOf(figure, better) === "close" ? `M0,0h14L0,14Z` : null));
  drawFlip(
    svg,
    figures,
    (column) => left + (column + 0.5) * x.bandwidth(),
    (row) => bottom - (row + 0.5) * y.bandwidth(),
  );
  layer(svg, "g", "numbers")
    .selectAll<SVGTextElement, Cell>("text")
    .data(cells, ({ key }) => key)
    .join("text")
    .attr("x", (cell) => (x(String(cell.across)) ?? 0) + x.bandwidth() / 2)
    .attr("y", (cell) => (y(String(cell.up)) ?? 0) + y.bandwidth() / 2 + 5)
    .attr("text-anchor", "middle")
    .text(({ figure }) => (figure.n === 0 ? "–" : x.bandwidth() < 52 ? "" : signed(figure.mean)));
  drawWords(svg, [
    { key: "measure", text: measure, x: 0, y: 20, anchor: "start" },
    { key: "up", text: up.title, x: 0, y: 52, anchor: "start" },
    { key: "across", text: across.title, x: right, y: bottom + 50, anchor: "end" },
    ...across.levels.map((level) => ({
      key: `x ${level}`,
      text: String(level),
      x: (x(String(level)) ?? 0) + x.bandwidth() / 2,
      y: bottom + 22,
      anchor: "middle",
    })),
    ...up.levels.map((level) => ({
      key: `y ${level}`,
      text: String(level),
      x: left - 10,
      y: (y(String(level)) ?? 0) + y.bandwidth() / 2 + 5,
      anchor: "end",
    })),
  ]);
}

interface Words {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: string;
}

function drawWords(svg: Svg<HeatFigures>, words: readonly Words[]): void {
  layer(svg, "g", "titles")
    .selectAll<SVGTextElement, Words>("text")
    .data(words, ({ key }) => key)
    .join("text")
    .attr("x", (item) => item.x)
    .attr("y", (item) => item.y)
    .attr("text-anchor", (item) => item.anchor)
    .text((item) => item.text);
}

/** Where the figure is 0 between the middles of cells. */
function drawFlip(
  svg: Svg<HeatFigures>,
  figures: HeatFigures,
  x: (column: number) => number,
  y: (row: number) => number,
): void {
  const path = flipOf(figures)
    .map(([a, b]) => `M${x(a[0])},${y(a[1])}L${x(b[0])},${y(b[1])}`)
    .join("");
  layer(svg, "g", "flip")
    .selectAll("path")
    .data(path === "" ? [] : ["ground", "line"])
    .join("path")
    .attr("class", (kind) => kind)
    .attr("d", path);
}

type Spot = readonly [column: number, row: number];

/**
 * The line on which the figure is 0, in pieces: in each square between the middles of four cells, from side to side, where a straight
 * line between two middles crosses 0. Columns and rows count from 0 and may be fractions. Nothing where a cell is not known.
 */
export function flipOf({ across, up, cells }: Pick<HeatFigures, "across" | "up" | "cells">): (readonly [Spot, Spot])[] {
  const columns = across.levels.length;
  const valueAt = (column: number, row: number): number => cells[row * columns + column]!.mean;
  const pieces: (readonly [Spot, Spot])[] = [];
  for (let row = 0; row + 1 < up.levels.length; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const corners: readonly Spot[] = [
        [column, row],
        [column + 1, row],
        [column + 1, row + 1],
        [column, row + 1],
      ];
      const crossings = corners.flatMap((from, side): Spot[] => {
        const to = corners[(side + 1) % 4]!;
        const [a, b] = [valueAt(...from), valueAt(...to)];
        // A middle that is exactly 0 counts as above it, so that a line through it is found once.
        if (Number.isNaN(a + b) || a < 0 === b < 0) return [];
        const share = a / (a - b);
        return [[from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]];
      });
      for (let at = 0; at + 1 < crossings.length; at += 2) pieces.push([crossings[at]!, crossings[at + 1]!]);
    }
  }
  return pieces;
}
