/**
 * Costs against effects: the difference of each run from the baseline as a dot, their mean with both its intervals as a cross, and the
 * line of what is held to be worth paying. Below the line a scenario is worth its price.
 */
import { extent, scaleLinear } from "d3";
import type { Estimate } from "../../src/index.ts";
import { amount, range, signed } from "../numbers.ts";
import { axisBelow, axisLeft } from "./axis.ts";
import { type Chart, type ChartOptions, frame, type Svg } from "./chart.ts";
import { layer } from "./parts.ts";

export interface CostsOfScenario {
  readonly title: string;
  /** Difference of each run: pounds, and units of effect. */
  readonly runs: readonly { readonly cost: number; readonly effect: number }[];
  readonly cost: Estimate;
  readonly effect: Estimate;
}

export interface CostFigures {
  /** What is gained, with its unit: "QALYs a year". */
  readonly effect: string;
  readonly scenarios: readonly CostsOfScenario[];
  /** Pounds held to be worth paying for a unit of effect. */
  readonly worth: number;
}

const pounds = (value: number): string => `${value < 0 ? "−" : value > 0 ? "+" : ""}£${amount(Math.abs(value))}`;

export const costPlane: Chart<CostFigures> = {
  name: "cost-plane",
  draw: (options) => (svg) => draw(svg, options),
  label: ({ effect, scenarios, worth }) =>
    `Costs against ${effect}, difference from the baseline. ${scenarios
      .map(
        (one) =>
          `${one.title}: ${pounds(one.cost.mean)} and ${signed(one.effect.mean)}, worth its price at £${amount(worth)} in ${Math.round(100 * shareWorth(one, worth))}% of runs`,
      )
      .join(". ")}.`,
  twin: ({ effect, scenarios, worth }) => ({
    caption: "Costs and effects, difference from the baseline, with 95% intervals",
    columns: [
      { head: "Scenario" },
      { head: "Costs a year", numeric: true },
      { head: effect, numeric: true },
      { head: `Runs in which it is worth £${amount(worth)}`, numeric: true },
    ],
    rows: scenarios.map((one) => [
      one.title,
      `${pounds(one.cost.mean)} (${range(one.cost, pounds)})`,
      `${signed(one.effect.mean)} (${range(one.effect, signed)})`,
      `${Math.round(100 * shareWorth(one, worth))}%`,
    ]),
  }),
  tidy: ({ scenarios }) => ({
    columns: ["scenario", "run", "cost_difference_pounds", "effect_difference"],
    rows: scenarios.flatMap(({ title, runs }) => runs.map(({ cost, effect }, run) => [title, run, cost, effect])),
  }),
};

/** Share of runs in which what is gained is worth more than it costs, at so many pounds a unit. */
export const shareWorth = ({ runs }: CostsOfScenario, worth: number): number =>
  runs.length === 0 ? NaN : runs.filter(({ cost, effect }) => effect * worth > cost).length / runs.length;

function draw(svg: Svg<CostFigures>, { width }: ChartOptions): void {
  const { scenarios, effect, worth } = svg.datum();
  const height = Math.max(320, Math.min(460, width / 2));
  const [left, right, top, bottom] = [96, width - 16, 60 + 24 * scenarios.length, height + 24 * scenarios.length - 58];
  frame(svg, {
    name: "cost-plane",
    label: costPlane.label(svg.datum()),
    width,
    height: height + 24 * scenarios.length,
  });
  const runs = scenarios.flatMap((one, at) => one.runs.map((run, number) => ({ ...run, at, key: `${at} ${number}` })));
  const reach = (of: (run: { cost: number; effect: number }) => number): [number, number] => {
    const [low = 0, high = 0] = extent([0, ...runs.map(of)]);
    return low === high ? [low - 1, high + 1] : [low, high];
  };
  const x = scaleLinear(
    reach((run) => run.effect),
    [left, right],
  ).nice();
  const y = scaleLinear(
    reach((run) => run.cost),
    [bottom, top],
  ).nice();
  axisLeft(layer(svg, "g", "axis-y"), { scale: y, ticks: 5, at: left, reach: right, write: pounds });
  axisBelow(layer(svg, "g", "axis-x"), {
    scale: x,
    ticks: Math.max(2, width / 140),
    at: bottom,
    reach: top,
    write: signed,
  });
  drawWorth(svg, worth, x, y);
  layer(svg, "g", "runs")
    .selectAll<SVGCircleElement, (typeof runs)[number]>("circle")
    .data(runs, ({ key }) => key)
    .join("circle")
    .attr("class", ({ at }) => `scenario-${at + 1}`)
    .attr("r", 4)
    .attr("cx", (run) => x(run.effect))
    .attr("cy", (run) => y(run.cost));
  layer(svg, "g", "means")
    .selectAll<SVGPathElement, CostsOfScenario>("path")
    .data(
      scenarios.filter((one) => one.cost.n > 1 && one.effect.n > 1),
      ({ title }) => title,
    )
    .join("path")
    .attr("class", (_, at) => `scenario-${at + 1}`)
    .attr(
      "d",
      (one) =>
        `M${x(one.effect.low)},${y(one.cost.mean)}H${x(one.effect.high)}M${x(one.effect.mean)},${y(one.cost.low)}V${y(one.cost.high)}`,
    );
  const words = [
    { key: "up", text: "costs a year, difference", x: 0, y: 18, anchor: "start", kind: "unit" },
    { key: "across", text: `${effect}, difference`, x: right, y: bottom + 48, anchor: "end", kind: "unit" },
    ...scenarios.map(({ title }, at) => ({
      key: title,
      text: `● ${title}`,
      x: left,
      y: 46 + at * 24,
      anchor: "start",
      kind: `scenario-${at + 1}`,
    })),
  ];
  layer(svg, "g", "titles")
    .selectAll<SVGTextElement, (typeof words)[number]>("text")
    .data(words, ({ key }) => key)
    .join("text")
    .attr("class", (item) => item.kind)
    .attr("x", (item) => item.x)
    .attr("y", (item) => item.y)
    .attr("text-anchor", (item) => item.anchor)
    .text((item) => item.text);
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;

/** The line of what is held to be worth paying, as far as it lies on the chart. */
function drawWorth(svg: Svg<CostFigures>, worth: number, x: Scale, y: Scale): void {
  const [x0 = 0, x1 = 0] = x.domain();
  const [y0 = 0, y1 = 0] = y.domain();
  const from = Math.max(x0, y0 / worth);
  const to = Math.min(x1, y1 / worth);
  layer(svg, "g", "worth")
    .selectAll("path")
    .data([worth])
    .join("path")
    .attr("d", from < to ? `M${x(from)},${y(from * worth)}L${x(to)},${y(to * worth)}` : null);
}
