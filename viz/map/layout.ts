/** The fixed places of everything on the map, worked out from the scenarios alone: the same network, the same map. */
import { type Arc, arcsOf, roomFor } from "./arcs.ts";
import { lanesOf, type Segment } from "./lanes.ts";
import { layersOf } from "./layers.ts";
import { orderOf } from "./order.ts";
import type { Shape } from "./shape.ts";
import { lineHeight, wrap } from "./wrap.ts";

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  /** Joins of boxes from column to column; the numbers are those of `boxes`. */
  readonly segments: readonly NamedSegment[];
  /** Ways that stay in their column or go back; the numbers are those of `boxes`. */
  readonly arcs: readonly Arc[];
  /** Where the highest and the lowest box end. */
  readonly places: { readonly top: number; readonly bottom: number };
}

export interface Box {
  readonly kind: "place" | "exit" | "lane";
  /** For a lane, of the place it leads to. */
  readonly name: string;
  /** The name in lines that fit; none for a lane. */
  readonly lines: readonly string[];
  readonly x: number;
  /** Of its top edge. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A segment with the names of those ways that run in it. */
export interface NamedSegment {
  readonly from: number;
  readonly to: number;
  readonly links: readonly { readonly from: string; readonly to: string }[];
}

export interface LayoutOptions {
  /** Of the whole map, in pixels; made larger where the columns need it. */
  readonly width?: number;
  /** Side of the largest square of people that a place has room for. */
  readonly square?: number;
}

const boxWidth = 152;
const leastGapBetweenColumns = 56;
const gap = 22;
const margin = { top: 16, right: 8, bottom: 64, left: 48 };
/** Room for a lane of the widest river there is. */
const widestLane = 64;

export function layoutOf(shape: Shape, { width = 1200, square = 52 }: LayoutOptions = {}): Layout {
  const { places, links } = shape;
  const layers = layersOf(shape);
  const lanes = lanesOf(shape, layers);
  const columns = orderOf(shape, lanes);
  const widest = Math.max(...links.map(({ flow }) => flow), 1e-9);
  const flowIn = lanes.items.map((_, item) => sum(lanes.segments.filter(({ to }) => to === item).map(flowOf)));
  const lines = places.map(({ name }) => wrap(name, boxWidth - 12));
  const heights = lanes.items.map(({ kind, place }, item) => {
    if (kind === "lane") return 6 + (widestLane * flowIn[item]!) / widest;
    const text = lines[place]!.length * lineHeight;
    return places[place]!.isExit ? text + lineHeight + 16 : text + square + 2 * lineHeight + 18;
  });
  const tops = settle(columns, lanes.segments, heights, flowOf);
  const least = columns.length * boxWidth + (columns.length - 1) * leastGapBetweenColumns + margin.left + margin.right;
  const whole = Math.max(width, least);
  const arcs = arcsOf(shape, lanes, columns);
  const top = margin.top + roomFor(arcs, "over");
  const bottom = top + Math.max(...lanes.items.map((_, item) => tops[item]! + heights[item]!));
  const pitch = columns.length > 1 ? (whole - margin.left - margin.right - boxWidth) / (columns.length - 1) : 0;

  return {
    width: whole,
    height: bottom + roomFor(arcs, "under") + margin.bottom,
    boxes: lanes.items.map(({ kind, place, layer }, item) => ({
      kind: kind === "lane" ? "lane" : places[place]!.isExit ? "exit" : "place",
      name: places[place]!.name,
      lines: kind === "lane" ? [] : lines[place]!,
      x: margin.left + layer * pitch,
      y: top + tops[item]!,
      width: boxWidth,
      height: heights[item]!,
    })),
    segments: lanes.segments.map(({ from, to, links: within }) => ({
      from,
      to,
      links: within.map((link) => ({ from: places[links[link]!.from]!.name, to: places[links[link]!.to]!.name })),
    })),
    arcs,
    places: { top, bottom },
  };

  function flowOf(segment: Segment): number {
    return sum(segment.links.map((link) => links[link]!.flow));
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Rounds in which items are drawn towards those they are joined to. */
const rounds = 60;

/** The top of every item: close to what it is joined to, in the given order, none on another. */
function settle(
  columns: readonly (readonly number[])[],
  segments: readonly Segment[],
  heights: readonly number[],
  flowOf: (segment: Segment) => number,
): number[] {
  const full = Math.max(...columns.map((column) => sum(column.map((item) => heights[item]! + gap)) - gap));
  const tops = heights.map(() => 0);
  const centre = (item: number): number => tops[item]! + heights[item]! / 2;
  for (const column of columns) {
    let next = (full - sum(column.map((item) => heights[item]! + gap)) + gap) / 2;
    for (const item of column) {
      tops[item] = next;
      next += heights[item]! + gap;
    }
  }
  const weight = segments.map((segment) => Math.sqrt(flowOf(segment)) + 0.3);
  for (let round = 0; round < rounds; round++) {
    for (const column of round % 2 === 0 ? columns : columns.toReversed()) {
      for (const item of column) {
        const pulls = segments.flatMap(({ from, to }, at) =>
          from === item ? [{ to, by: weight[at]! }] : to === item ? [{ to: from, by: weight[at]! }] : [],
        );
        const by = sum(pulls.map((pull) => pull.by));
        if (by === 0) continue;
        const wanted = sum(pulls.map((pull) => pull.by * centre(pull.to))) / by - heights[item]! / 2;
        tops[item] = tops[item]! + (wanted - tops[item]!) * 0.5;
      }
      keepApart(column, tops, heights, full);
    }
  }
  return tops;
}

/** Pushes items of a column apart, downwards and then, where they have left the map, upwards. */
function keepApart(column: readonly number[], tops: number[], heights: readonly number[], full: number): void {
  let next = 0;
  for (const item of column) {
    tops[item] = Math.max(tops[item]!, next);
    next = tops[item] + heights[item]! + gap;
  }
  let end = full;
  for (const item of column.toReversed()) {
    tops[item] = Math.min(tops[item]!, end - heights[item]!);
    end = tops[item] - gap;
  }
}
