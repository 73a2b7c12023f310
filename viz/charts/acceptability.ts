/** How sure it is that a design is the best choice, by what is held to be worth paying: the share of draws, with its 95% interval. */
import { area, line, scaleLinear } from "d3";
import type { Estimate } from "../../src/index.ts";
import { amount } from "../numbers.ts";
import { axisBelow, axisLeft } from "./axis.ts";
import { type Chart, type ChartOptions, frame, type Svg } from "./chart.ts";
import { type CostFigures, drawWords, percent, roomForNames } from "./costs.ts";
import { layer } from "./parts.ts";

/** Prices that the table has, from those of the curve. */
const rowsInTable = 7;

const namesIn = ({ baseline, scenarios }: CostFigures): string[] => [baseline, ...scenarios.map(({ title }) => title)];

export const acceptability: Chart<CostFigures> = {
  name: "acceptability",
  draw: (options) => (svg) => draw(svg, options),
  label: (figures) => {
    const { curve, worth } = figures;
    const near = curve.reduce((best, one) => (Math.abs(one.worth - worth) < Math.abs(best.worth - worth) ? one : best));
    return `Share of draws in which each design is the best choice, by pounds held to be worth paying. At £${amount(near.worth)}: ${namesIn(
      figures,
    )
      .map((title, at) => `${title} ${percent(near.shares[at]!.mean)}`)
      .join(", ")}.`;
  },
  twin: (figures) => ({
    caption: "Share of draws in which each design is the best choice, with 95% intervals",
    columns: [
      { head: `Worth paying for ${figures.one}` },
      ...namesIn(figures).map((head) => ({ head, numeric: true })),
    ],
    rows: figures.curve
      .filter((_, at, all) => at % Math.max(1, Math.floor((all.length - 1) / (rowsInTable - 1))) === 0)
      .map(({ worth, shares }) => [`£${amount(worth)}`, ...shares.map(tell)]),
  }),
  tidy: (figures) => ({
    columns: ["design", "pounds_worth_paying", "share_best", "ci_low", "ci_high", "draws"],
    rows: namesIn(figures).flatMap((title, at) =>
      figures.curve.map(({ worth, shares }) => {
        const { mean, low, high, n } = shares[at]!;
        return [title, worth, mean, low, high, n];
      }),
    ),
  }),
};

const tell = ({ mean, low, high }: Estimate): string => `${percent(mean)} (${percent(low)} to ${percent(high)})`;

function draw(svg: Svg<CostFigures>, { width }: ChartOptions): void {
  const figures = svg.datum();
  const { curve, one, isAssumed } = figures;
  const names = namesIn(figures);
  const room = roomForNames(names.length);
  const height = Math.max(260, Math.min(380, width / 2.4)) + room;
  const [left, right, top, bottom] = [64, width - 44, 44 + room, height - 58];
  frame(svg, {
    name: `acceptability ${isAssumed ? "assumed" : ""}`,
    label: acceptability.label(figures),
    width,
    height,
  });
  const x = scaleLinear([0, curve.at(-1)?.worth ?? 1], [left, right]);
  const y = scaleLinear([0, 1], [bottom, top]);
  axisLeft(layer(svg, "g", "axis-y"), { scale: y, ticks: 4, at: left, reach: right, write: percent });
  axisBelow(layer(svg, "g", "axis-x"), {
    scale: x,
    ticks: Math.max(2, width / 180),
    at: bottom,
    reach: bottom + 6,
    write: (value) => `£${amount(value)}`,
  });
  type Point = CostFigures["curve"][number];
  const across = ({ worth }: Point): number => x(worth);
  const drawEach = (name: string, shape: (at: number) => string | null): void => {
    layer(svg, "g", `${name}s`)
      .selectAll<SVGPathElement, string>("path")
      .data(names)
      .join("path")
      .attr("class", (_, at) => `${name} scenario-${at}`)
      .attr("d", (_, at) => shape(at));
  };
  drawEach("band", (at) =>
    area<Point>(
      across,
      ({ shares }) => y(shares[at]!.low),
      ({ shares }) => y(shares[at]!.high),
    )([...curve]),
  );
  drawEach("line", (at) => line<Point>(across, ({ shares }) => y(shares[at]!.mean))([...curve]));
  drawWords(svg, {
    left,
    right,
    bottom,
    up: "share of draws in which it is the best choice",
    across: `held to be worth paying for ${one}`,
    names: names.map((title, scenario) => ({ title, mark: "—", scenario })),
  });
}
