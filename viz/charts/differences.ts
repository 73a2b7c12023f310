/**
 * How up to four scenarios differ from the baseline: a mark and its 95% interval for each measure, grouped by theme, zero in
 * the middle, better always on the left. Each difference is a share of the baseline's figure, so that people, weeks and
 * pounds can stand on one axis; the figures themselves stand beside it.
 */
import { quantile, scaleLinear } from "d3";
import { axisBelow } from "./axis.ts";
import { type Chart, type ChartOptions, frame, keptReach, type Svg } from "./chart.ts";
import { type DifferenceFigures, shareOf, takingOf, takings } from "./differences/figures.ts";
import { type DifferenceLayout, differenceLayout, lineHeight, type Place } from "./differences/layout.ts";
import { drawMarks, shapes } from "./differences/marks.ts";
import { layer } from "./parts.ts";

export type { DifferenceFigures, DifferenceRow, ScenarioDifference } from "./differences/figures.ts";

export interface DifferenceOptions extends ChartOptions {
  /** Told when a measure is chosen by click, Enter or Space; without it rows cannot be chosen. */
  readonly onOpen?: (key: string) => void;
}

/** How far the axis reaches to either side, as a share of the baseline's figure. */
const reaches = [0.1, 0.2, 0.5, 1] as const;
/** Share of the measures that the axis has room for. */
const fitting = 0.9;
const percent = (value: number): string => `${Math.round(Math.abs(value) * 100)}%`;

export const differences: Chart<DifferenceFigures, DifferenceOptions> = {
  name: "differences",
  draw: (options) => (svg) => draw(svg, options),
  label,
  twin: ({ baseline, scenarios, rows }) => ({
    caption: `Differences from ‘${baseline}’, with 95% intervals`,
    columns: [
      { head: "Measure" },
      ...scenarios.flatMap((head) => [
        { head, numeric: true },
        { head: scenarios.length > 1 ? `${head}: taken as` : "Taken as" },
      ]),
    ],
    rows: rows.map((row) => [
      `${row.theme}: ${row.label}`,
      ...row.differences.flatMap((one) => [one.text, takings[takingOf(row, one)]]),
    ]),
  }),
  tidy: ({ scenarios, rows }) => ({
    columns: ["theme", "measure", "scenario", "baseline_mean", "difference_mean", "ci_low", "ci_high", "n", "text"],
    rows: rows.flatMap(({ theme, label: measure, differences: all }) =>
      all.map(({ base, difference, text }, at) => [
        theme,
        measure,
        scenarios[at] ?? "",
        base,
        difference.mean,
        difference.low,
        difference.high,
        difference.n,
        text,
      ]),
    ),
  }),
};

function label({ baseline, scenarios, rows }: DifferenceFigures): string {
  const told = scenarios.map((title, at) => {
    const count = (taking: string): number =>
      rows.filter((row) => row.differences[at] && takingOf(row, row.differences[at]) === taking).length;
    const unclear = count("close") + count("same");
    return `${title}: ${count("better")} measures better, ${count("worse")} worse, ${count("different")} different without a side, ${unclear} too close to call or the same`;
  });
  return `Differences from ${baseline}, better on the left. ${told.join(". ")}.`;
}

function draw(svg: Svg<DifferenceFigures>, { width, onOpen }: DifferenceOptions): void {
  const figures = svg.datum();
  const layout = differenceLayout(figures, width);
  frame(svg, {
    name: "differences",
    label: label(figures),
    width,
    height: layout.height,
    role: onOpen ? "group" : "img",
  });
  const x = scaleOf(svg, layout);
  const { left, right, wide, top, bottom } = layout;
  axisBelow(layer(svg, "g", "axis-x"), {
    scale: x,
    ticks: wide ? Math.min(8, (right - left) / 70) : 4,
    at: bottom,
    reach: top - 6,
    write: percent,
  });
  drawTitles(svg, layout, x(0));
  drawNames(svg, layout, width);
  drawRows(svg, layout, width, onOpen);
  drawMarks(layer(svg, "g", "whiskers"), layout, x);
}

function scaleOf(svg: Svg<DifferenceFigures>, { left, right }: DifferenceLayout) {
  const { rows, baseline, scenarios } = svg.datum();
  const shares = rows.flatMap((row) => row.differences.map((one) => Math.abs(shareOf(one, row.better).mean)));
  // One measure that changes by half must not push all the others together at zero: it gets an arrow.
  const most = quantile(shares.filter(Number.isFinite), fitting) ?? 0;
  const reach = keptReach(svg, JSON.stringify([baseline, scenarios]), most, reaches);
  return scaleLinear([-reach, reach], [left, right]);
}

