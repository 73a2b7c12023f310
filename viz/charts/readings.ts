/**
 * One standard, two readings: the official share (among referrals that finished a course in the period) and the full one (among all
 * referrals received), for each standard and scenario, with 95% intervals and joined by a line, from 0 to 100%.
 */
import { scaleLinear, symbol, symbolCircle, symbolDiamond } from "d3";
import type { Estimate } from "../../src/index.ts";
import { wrap } from "../map/wrap.ts";
import { range } from "../numbers.ts";
import { capital } from "../words.ts";
import { axisBelow } from "./axis.ts";
import { type Chart, type ChartOptions, frame, type Svg } from "./chart.ts";
import { layer } from "./parts.ts";

export interface Reading {
  readonly scenario: string;
  /** Days within which people should have been seen. */
  readonly limit: number;
  /** Share of referrals that finished a course in the period. */
  readonly official: Estimate;
  /** Share of all referrals received in the period. */
  readonly full: Estimate;
}

export interface ReadingsFigures {
  readonly place: string;
  readonly readings: readonly Reading[];
}

/** The interval of a share can lead out of 0 to 100%, where no share can be. */
const percent = (share: number): string =>
  Number.isNaN(share) ? "not known" : `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`;
const tell = (share: Estimate): string =>
  share.n === 0 ? "nobody to count" : `${percent(share.mean)} (${range(share, percent)})`;
const weeks = (limit: number): string => `within ${Math.round(limit / 7)} weeks`;
const headOf = ({ scenario, limit }: Pick<Reading, "scenario" | "limit">): string =>
  `${capital(weeks(limit))}: ${scenario}`;
const rowHeight = 84;
const lineHeight = 20;
/** Narrower than this the figures stand beside their marks, without their intervals in words, and heads take more than one line. */
const fromWide = 620;

export const readings: Chart<ReadingsFigures> = {
  name: "readings",
  draw: (options) => (svg) => draw(svg, options),
  label: (figures) => `${figures.place}: share seen in time, officially and in full. ${explainReadings(figures)}`,
  twin: ({ place, readings: rows }) => ({
    caption: `${place}: share seen in time, official and full reading, with 95% intervals`,
    columns: [
      { head: "Standard" },
      { head: "Official: of finished courses", numeric: true },
      { head: "Full: of all referrals", numeric: true },
    ],
    rows: rows.map(({ scenario, limit, official, full }) => [headOf({ scenario, limit }), tell(official), tell(full)]),
  }),
  tidy: ({ place, readings: rows }) => ({
    columns: ["place", "scenario", "limit_days", "reading", "share_mean", "ci_low", "ci_high", "n"],
    rows: rows.flatMap(({ scenario, limit, official, full }) =>
      (
        [
          ["official", official],
          ["full", full],
        ] as const
      ).map(([reading, { mean, low, high, n }]) => [place, scenario, limit, reading, mean, low, high, n]),
    ),
  }),
};

/** Why the two readings differ, in a sentence, for the first row in which both are known. */
export function explainReadings({ place, readings: rows }: ReadingsFigures): string {
  const row = rows.find(({ official, full }) => official.n > 0 && full.n > 0);
  if (row === undefined) return `Nobody finished a course at ${place} in this period, so there is no official reading.`;
  const { official, full, limit, scenario } = row;
  const gap = Math.round((official.mean - full.mean) * 100);
  const counts = `With ‘${scenario}’, ${percent(official.mean)} of those who finished a course had begun it ${weeks(limit)}; of all who were referred, ${percent(full.mean)} had.`;
  const why =
    gap === 0
      ? "The two readings agree."
      : "The official reading leaves out everybody who was rejected, left before being seen, dropped out or still waits.";
  return [counts, why, ...explainLimits(rows)].join(" ");
}

/** Why a longer standard can have the lower share; nothing where there is one standard only. */
function explainLimits(rows: readonly Reading[]): string[] {
  const [longest, next] = [...new Set(rows.map(({ limit }) => limit))].toSorted((a, b) => b - a);
  if (longest === undefined || next === undefined) return [];
  return [
    `Of all referrals only those count that could be followed for so long: ${weeks(longest)} these are earlier ones than ${weeks(next)}, so that its share can be the lower of the two.`,
  ];
}

