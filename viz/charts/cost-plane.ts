/**
 * Costs against effects: the difference of each draw from the baseline as a dot, their mean with the middle 95% of both as a cross, and
 * the line of what is held to be worth paying. Below the line a design is worth its price.
 */
import { extent, scaleLinear } from "d3";
import { amount, range } from "../numbers.ts";
import { axisBelow, axisLeft } from "./axis.ts";
import { type Chart, type ChartOptions, frame, type Svg } from "./chart.ts";
import {
  type CostFigures,
  type CostsOfScenario,
  drawWords,
  gain,
  percent,
  pounds,
  roomForNames,
  shareWorth,
} from "./costs.ts";
import { layer } from "./parts.ts";

export const costPlane: Chart<CostFigures> = {
  name: "cost-plane",
  draw: (options) => (svg) => draw(svg, options),
  label: ({ effect, scenarios, worth }) =>
    `Costs against ${effect}, difference from the baseline. ${scenarios
      .map(
        (one) =>
          `${one.title}: ${pounds(one.cost.mean)} and ${gain(one.effect.mean)}, worth its price at £${amount(worth)} in ${percent(shareWorth(one, worth))} of draws`,
      )
      .join(". ")}.`,
  twin: ({ effect, one: unit, scenarios, worth }) => ({
    caption: "Difference from the baseline: the mean of the draws, and the middle 95% of them",
    columns: [
      { head: "Design" },
      { head: "Costs a year", numeric: true },
      { head: "Off by luck, at most", numeric: true },
      { head: effect, numeric: true },
      { head: "Off by luck, at most", numeric: true },
      { head: `Draws in which it is worth its price, at £${amount(worth)} for ${unit}`, numeric: true },
    ],
    rows: scenarios.map((one) => [
      one.title,
      `${pounds(one.cost.mean)} (${range(one.cost, pounds)})`,
      `±£${amount(one.chance.cost)}`,
      `${gain(one.effect.mean)} (${range(one.effect, gain)})`,
      gain(one.chance.effect).replace("+", "±"),
      percent(shareWorth(one, worth)),
    ]),
  }),
  tidy: ({ scenarios }) => ({
    columns: ["design", "draw", "cost_difference_pounds_a_year", "effect_difference_a_year"],
    rows: scenarios.flatMap(({ title, draws }) =>
      draws.map(({ cost, effect }, number) => [title, number, cost, effect]),
    ),
  }),
};

function draw(svg: Svg<CostFigures>, { width }: ChartOptions): void {
  const figures = svg.datum();
  const { scenarios, effect, worth, isAssumed } = figures;
  const room = roomForNames(scenarios.length);
  const height = Math.max(320, Math.min(460, width / 2));
  const [left, right, top, bottom] = [96, width - 36, 60 + room, height + room - 58];
  frame(svg, {
    name: `cost-plane ${isAssumed ? "assumed" : ""}`,
    label: costPlane.label(figures),
    width,
    height: height + room,
  });
  const dots = scenarios.flatMap((one, at) => one.draws.map((dot, number) => ({ ...dot, at, key: `${at} ${number}` })));
  const reach = (of: (dot: { cost: number; effect: number }) => number): [number, number] => {
    const [low = 0, high = 0] = extent([0, ...dots.map(of)]);
    return low === high ? [low - 1, high + 1] : [low, high];
  };
  const x = scaleLinear(
    reach((dot) => dot.effect),
    [left, right],
  ).nice();
  const y = scaleLinear(
    reach((dot) => dot.cost),
    [bottom, top],
  ).nice();
  axisLeft(layer(svg, "g", "axis-y"), { scale: y, ticks: 5, at: left, reach: right, write: pounds });
  axisBelow(layer(svg, "g", "axis-x"), {
    scale: x,
    ticks: Math.max(2, width / 140),
    at: bottom,
    reach: top,
    write: gain,
  });
  drawWorth(svg, worth, x, y);
  layer(svg, "g", "runs")
    .selectAll<SVGCircleElement, (typeof dots)[number]>("circle")
    .data(dots, ({ key }) => key)
    .join("circle")
    .attr("class", ({ at }) => `scenario-${at + 1}`)
    .attr("r", 4)
    .attr("cx", (dot) => x(dot.effect))
    .attr("cy", (dot) => y(dot.cost));
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
  drawWords(svg, {
    left,
    right,
    bottom,
    up: "costs a year, difference",
    across: `${effect}, difference`,
    names: scenarios.map(({ title }, at) => ({ title, mark: isAssumed ? "○" : "●", scenario: at + 1 })),
  });
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
