/**
 * What has become of all referrals received, by weeks since each was received: seen, left, rejected, or still waiting; scenario
 * beside scenario, with the standards as lines and the share seen by each written beside it.
 */
import { area, scaleLinear } from "d3";
import type { Estimate } from "../../src/index.ts";
import { range } from "../numbers.ts";
import { axisBelow, axisLeft } from "./axis.ts";
import { bandInkOf, type Chart, type ChartOptions, frame, type Svg } from "./chart.ts";
import { drawStandards } from "./endings/standards.ts";
import { drawLayerNames, drawLayers, drawPatterns, keyColumn, type Layer } from "./panels/layers.ts";
import { type Panel, panelsOf } from "./panels/place.ts";
import { drawPanelTitles, removePanels } from "./panels/titles.ts";
import { layer } from "./parts.ts";

/** A wait ends in one of these; whoever has come to none is still waiting. From the bottom up. */
export const endingOrder = ["seen", "left", "rejected"] as const;
export type EndingName = (typeof endingOrder)[number];

const names: Readonly<Record<EndingName | "waiting", string>> = {
  seen: "seen",
  left: "left unseen",
  rejected: "rejected",
  waiting: "still waiting",
};

export interface EndingsOfScenario {
  readonly title: string;
  /** Days waited, ascending from 0. */
  readonly days: readonly number[];
  /** Share of all referrals that have so ended within each number of days. */
  readonly shares: Readonly<Record<EndingName, readonly Estimate[]>>;
  /** Share that has come to no end within each number of days. */
  readonly waiting: readonly Estimate[];
}

export interface EndingsFigures {
  /** The service, or what it is that people wait for. */
  readonly place: string;
  readonly scenarios: readonly EndingsOfScenario[];
  /** Standards, in days: 42 and 126 for IAPT, 28 for a CMHT, 364 for anybody. */
  readonly standards: readonly number[];
}

export const endings: Chart<EndingsFigures> = {
  name: "endings",
  draw: (options) => (svg) => draw(svg, options),
  label,
  twin: ({ place, scenarios, standards }) => ({
    caption: `What has become of all referrals to ${place}, with 95% intervals`,
    columns: [{ head: "Within" }, ...Object.values(names).map((head) => ({ head, numeric: true }))],
    rows: standards.flatMap((limit) =>
      scenarios.map((scenario) => {
        const at = lookUp(scenario, limit);
        return [
          `${limit / 7} weeks: ${scenario.title}`,
          ...[...endingOrder, "waiting" as const].map((ending) => tell(at(ending))),
        ];
      }),
    ),
  }),
  tidy: ({ place, scenarios }) => ({
    columns: ["place", "scenario", "ending", "days_waited", "share_mean", "ci_low", "ci_high", "n"],
    rows: scenarios.flatMap(({ title, days, shares }) =>
      endingOrder.flatMap((ending) =>
        days.map((day, at) => {
          const { mean, low, high, n } = shares[ending][at]!;
          return [place, title, ending, day, mean, low, high, n];
        }),
      ),
    ),
  }),
};

/** The interval of a share can lead out of 0 to 100%, where no share can be. */
const percent = (share: number): string =>
  Number.isNaN(share) ? "not known" : `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`;
const tell = (share: Estimate): string =>
  share.n === 0 ? "nobody" : `${percent(share.mean)} (${range(share, percent)})`;

/** The shares at the last look within so many days. */
export function lookUp(
  { days, shares, waiting }: EndingsOfScenario,
  limit: number,
): (ending: EndingName | "waiting") => Estimate {
  const at = days.findLastIndex((day) => day <= limit);
  return (ending) => (ending === "waiting" ? waiting : shares[ending])[at] ?? { mean: NaN, low: NaN, high: NaN, n: 0 };
}

function label({ place, scenarios, standards }: EndingsFigures): string {
  const told = scenarios.map((scenario) => {
    const by = standards.map((limit) => `${percent(lookUp(scenario, limit)("seen").mean)} within ${limit / 7} weeks`);
    return `${scenario.title}: seen ${by.join(", ")}`;
  });
  return `What has become of all referrals to ${place} by weeks since each was received: seen, left, rejected, still waiting. ${told.join(". ")}.`;
}

