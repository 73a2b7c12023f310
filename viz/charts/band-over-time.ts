/**
 * A count of people over time: the mean over runs as a line, its 95% interval as a band, named stretches of time behind.
 * Draws numbers it is given; runs no model, keeps no state.
 */
import { area, line, max, min, type ScaleLinear, scaleLinear, type Selection } from "d3";
import { amount } from "../numbers.ts";
import { axisBelow, axisLeft } from "./axis.ts";
import { layer } from "./parts.ts";
import { wrap } from "../map/wrap.ts";

export interface Band {
  readonly which: "base" | "other";
  readonly label: string;
  /** In order of days. */
  readonly points: readonly {
    readonly day: number;
    readonly mean: number;
    readonly low: number;
    readonly high: number;
  }[];
}

export interface Stretch {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export interface BandFigures {
  readonly bands: readonly Band[];
  readonly stretches: readonly Stretch[];
}

export interface BandOptions {
  readonly width?: number;
  readonly height?: number;
  /** Name of the chart for those who cannot see it. */
  readonly label: string;
  /** What is counted, above the axis. */
  readonly title?: string;
}

/** From this width on there is room for names beside the lines. */
const roomForNames = 620;

type Svg = Selection<SVGSVGElement, BandFigures, null, undefined>;

/** Where things stand in the drawing. */
interface Frame {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  /** Whether there is room for names beside the lines. */
  readonly beside: boolean;
  /** Across, from weeks since counting began; and from days of the run. */
  readonly weeks: ScaleLinear<number, number>;
  readonly across: (day: number) => number;
  readonly y: ScaleLinear<number, number>;
}

export function bandOverTime({ width = 900, height = 380, label, title = "People waiting" }: BandOptions) {
  return function draw(svg: Svg): void {
    const frame = frameOf(svg.datum(), width, height);
    svg.attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height);
    svg.attr("role", "img").attr("aria-label", label).attr("class", "chart band-over-time");
    drawStretches(svg, frame);
    drawAxes(svg, frame, title);
    drawBands(svg, frame);
    drawNames(svg, frame);
  };
}

function frameOf({ bands, stretches }: BandFigures, width: number, height: number): Frame {
  const beside = width >= roomForNames;
  const [top, right, left] = [beside ? 58 : 62 + 24 * bands.length, width - (beside ? 170 : 16), 62];
  const bottom = height - 58;
  const points = bands.flatMap((band) => band.points);
  const from = min([...stretches.map((stretch) => stretch.from), ...points.map(({ day }) => day)]) ?? 0;
  const to = max([...stretches.map((stretch) => stretch.to), ...points.map(({ day }) => day)]) ?? 1;
  const weeks = scaleLinear([0, (to - from) / 7], [left, right]);
  const y = scaleLinear([0, max(points, ({ high }) => high) || 1], [bottom, top]).nice();
  return { width, height, top, right, bottom, left, beside, weeks, across: (day) => weeks((day - from) / 7), y };
}

/** Named stretches of time: grounds first, so that a name may reach over its own. */
function drawStretches(svg: Svg, { top, bottom, across }: Frame): void {
  const { stretches } = svg.datum();
  const span = (stretch: Stretch): number => Math.max(0, across(stretch.to) - across(stretch.from));
  const groups = layer(svg, "g", "stretches");
  groups
    .selectAll<SVGRectElement, Stretch>("rect")
    .data(stretches, ({ name }) => name)
    .join((enter) => enter.insert("rect", "text"))
    .attr("class", (_, at) => (at % 2 === 0 ? "even" : "odd"))
    .attr("x", (stretch) => across(stretch.from))
    .attr("y", top - 26)
    .attr("width", span)
    .attr("height", bottom - top + 26);
  groups
    .selectAll<SVGTextElement, Stretch>("text")
    .data(stretches, ({ name }) => name)
    .join("text")
    .attr("x", (stretch) => across(stretch.from) + span(stretch) / 2)
    .attr("y", top - 8)
    .attr("text-anchor", "middle")
    .text((stretch) => fitting(stretch.name, span(stretch)));
}

