/** Marks with their intervals: a disc for the baseline, a diamond for the other, and the numbers beside them. */
import { type ScaleLinear, type Selection, symbol, symbolCircle, symbolDiamond } from "d3";
import type { Estimate } from "../../src/index.ts";

export interface Whisker {
  readonly key: string;
  readonly estimate: Estimate;
  /** Which mark and colour. */
  readonly mark: "base" | "other" | "better" | "worse" | "different" | "close";
  readonly y: number;
  /** The numbers, beside the interval. */
  readonly text: string;
  /** Where the numbers stand; beside the interval if left out. */
  readonly textAt?: number;
}

const marks = { disc: symbol(symbolCircle, 130)() ?? "", diamond: symbol(symbolDiamond, 150)() ?? "" };

export function drawWhiskers<Datum>(
  parent: Selection<SVGGElement, string, SVGSVGElement, Datum>,
  whiskers: readonly Whisker[],
  x: ScaleLinear<number, number>,
): void {
  const groups = parent
    .selectAll<SVGGElement, Whisker>(":scope > g")
    .data(whiskers, ({ key }) => key)
    .join((enter) => {
      const group = enter.append("g");
      group.append("path").attr("class", "interval");
      group.append("path").attr("class", "mark");
      group.append("text");
      return group;
    })
    .attr("class", ({ mark }) => `whisker ${mark}`)
    .attr("transform", ({ y }) => `translate(0,${y})`);
  groups.select(".interval").attr("d", ({ estimate }) => intervalPath(estimate, x));
  groups
    .select(".mark")
    .attr("d", ({ mark }) => (mark === "base" ? marks.disc : marks.diamond))
    .attr("transform", ({ estimate }) => `translate(${x(estimate.mean) || 0},0)`)
    .attr("display", ({ estimate }) => (Number.isNaN(estimate.mean) ? "none" : null));
  groups
    .select("text")
    .attr("x", ({ estimate, textAt }) => textAt ?? Math.max(x(estimate.high) || 0, x(estimate.mean) || 0, x(0)) + 16)
    .attr("y", 5)
    .text(({ text }) => text);
}

function intervalPath({ low, high }: Estimate, x: ScaleLinear<number, number>): string {
  if (Number.isNaN(low)) return "";
  const [from, to] = [x(low), x(high)];
  return `M${from},-7v14M${from},0H${to}M${to},-7v14`;
}
