/** How sure it is that a scenario is worth its price, by what is held to be worth paying: the share of runs, with its 95% interval. */
import { area, line, scaleLinear } from "d3";
import { amount } from "../numbers.ts";
import { axisBelow, axisLeft } from "./axis.ts";
import { type Chart, type ChartOptions, frame, type Svg } from "./chart.ts";
import { type CostFigures, type CostsOfScenario, shareWorth } from "./cost-plane.ts";
import { layer } from "./parts.ts";

/** Pounds a unit of effect up to which the curves are drawn, and steps on the way. */
const most = 60_000;
const steps = 60;
const levels = Array.from({ length: steps + 1 }, (_, step) => (most * step) / steps);
const percent = (share: number): string => `${Math.round(share * 100)}%`;
/** Two-sided 95% point of the normal law. */
const z = 1.96;

export const acceptability: Chart<CostFigures> = {
  name: "acceptability",
  draw: (options) => (svg) => draw(svg, options),
  label: ({ scenarios, worth }) =>
    `Share of runs in which each scenario is worth its price, by pounds held to be worth paying. ${scenarios
      .map((one) => `${one.title}: ${percent(shareWorth(one, worth))} at £${amount(worth)}`)
      .join(". ")}.`,
  twin: ({ scenarios }) => ({
    caption: "Share of runs in which each scenario is worth its price",
    columns: [{ head: "Worth paying" }, ...scenarios.map(({ title }) => ({ head: title, numeric: true }))],
    rows: levels
      .filter((_, at) => at % 10 === 0)
      .map((level) => [`£${amount(level)}`, ...scenarios.map((one) => tell(one, level))]),
  }),
  tidy: ({ scenarios }) => ({
    columns: ["scenario", "pounds_worth_paying", "share", "ci_low", "ci_high", "n"],
    rows: scenarios.flatMap((one) =>
      levels.map((level) => [
        one.title,
        level,
        shareWorth(one, level),
        ...wilson(shareWorth(one, level), one.runs.length),
        one.runs.length,
      ]),
    ),
  }),
};

function tell(one: CostsOfScenario, level: number): string {
  const [low, high] = wilson(shareWorth(one, level), one.runs.length);
  return `${percent(shareWorth(one, level))} (${percent(low)} to ${percent(high)})`;
}

/** The interval of a share of `n` (Wilson 1927, J Am Stat Assoc 22:209-212), which stays between 0 and 1. */
export function wilson(share: number, n: number): [number, number] {
  if (n === 0) return [NaN, NaN];
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const whole = 1 + (z * z) / n;
  return [Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole)];
}

function draw(svg: Svg<CostFigures>, { width }: ChartOptions): void {
  const { scenarios, effect } = svg.datum();
  const names = 24 * scenarios.length;
  const height = Math.max(260, Math.min(380, width / 2.4)) + names;
  const [left, right, top, bottom] = [64, width - 44, 44 + names, height - 58];
  frame(svg, { name: "acceptability", label: acceptability.label(svg.datum()), width, height });
  const x = scaleLinear([0, most], [left, right]);
  const y = scaleLinear([0, 1], [bottom, top]);
  axisLeft(layer(svg, "g", "axis-y"), { scale: y, ticks: 4, at: left, reach: right, write: percent });
  axisBelow(layer(svg, "g", "axis-x"), {
    scale: x,
    ticks: Math.max(2, width / 180),
    at: bottom,
    reach: bottom + 6,
    write: (value) => `£${amount(value)}`,
  });
  const bounds = (one: CostsOfScenario, level: number, end: 0 | 1): number =>
    y(wilson(shareWorth(one, level), one.runs.length)[end] || 0);
  const drawEach = (name: string, shape: (one: CostsOfScenario) => string | null): void => {
    layer(svg, "g", `${name}s`)
      .selectAll<SVGPathElement, CostsOfScenario>("path")
      .data(scenarios, ({ title }) => title)
      .join("path")
      .attr("class", (_, at) => `${name} scenario-${at + 1}`)
      .attr("d", shape);
  };
  drawEach("band", (one) =>
    area<number>(
      (level) => x(level),
      (level) => bounds(one, level, 0),
      (level) => bounds(one, level, 1),
    )(levels),
  );
  drawEach("line", (one) =>
    line<number>(
      (level) => x(level),
      (level) => y(shareWorth(one, level) || 0),
    )(levels),
  );
  const words = [
    { key: "up", text: "share of runs in which it is worth its price", x: 0, y: 18, anchor: "start", kind: "unit" },
    {
      key: "across",
      text: `held to be worth paying, for one of: ${effect}`,
      x: right,
      y: bottom + 48,
      anchor: "end",
      kind: "unit",
    },
    ...scenarios.map(({ title }, at) => ({
      key: title,
      text: `— ${title}`,
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
