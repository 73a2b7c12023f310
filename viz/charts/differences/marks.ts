/** A mark with its interval for each scenario of each row; what leads out of the chart ends in an arrow. */
import {
  type ScaleLinear,
  type Selection,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
} from "d3";
import type { Estimate } from "../../../src/index.ts";
import { inkOf } from "../chart.ts";
import { type DifferenceFigures, shareOf, takingOf } from "./figures.ts";
import { type DifferenceLayout, lineHeight, textGap } from "./layout.ts";

interface Mark {
  readonly key: string;
  readonly scenario: number;
  readonly share: Estimate;
  readonly y: number;
  /** In its lines, which stand beside the whisker where it is wide, and above it where it is not. */
  readonly text: readonly string[];
  readonly taking: ReturnType<typeof takingOf>;
}

/** One shape a scenario, so that they are told apart without colour. */
export const shapes = [symbolDiamond, symbolCircle, symbolSquare, symbolTriangle].map(
  (shape) => symbol(shape, 150)() ?? "",
);

export function drawMarks(
  parent: Selection<SVGGElement, string, SVGSVGElement, DifferenceFigures>,
  { places, wide, right }: DifferenceLayout,
  x: ScaleLinear<number, number>,
): void {
  const marks = places.flatMap(({ row, whiskers, texts }) =>
    row.differences.map((one, scenario): Mark => ({
      key: `${row.key} ${scenario}`,
      scenario,
      share: shareOf(one, row.better),
      y: whiskers[scenario]!,
      text: texts[scenario]!,
      taking: takingOf(row, one),
    })),
  );
  const groups = parent
    .selectAll<SVGGElement, Mark>(":scope > g")
    .data(marks, ({ key }) => key)
    .join((enter) => {
      const group = enter.append("g");
      const ink = group.append("g").attr("class", "ink");
      ink.append("path").attr("class", "interval");
      ink.append("path").attr("class", "mark");
      group.append("text");
      return group;
    })
    .attr("class", ({ scenario, taking }) => `whisker scenario-${scenario + 1} ${taking}`)
    .attr("transform", ({ y }) => `translate(0,${y})`);
  groups.select(".ink").attr("opacity", ({ share }) => inkOf(share.n));
  groups.select(".interval").attr("d", ({ share }) => intervalPath(share, x));
  groups
    .select(".mark")
    .attr("d", ({ scenario, share }) => markPath(shapes[scenario]!, share, x))
    .attr("transform", ({ share }) => `translate(${within(share.mean, x)},0)`)
    .attr("display", ({ share }) => (share.n === 0 ? "none" : null));
  groups
    .select("text")
    .selectAll("tspan")
    .data(({ text }) => text)
    .join("tspan")
    .attr("x", wide ? right + textGap : 0)
    .attr("y", (_, at, all) =>
      wide ? 5 + (at - (all.length - 1) / 2) * lineHeight : -16 - (all.length - 1 - at) * lineHeight,
    )
    .text((text) => text);
}

/** Where a share stands, or the end of the axis where it lies beyond. */
function within(share: number, x: ScaleLinear<number, number>): number {
  const [low = 0, high = 0] = x.domain();
  return Number.isNaN(share) ? x(0) : x(Math.min(high, Math.max(low, share)));
}

const beyond = (share: number, x: ScaleLinear<number, number>): "left" | "right" | undefined => {
  const [low = 0, high = 0] = x.domain();
  return share < low ? "left" : share > high ? "right" : undefined;
};

/** The mark of the scenario; an arrow where the estimate itself lies beyond the axis. */
function markPath(shape: string, { mean }: Estimate, x: ScaleLinear<number, number>): string {
  const side = beyond(mean, x);
  return side === undefined ? shape : arrow(side, 0);
}

/** Caps where the interval ends on the axis, arrows where it goes on beyond. */
function intervalPath({ low, high }: Estimate, x: ScaleLinear<number, number>): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return "";
  const [from, to] = [within(low, x), within(high, x)];
  const end = (share: number, at: number): string => {
    const side = beyond(share, x);
    return side === undefined ? `M${at},-7v14` : arrow(side, at);
  };
  return `M${from},0H${to}${end(low, from)}${end(high, to)}`;
}

const arrow = (side: "left" | "right", at: number): string =>
  side === "left" ? `M${at + 9},-8L${at - 2},0L${at + 9},8` : `M${at - 9},-8L${at + 2},0L${at - 9},8`;
