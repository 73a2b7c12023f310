/**
 * Where people with need are: how many are in each of the exclusive states of care over time, scenario beside scenario on one
 * scale. The gap stands at the bottom, where its height can be read, with its 95% interval; people without need are not drawn.
 */
import { area, max, scaleLinear } from "d3";
import type { Estimate } from "../../src/index.ts";
import { amount, withRange } from "../numbers.ts";
import { axisBelow, axisLeft } from "./axis.ts";
import { bandInkOf, type Chart, type ChartOptions, frame, keptReach, roundUp, type Svg } from "./chart.ts";
import { drawLayerNames, drawLayers, drawPatterns, keyColumn, type Layer } from "./panels/layers.ts";
import { drawPanelTitles, removePanels } from "./panels/titles.ts";
import { type Panel, type Panels, panelsOf } from "./panels/place.ts";
import { layer } from "./parts.ts";
import { stateNames, type StateName, stateOrder } from "./states/names.ts";

export { type StateName, stateNames, stateOrder } from "./states/names.ts";

export interface StatesOfScenario {
  readonly title: string;
  /** Days since counting began, ascending. */
  readonly days: readonly number[];
  /** People in each state on each of the days, a mean over runs. */
  readonly people: Readonly<Record<StateName, readonly Estimate[]>>;
  /** People in each state at any one time, a mean over the whole period. */
  readonly period: Readonly<Record<StateName, Estimate>>;
}

export interface StatesFigures {
  readonly scenarios: readonly StatesOfScenario[];
}

export const states: Chart<StatesFigures> = {
  name: "states",
  draw: (options) => (svg) => draw(svg, options),
  label,
  twin: ({ scenarios }) => ({
    caption: "People in each state at any one time, mean of the period with its 95% interval",
    dense: scenarios.length < 3,
    columns: [{ head: "State" }, ...scenarios.map(({ title }) => ({ head: title, numeric: true }))],
    rows: stateOrder.map((state) => [stateNames[state], ...scenarios.map(({ period }) => withRange(period[state]))]),
  }),
  tidy: ({ scenarios }) => ({
    columns: ["scenario", "state", "day", "people_mean", "ci_low", "ci_high", "n"],
    rows: scenarios.flatMap(({ title, days, people }) =>
      stateOrder.flatMap((state) =>
        days.map((day, at) => {
          const { mean, low, high, n } = people[state][at]!;
          return [title, state, day, mean, low, high, n];
        }),
      ),
    ),
  }),
};

function label({ scenarios }: StatesFigures): string {
  const told = scenarios.map(
    ({ title, period }) =>
      `${title}: ${amount(period.gap.mean)} in the gap, ${amount(period.held.mean)} held, ${amount(period.in_treatment.mean)} in treatment at any one time`,
  );
  return `People with need by state of care over time. ${told.join(". ")}.`;
}

const topOf = ({ people, days }: StatesOfScenario): number =>
  max(days, (_, at) => stateOrder.reduce((sum, state) => sum + (people[state][at]!.mean || 0), 0)) ?? 0;

function draw(svg: Svg<StatesFigures>, { width, id = "states" }: ChartOptions): void {
  const figures = svg.datum();
  const columns = Math.max(1, Math.floor(width / keyColumn));
  const panels = panelsOf({
    count: figures.scenarios.length,
    width,
    tall: 330,
    keyLines: Math.ceil(stateOrder.length / columns),
  });
  frame(svg, { name: "states", label: label(figures), width, height: panels.height });
  const wanted = roundUp(max(figures.scenarios, topOf) ?? 0);
  const reach = keptReach(svg, JSON.stringify(figures.scenarios.map(({ title }) => title)), wanted, [wanted]);
  drawPatterns(svg, id, stateOrder);
  figures.scenarios.forEach((scenario, at) => drawPanel(svg, scenario, { panel: panels.panels[at]!, at, reach, id }));
  removePanels(svg, figures.scenarios.length);
  drawPanelTitles(
    svg,
    figures.scenarios.map(({ title }) => title),
    panels,
    {
      up: "people with need",
      across: "years since counting began",
    },
  );
  drawNames(svg, panels, reach, id, columns);
}

interface PanelOptions {
  readonly panel: Panel;
  readonly at: number;
  readonly reach: number;
  readonly id: string;
}

function drawPanel(svg: Svg<StatesFigures>, scenario: StatesOfScenario, { panel, at, reach, id }: PanelOptions): void {
  const { left, right, top, bottom, first } = panel;
  const { days } = scenario;
  const group = layer(svg, "g", `panel-${at}`);
  const across = scaleLinear([0, (days.at(-1) ?? 1) / 365 || 1], [left, right]);
  const up = scaleLinear([0, reach], [bottom, top]);
  axisLeft(layer(group, "g", "axis-y"), {
    scale: up,
    ticks: 5,
    at: left,
    reach: right,
    ...(!first && { write: () => "" }),
  });
  drawLayers(layer(group, "g", "layers"), stack(scenario), {
    points: days.map((day) => day / 365),
    id,
    scales: { across, up },
  });
  layer(group, "g", "interval")
    .selectAll("path")
    .data([scenario.people.gap])
    .join("path")
    .attr("class", "gap-interval")
    .attr("opacity", bandInkOf(scenario.people.gap[0]?.n ?? 0))
    .attr("d", (gap) =>
      area<Estimate>(
        (_, day) => across(days[day]! / 365),
        ({ mean, low }) => up(Number.isNaN(low) ? mean : Math.max(0, low)),
        ({ mean, high }) => up(Number.isNaN(high) ? mean : high),
      )([...gap]),
    );
  axisBelow(layer(group, "g", "axis-x"), {
    scale: across,
    ticks: Math.max(2, (right - left) / 90),
    at: bottom,
    reach: bottom + 6,
  });
}

/** Each state on top of those before it. */
function stack({ days, people }: StatesOfScenario): Layer[] {
  let lower: readonly number[] = days.map(() => 0);
  return stateOrder.map((state) => {
    const below = lower;
    const upper = days.map((_, at) => below[at]! + (people[state][at]!.mean || 0));
    lower = upper;
    return { key: state, name: stateNames[state], lower: below, upper };
  });
}

function drawNames(svg: Svg<StatesFigures>, panels: Panels, reach: number, id: string, columns: number): void {
  const last = svg.datum().scenarios.at(-1);
  const panel = panels.panels.at(-1);
  if (last === undefined || panel === undefined) return;
  const up = scaleLinear([0, reach], [panel.bottom, panel.top]);
  const names = stack(last).map(({ key, name, lower, upper }) => ({
    key,
    name,
    y: up(((lower.at(-1) ?? 0) + (upper.at(-1) ?? 0)) / 2),
  }));
  drawLayerNames(layer(svg, "g", "names"), names, { panels, id, columns });
}