function drawAxes(svg: Svg, { left, right, bottom, width, height, weeks, y }: Frame, title: string): void {
  axisLeft(layer(svg, "g", "axis-y"), { scale: y, ticks: 5, at: left, reach: right });
  axisBelow(layer(svg, "g", "axis-x"), { scale: weeks, ticks: width / 110, at: bottom, reach: bottom + 6 });
  layer(svg, "g", "titles")
    .selectAll("text")
    .data([
      { text: title, x: 0, y: 20, anchor: "start" },
      { text: "weeks since counting began", x: right, y: height - 10, anchor: "end" },
    ])
    .join("text")
    .attr("x", (item) => item.x)
    .attr("y", (item) => item.y)
    .attr("text-anchor", (item) => item.anchor)
    .text((item) => item.text);
}

function drawBands(svg: Svg, { across, y }: Frame): void {
  const { bands } = svg.datum();
  const shade = area<Band["points"][number]>(
    ({ day }) => across(day),
    ({ low }) => y(Math.max(0, low)),
    ({ high }) => y(high),
  );
  const path = line<Band["points"][number]>(
    ({ day }) => across(day),
    ({ mean }) => y(mean),
  );
  const draw = (name: string, shape: (band: Band) => string | null): void => {
    layer(svg, "g", `${name}s`)
      .selectAll<SVGPathElement, Band>("path")
      .data(bands, ({ which }) => which)
      .join("path")
      .attr("class", ({ which }) => `${name} ${which}`)
      .attr("d", shape);
  };
  draw("band", ({ points }) => shade([...points]));
  draw("line", ({ points }) => path([...points]));
}

/** The names of the lines: beside their ends with the last number, or above the chart where it is narrow. */
function drawNames(svg: Svg, { beside, right, y }: Frame): void {
  const names = svg.datum().bands.map((band) => {
    const last = band.points.at(-1)?.mean ?? 0;
    const lines = wrap(band.label, beside ? 150 : 600);
    return { band, last, lines: beside ? [...lines, `${amount(last)} at the end`] : [`— ${lines.join(" ")}`] };
  });
  const ends = spread(names.map(({ last, lines }) => ({ y: y(last), height: 20 * lines.length })));
  layer(svg, "g", "names")
    .selectAll<SVGTextElement, (typeof names)[number]>("text")
    .data(names, ({ band }) => band.which)
    .join("text")
    .attr("class", ({ band }) => `name ${band.which}`)
    .attr("transform", (_, at) => (beside ? `translate(${right + 10},${ends[at]!})` : `translate(0,${46 + 22 * at})`))
    .selectAll("tspan")
    .data(({ lines }) => lines)
    .join("tspan")
    .attr("x", 0)
    .attr("y", (_, at) => at * 20)
    .text((text) => text);
}

/** A name that may reach a little over its stretch; cut where it is longer, since it cannot be turned. */
function fitting(name: string, width: number): string {
  const room = Math.floor((width + 44) / 9);
  return name.length <= room ? name : `${name.slice(0, Math.max(1, room - 1))}…`;
}

/** Baselines of names, moved apart where they would stand on one another. */
function spread(names: readonly { y: number; height: number }[]): number[] {
  const order = names.map((_, at) => at).toSorted((a, b) => names[a]!.y - names[b]!.y);
  const placed = names.map(({ y }) => y);
  for (let i = 1; i < order.length; i++) {
    const above = order[i - 1]!;
    const below = order[i]!;
    const overlap = placed[above]! + names[above]!.height - placed[below]!;
    if (overlap <= 0) continue;
    placed[above] = placed[above]! - overlap / 2;
    placed[below] = placed[below]! + overlap / 2;
  }
  return placed;
}
