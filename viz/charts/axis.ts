/** A plain axis with horizontal words: ticks, a title with the unit, and lines across the chart. */
import type { BaseType, ScaleLinear } from "d3";
import { amount } from "../numbers.ts";
import type { Layer } from "./parts.ts";

interface AxisOptions {
  readonly scale: ScaleLinear<number, number>;
  readonly ticks: number;
  /** Where the axis stands, and how far its lines reach, in pixels. */
  readonly at: number;
  readonly reach: number;
  readonly write?: (value: number) => string;
}

/** An axis below the chart. */
export function axisBelow<Parent extends BaseType, Datum>(
  parent: Layer<Parent, Datum>,
  { scale, ticks, at, reach, write = amount }: AxisOptions,
): void {
  const marks = marksOf(parent, scale.ticks(ticks));
  marks.attr("transform", (value) => `translate(${scale(value)},0)`);
  marks.select("line").attr("y1", at).attr("y2", reach);
  marks
    .select("text")
    .attr("y", at + 22)
    .attr("text-anchor", "middle")
    .text(write);
}

/** An axis on the left. */
export function axisLeft<Parent extends BaseType, Datum>(
  parent: Layer<Parent, Datum>,
  { scale, ticks, at, reach, write = amount }: AxisOptions,
): void {
  const marks = marksOf(parent, scale.ticks(ticks));
  marks.attr("transform", (value) => `translate(0,${scale(value)})`);
  marks.select("line").attr("x1", at).attr("x2", reach);
  marks
    .select("text")
    .attr("x", at - 8)
    .attr("y", 5)
    .attr("text-anchor", "end")
    .text(write);
}

function marksOf<Parent extends BaseType, Datum>(parent: Layer<Parent, Datum>, ticks: number[]) {
  return parent
    .selectAll<SVGGElement, number>(":scope > g")
    .data(ticks, (value) => value)
    .join((enter) => {
      const mark = enter.append("g");
      mark.append("line");
      mark.append("text");
      return mark;
    })
    .classed("zero", (value) => value === 0);
}