function draw(svg: Svg<EndingsFigures>, { width, id = "endings" }: ChartOptions): void {
  const { scenarios, standards } = svg.datum();
  const columns = Math.max(1, Math.floor(width / keyColumn));
  const panels = panelsOf({ count: scenarios.length, width, tall: 300, keyLines: Math.ceil(4 / columns) });
  frame(svg, { name: "endings", label: label(svg.datum()), width, height: panels.height });
  drawPatterns(svg, id, ["rejected", "waiting"]);
  scenarios.forEach((scenario, at) => drawPanel(svg, scenario, { panel: panels.panels[at]!, at, id, standards }));
  removePanels(svg, scenarios.length);
  drawPanelTitles(
    svg,
    scenarios.map(({ title }) => title),
    panels,
    { up: "", across: "weeks since the referral was received" },
  );
  const [last, panel] = [scenarios.at(-1), panels.panels.at(-1)];
  if (last === undefined || panel === undefined) return;
  const up = scaleLinear([0, 1], [panel.bottom, panel.top]);
  const named = stack(last).map(({ key, name, lower, upper }) => ({
    key,
    name,
    y: up(((lower.at(-1) ?? 0) + (upper.at(-1) ?? 0)) / 2),
  }));
  drawLayerNames(layer(svg, "g", "names"), named, { panels, id, columns });
}

interface PanelOptions {
  readonly panel: Panel;
  readonly at: number;
  readonly id: string;
  readonly standards: readonly number[];
}

function drawPanel(
  svg: Svg<EndingsFigures>,
  scenario: EndingsOfScenario,
  { panel, at, id, standards }: PanelOptions,
): void {
  const { left, right, top, bottom, first } = panel;
  const weeks = scenario.days.map((day) => day / 7);
  const group = layer(svg, "g", `panel-${at}`);
  const across = scaleLinear([0, weeks.at(-1) || 1], [left, right]);
  const up = scaleLinear([0, 1], [bottom, top]);
  axisLeft(layer(group, "g", "axis-y"), {
    scale: up,
    ticks: 4,
    at: left,
    reach: right,
    write: first ? percent : () => "",
  });
  drawLayers(layer(group, "g", "layers"), stack(scenario), { points: weeks, id, scales: { across, up } });
  layer(group, "g", "interval")
    .selectAll("path")
    .data([scenario.shares.seen])
    .join("path")
    .attr("class", "seen-interval")
    .attr("opacity", bandInkOf(scenario.shares.seen[0]?.n ?? 0))
    .attr("d", (seen) =>
      area<Estimate>(
        (_, look) => across(weeks[look]!),
        ({ mean, low }) => up(Number.isNaN(low) ? mean || 0 : Math.max(0, low)),
        ({ mean, high }) => up(Number.isNaN(high) ? mean || 0 : Math.min(1, high)),
      )([...seen]),
    );
  axisBelow(layer(group, "g", "axis-x"), {
    scale: across,
    ticks: Math.max(2, (right - left) / 80),
    at: bottom,
    reach: bottom + 6,
  });
  const marks = standards
    .filter((limit) => limit / 7 <= (weeks.at(-1) ?? 0))
    .map((limit) => ({ limit, seen: lookUp(scenario, limit)("seen") }));
  drawStandards(layer(group, "g", "standards"), marks, { panel, across, up });
}

/** Each ending on top of those before it, and whoever still waits on top of all. */
function stack({ days, shares }: EndingsOfScenario): Layer[] {
  let lower: readonly number[] = days.map(() => 0);
  const layers = endingOrder.map((ending): Layer => {
    const below = lower;
    const upper = days.map((_, at) => below[at]! + (shares[ending][at]!.mean || 0));
    lower = upper;
    return { key: ending, name: names[ending], lower: below, upper };
  });
  return [...layers, { key: "waiting", name: names.waiting, lower, upper: days.map(() => 1) }];
}