function drawTitles(svg: Svg<DifferenceFigures>, { wide, left, right, height }: DifferenceLayout, zero: number): void {
  const { baseline } = svg.datum();
  layer(svg, "g", "titles")
    .selectAll("text")
    .data([
      { text: "◂ better, or fewer", x: zero - 14, y: 20, anchor: "end" },
      { text: "worse, or more ▸", x: zero + 14, y: 20, anchor: "start" },
      {
        text: wide
          ? `difference, as a share of the figure of ‘${cut(baseline, (right - left) / 8 - 36)}’`
          : "as a share of the baseline’s figure",
        x: wide ? (left + right) / 2 : zero,
        y: height - 12,
        anchor: "middle",
      },
    ])
    .join("text")
    .attr("x", (item) => item.x)
    .attr("y", (item) => item.y)
    .attr("text-anchor", (item) => item.anchor)
    .text((item) => item.text);
}

/** Which mark is which scenario, where there are several. */
function drawNames(svg: Svg<DifferenceFigures>, { wide }: DifferenceLayout, width: number): void {
  const { scenarios } = svg.datum();
  const names = scenarios.length > 1 ? scenarios : [];
  const step = width / names.length;
  const groups = layer(svg, "g", "names")
    .selectAll<SVGGElement, string>(":scope > g")
    .data(names, (name, at) => `${at} ${name}`)
    .join((enter) => {
      const group = enter.append("g");
      group.append("path").attr("class", "mark");
      group.append("text").attr("x", 16).attr("y", 6);
      return group;
    })
    .attr("class", (_, at) => `scenario-${at + 1}`)
    .attr("transform", (_, at) => (wide ? `translate(${10 + at * step},48)` : `translate(10,${48 + at * 24})`));
  groups.select("path").attr("d", (_, at) => shapes[at]!);
  groups.select("text").text((name) => cut(name, (wide ? step : width) / 9 - 3));
}

function drawRows(
  svg: Svg<DifferenceFigures>,
  { places, wide }: DifferenceLayout,
  width: number,
  onOpen: DifferenceOptions["onOpen"],
): void {
  const themes = places.filter(({ theme }) => theme !== undefined);
  const heads = layer(svg, "g", "themes")
    .selectAll<SVGGElement, Place>(":scope > g")
    .data(themes, ({ theme }) => theme ?? "")
    .join((enter) => {
      const group = enter.append("g");
      group.append("line").attr("x1", 0);
      group.append("text").attr("y", -12);
      return group;
    })
    .attr("transform", ({ top }) => `translate(0,${top})`);
  heads.select("line").attr("x2", width);
  heads.select("text").text(({ theme }) => theme ?? "");
  const rows = layer(svg, "g", "heads")
    .selectAll<SVGGElement, Place>(":scope > g")
    .data(places, ({ row }) => row.key)
    .join((enter) => {
      const group = enter.append("g");
      group.append("rect").attr("class", "ground").attr("rx", 4);
      group.append("text");
      return group;
    })
    .attr("transform", ({ top }) => `translate(0,${top})`)
    .attr("class", onOpen ? "row openable" : "row")
    .attr("role", onOpen ? "button" : null)
    .attr("tabindex", onOpen ? 0 : null)
    .attr(
      "aria-label",
      onOpen ? ({ row }) => `${row.label}: ${row.differences.map(({ text }) => text).join("; ")}` : null,
    )
    .on("click", (_, { row }) => onOpen?.(row.key))
    .on("keydown", (event: KeyboardEvent, { row }) => {
      if (!onOpen || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      onOpen(row.key);
    });
  rows
    .select("rect")
    .attr("width", width)
    .attr("height", ({ height }) => height);
  rows
    .select("text")
    .attr(
      "transform",
      ({ lines, height }) => `translate(0,${wide ? height / 2 - ((lines.length - 1) * lineHeight) / 2 + 5 : 18})`,
    )
    .selectAll("tspan")
    .data(({ lines }) => lines)
    .join("tspan")
    .attr("x", 0)
    .attr("y", (_, at) => at * lineHeight)
    .text((text) => `${text} `);
}

/** A text of so many letters at most. */
const cut = (text: string, letters: number): string =>
  text.length <= letters ? text : `${text.slice(0, Math.max(1, Math.floor(letters) - 1))}…`;
