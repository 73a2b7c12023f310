/**
 * What one lever does to a figure over its range: the mean over runs as a line, its 95% interval as a band. Where the figure is a
 * difference, zero is drawn, and the value of the lever at which the better of the two changes.
 */
import { area, extent, line, scaleLinear } from "d3";
import type { Estimate } from "../../src/index.ts";
import { amount, range, signed } from "../numbers.ts";
import { axisBelow, axisLeft } from "./axis.ts";
import { type Chart, type ChartOptions, frame, type Svg } from "./chart.ts";
import { layer } from "./parts.ts";

export interface SweepPoint {
  /** Of the lever, in its unit. */
  readonly at: number;
  readonly figure: Estimate;
}

export interface SweepFigures {
  /** With its unit: "Therapists in post (wte)". */
  readonly lever: string;
  readonly measure: string;
  readonly isDifference: boolean;
  /** In order of the lever. */
  readonly points: readonly SweepPoint[];
  /** The lever's value in the baseline, where it lies in the range. */
  readonly baseline?: number | undefined;
}

export const sweepLine: Chart<SweepFigures> = {
  name: "sweep-line",
  draw: (options) => (svg) => draw(svg, options),
  label: ({ lever, measure, points, isDifference }) => {
    const flips = flipsOf(points);
    const [first, last] = [points[0], points.at(-1)];
    const ends =
      first && last
        ? ` From ${amount(first.figure.mean)} at ${amount(first.at)} to ${amount(last.figure.mean)} at ${amount(last.at)}.`
        : "";
    const told =
      isDifference && flips.length > 0
        ? ` The better of the two changes at about ${flips.map((at) => amount(at)).join(", ")}.`
        : "";
    return `${measure} by ${lever}.${ends}${told}`;
  },
  twin: ({ lever, measure, points, isDifference }) => ({
    caption: `${measure} by ${lever}, with 95% intervals`,
    dense: true,
    columns: [{ head: lever }, { head: measure, numeric: true }],
    rows: points.map(({ at, figure }) => {
      const write = isDifference ? signed : amount;
      return [amount(at), `${write(figure.mean)} (${range(figure, write)})`];
    }),
  }),
  tidy: ({ lever, measure, points }) => ({
    columns: ["lever", "value", "measure", "mean", "ci_low", "ci_high", "n"],
    rows: points.map(({ at, figure: { mean, low, high, n } }) => [lever, at, measure, mean, low, high, n]),
  }),
};

/** Where the line crosses zero, between two points that have a sign each. */
export function flipsOf(points: readonly SweepPoint[]): number[] {
  return points.slice(1).flatMap((point, before) => {
    const [a, b] = [points[before]!, point];
    if (!(a.figure.mean * b.figure.mean < 0)) return [];
    return [a.at + ((b.at - a.at) * a.figure.mean) / (a.figure.mean - b.figure.mean)];
  });
}

const bounds = ({ mean, low, high }: Estimate): [number, number] => [
  Number.isNaN(low) ? mean : low,
  Number.isNaN(high) ? mean : high,
];

function draw(svg: Svg<SweepFigures>, { width }: ChartOptions): void {
  const { points: all, isDifference, lever, measure, baseline } = svg.datum();
  const points = all.filter(({ figure }) => figure.n > 0);
  const height = Math.max(300, Math.min(440, width / 2));
  const [left, right, top, bottom] = [76, width - 20, 46, height - 58];
  frame(svg, { name: "sweep-line", label: sweepLine.label(svg.datum()), width, height });
  const [from = 0, to = 1] = extent(points, ({ at }) => at);
  const [low = 0, high = 1] = extent([0, ...points.flatMap(({ figure }) => bounds(figure))]);
  const x = scaleLinear([from, to], [left, right]);
  const y = scaleLinear([low, high], [bottom, top]).nice();
  axisLeft(layer(svg, "g", "axis-y"), {
    scale: y,
    ticks: 5,
    at: left,
    reach: right,
    write: isDifference ? signed : amount,
  });
  axisBelow(layer(svg, "g", "axis-x"), { scale: x, ticks: Math.max(2, width / 120), at: bottom, reach: bottom + 6 });
  drawPath(
    svg,
    "band",
    area<SweepPoint>(
      ({ at }) => x(at),
      ({ figure }) => y(bounds(figure)[0]),
      ({ figure }) => y(bounds(figure)[1]),
    )([...points]),
  );
  drawPath(
    svg,
    "line",
    line<SweepPoint>(
      ({ at }) => x(at),
      ({ figure }) => y(figure.mean),
    )([...points]),
  );
  layer(svg, "g", "points")
    .selectAll<SVGCircleElement, SweepPoint>("circle")
    .data(points, ({ at }) => at)
    .join("circle")
    .attr("r", 4)
    .attr("cx", ({ at }) => x(at))
    .attr("cy", ({ figure }) => y(figure.mean));
  drawLines(
    svg,
    [
      ...(isDifference
        ? flipsOf(points).map((at) => ({
            key: `flip ${at}`,
            kind: "flip",
            at: x(at),
            text: `changes at ${amount(at)}`,
          }))
        : []),
      ...(baseline !== undefined && baseline >= from && baseline <= to
        ? [{ key: "today", kind: "today", at: x(baseline), text: "as it is" }]
        : []),
    ],
    { top, bottom, right },
  );
  layer(svg, "g", "titles")
    .selectAll("text")
    .data([
      { text: measure, x: 0, y: 18, anchor: "start" },
      { text: lever, x: right, y: height - 10, anchor: "end" },
    ])
    .join("text")
    .attr("x", (item) => item.x)
    .attr("y", (item) => item.y)
    .attr("text-anchor", (item) => item.anchor)
    .text((item) => item.text);
}

function drawPath(svg: Svg<SweepFigures>, name: string, path: string | null): void {
  layer(svg, "g", `${name}s`).selectAll("path").data([name]).join("path").attr("class", name).attr("d", path);
}

interface Mark {
  readonly key: string;
  readonly kind: string;
  readonly at: number;
  readonly text: string;
}

function drawLines(
  svg: Svg<SweepFigures>,
  marks: readonly Mark[],
  { top, bottom, right }: { top: number; bottom: number; right: number },
): void {
  const groups = layer(svg, "g", "marks")
    .selectAll<SVGGElement, Mark>(":scope > g")
    .data(marks, ({ key }) => key)
    .join((enter) => {
      const group = enter.append("g");
      group.append("line");
      group.append("text");
      return group;
    })
    .attr("class", ({ kind }) => kind)
    .attr("transform", ({ at }) => `translate(${at},0)`);
  groups.select("line").attr("y1", top).attr("y2", bottom);
  groups
    .select("text")
    .attr("x", ({ at }) => (at > right - 140 ? -8 : 8))
    .attr("text-anchor", ({ at }) => (at > right - 140 ? "end" : "start"))
    .attr("y", ({ kind }) => (kind === "today" ? bottom - 10 : top + 14))
    .text(({ text }) => text);
}
