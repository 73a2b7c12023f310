/**
 * Where the places of the pathway stand: always the same for the same places. Where it is wide, primary care on the left above the
 * gap, services in the middle, ways out and crises on the right. Where it is narrow, all below one another.
 */
import { wrap } from "../../map/wrap.ts";
import type { PathwayFigures, PathwayPlace } from "./figures.ts";

export interface PathwayBox {
  readonly place: PathwayPlace;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** 0 on the left to 2 on the right; where it is narrow all stand in column 0. */
  readonly column: number;
  readonly cellsInRow: number;
}

export interface PathwayLayout {
  readonly wide: boolean;
  readonly boxes: readonly PathwayBox[];
  readonly width: number;
  readonly height: number;
  /** Where ways run that pass below the column in the middle. */
  readonly lane: number;
  readonly keyTop: number;
}

export const square = 40;
export const cell = { width: 124, height: 68 };
const fromWide = 860;
const gap = 18;
const columnOf = { gp: 0, gap: 0, service: 1, well: 2, crisis: 2, lost: 2 } as const;
const lineHeight = 20;

export function pathwayLayout({ places }: PathwayFigures, width: number): PathwayLayout {
  return width >= fromWide ? besideOneAnother(places, width) : belowOneAnother(places, width);
}

function boxOf(place: PathwayPlace, x: number, y: number, width: number, column: number): PathwayBox {
  const lines = wrap(place.label, width - 12);
  const cellsInRow = Math.max(1, Math.floor((width - 6) / cell.width));
  const rows = Math.ceil(place.people.length / cellsInRow);
  return { place, x, y, width, height: 14 + lines.length * lineHeight + rows * cell.height, lines, column, cellsInRow };
}

function besideOneAnother(places: readonly PathwayPlace[], width: number): PathwayLayout {
  const widths = [width * 0.17, cell.width * 3 + 8, width * 0.185] as const;
  const middle = width * 0.5 - widths[1] / 2 - 6;
  const lefts = [0, middle, width - widths[2]] as const;
  const stacks = [0, 1, 2].map((column) => {
    const own = places.filter(({ part }) => columnOf[part] === column);
    let y = 8;
    return own.map((place) => {
      const box = boxOf(place, lefts[column]!, y, widths[column]!, column);
      y += box.height + (column === 1 ? gap : 34);
      return box;
    });
  });
  const tall = Math.max(...stacks.map((stack) => endOf(stack)));
  const boxes = stacks.flatMap((stack, column) => (column === 1 ? stack : spaced(stack, tall)));
  const lane = tall + 30;
  return { wide: true, boxes, width, height: lane + 100, lane, keyTop: lane + 62 };
}

const endOf = (stack: readonly PathwayBox[]): number => Math.max(0, ...stack.map(({ y, height }) => y + height));

/** Boxes of a short column take the whole height: they grow, so that the ways to them have room. */
function spaced(stack: readonly PathwayBox[], tall: number): PathwayBox[] {
  const spare = Math.max(0, tall - endOf(stack)) / Math.max(1, stack.length);
  return stack.map((box, at) => ({ ...box, y: box.y + spare * at, height: box.height + spare * 0.8 }));
}

function belowOneAnother(places: readonly PathwayPlace[], width: number): PathwayLayout {
  const gutter = Math.min(90, width * 0.2);
  let y = 8;
  const boxes = places.map((place) => {
    const box = boxOf(place, gutter, y, width - 2 * gutter, 0);
    y += box.height + gap;
    return box;
  });
  return { wide: false, boxes, width, height: y + 170, lane: 0, keyTop: y + 20 };
}