function draw(svg: Svg<ReadingsFigures>, { width }: ChartOptions): void {
  const { readings: rows } = svg.datum();
  const wide = width > fromWide;
  const heads = rows.map((row) => (wide ? [headOf(row)] : wrap(headOf(row), 0.9 * width)));
  const down = (Math.max(1, ...heads.map((lines) => lines.length)) - 1) * lineHeight;
  const height = rowHeight + down;
  const [left, right, bottom] = [18, width - (wide ? 300 : 28), rows.length * height + 48];
  frame(svg, { name: "readings", label: readings.label(svg.datum()), width, height: bottom + 56 });
  const x = scaleLinear([0, 1], [left, right]);
  axisBelow(layer(svg, "g", "axis-x"), {
    scale: x,
    ticks: (right - left) / 64,
    at: bottom,
    reach: 40,
    write: percent,
  });
  drawKey(svg);
  const groups = layer(svg, "g", "rows")
    .selectAll<SVGGElement, Reading>(":scope > g")
    .data(rows, ({ scenario, limit }) => `${scenario} ${limit}`)
    .join((enter) => {
      const group = enter.append("g");
      group.append("text").attr("class", "head");
      group.append("path").attr("class", "between");
      for (const which of ["official", "full"] as const) {
        group.append("path").attr("class", `interval ${which}`);
        group.append("path").attr("class", `mark ${which}`);
        group.append("text").attr("class", `told ${which}`);
      }
      return group;
    })
    .attr("transform", (_, at) => `translate(0,${48 + at * height})`);
  groups
    .select(".head")
    .selectAll("tspan")
    .data((_, at) => heads[at]!)
    .join("tspan")
    .attr("x", 0)
    .attr("y", (_, line) => 8 + line * lineHeight)
    .text((line) => line);
  groups
    .select(".between")
    .attr("d", ({ official, full }) =>
      official.n > 0 && full.n > 0 ? `M${x(official.mean)},${30 + down}L${x(full.mean)},${54 + down}` : null,
    );
  for (const [which, y] of [
    ["official", 30 + down],
    ["full", 54 + down],
  ] as const) {
    groups.select(`.interval.${which}`).attr("d", (row) => intervalPath(row[which], x, y));
    groups
      .select(`.mark.${which}`)
      .attr("d", marks[which])
      .attr("transform", (row) => `translate(${x(row[which].mean) || left},${y})`)
      .attr("display", (row) => (row[which].n === 0 ? "none" : null));
    groups
      .select(`.told.${which}`)
      .attr("x", (row) => (wide ? right + 20 : besideOf(row[which], x, right)))
      .attr("y", y + 5)
      .attr("text-anchor", (row) => (wide || besideOf(row[which], x, right) > x(row[which].mean) ? "start" : "end"))
      .text((row) =>
        wide ? `${which}: ${tell(row[which])}` : row[which].n === 0 ? "nobody" : percent(row[which].mean),
      );
  }
}

/** Where a share is written beside its interval: on the right of it, or on the left where there is no room. */
function besideOf({ mean, low, high, n }: Estimate, x: (share: number) => number, right: number): number {
  if (n === 0) return x(0) + 8;
  const after = x(Math.min(1, high || mean || 0)) + 12;
  return after + 44 > right ? x(Math.max(0, low || mean)) - 12 : after;
}

const marks = { official: symbol(symbolCircle, 130)() ?? "", full: symbol(symbolDiamond, 150)() ?? "" };

function drawKey(svg: Svg<ReadingsFigures>): void {
  const entries = layer(svg, "g", "key")
    .selectAll<SVGGElement, "official" | "full">(":scope > g")
    .data(["official", "full"] as const)
    .join((enter) => {
      const group = enter.append("g");
      group.append("path").attr("class", (which) => `mark ${which}`);
      group.append("text").attr("x", 14).attr("y", 5);
      return group;
    })
    .attr("transform", (_, at) => `translate(${10 + at * 150},14)`);
  entries.select("path").attr("d", (which) => marks[which]);
  entries.select("text").text((which) => (which === "official" ? "official" : "full"));
}

function intervalPath({ low, high }: Estimate, x: (share: number) => number, y: number): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return "";
  const [from, to] = [x(Math.max(0, low)), x(Math.min(1, high))];
  return `M${from},${y - 6}v12M${from},${y}H${to}M${to},${y - 6}v12`;
}
