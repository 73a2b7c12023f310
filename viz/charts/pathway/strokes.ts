/** Where the ways of the pathway run, and how wide. Ways that lead back are arcs with a head. */
import { drawn, type Change } from "../map/flows.ts";
import type { MapView } from "../map/figures.ts";
import { flowKey, type PathwayFigures, type PathwayFlow } from "./figures.ts";
import type { PathwayBox, PathwayLayout } from "./layout.ts";

export interface PathwayStroke {
  readonly key: string;
  readonly flow: PathwayFlow;
  readonly tone: string;
  readonly path: string;
  readonly width: number;
  readonly change: Change;
  readonly head: string;
}

type Side = "left" | "right" | "top" | "bottom";
interface Part {
  readonly flow: PathwayFlow;
  readonly from: PathwayBox;
  readonly to: PathwayBox;
  readonly width: number;
  readonly change: Change;
  readonly sides: readonly [Side, Side];
}

/** No way is thinner than this, so that each can be seen. */
const thinnest = 1;

export function pathwayStrokes(
  { flows }: PathwayFigures,
  layout: PathwayLayout,
  view: MapView,
  width: (peopleAYear: number) => number,
): PathwayStroke[] {
  const boxes = new Map(layout.boxes.map((box) => [box.place.key, box]));
  const parts = flows.flatMap((flow): Part[] => {
    const [from, to] = [boxes.get(flow.from), boxes.get(flow.to)];
    if (from === undefined || to === undefined || from === to) return [];
    const { size, change } = drawn(flow.people, view);
    return [{ flow, from, to, width: Math.max(thinnest, width(size)), change, sides: sidesOf(from, to, layout.wide) }];
  });
  const ends = [endsAt(parts, 0), endsAt(parts, 1)] as const;
  let lanes = 0;
  return parts.map((part, at): PathwayStroke => {
    const [start, end] = [ends[0][at]!, ends[1][at]!];
    const far = layout.wide && Math.abs(part.from.column - part.to.column) === 2;
    const path = far
      ? lanePath(start, end, layout.lane + 9 * lanes++)
      : curve(start, end, part.sides, bowOf(part, layout));
    const tone = part.flow.kind === "out" ? part.from.place.tone : part.to.place.tone;
    const { flow, width: thick, change } = part;
    return { key: flowKey(flow), flow, tone, path, width: thick, change, head: headAt(end, part.sides[1], thick) };
  });
}

/** The sides by which a way leaves and arrives. */
function sidesOf(from: PathwayBox, to: PathwayBox, wide: boolean): [Side, Side] {
  if (!wide) return from.y < to.y ? ["right", "right"] : ["left", "left"];
  if (from.column < to.column) return ["right", "left"];
  if (from.column > to.column) return ["left", "right"];
  if (from.column === 1) return ["right", "right"];
  return from.y < to.y ? ["bottom", "top"] : ["top", "bottom"];
}

/** Where each way stands at its end (0: its start), stacked about the middle of the side in the order of the far ends. */
function endsAt(parts: readonly Part[], end: 0 | 1): { x: number; y: number }[] {
  const boxOf = (part: Part, which: 0 | 1): PathwayBox => (which === 0 ? part.from : part.to);
  return parts.map((part) => {
    const box = boxOf(part, end);
    const side = part.sides[end];
    const along = side === "left" || side === "right";
    // Both starts and ends on one side of a box share its room.
    const together = parts
      .flatMap((other) =>
        ([0, 1] as const)
          .filter((which) => boxOf(other, which) === box && other.sides[which] === side)
          .map((which) => ({ other, which })),
      )
      .toSorted((a, b) => rank(a) - rank(b));
    const total = together.reduce((sum, { other }) => sum + other.width + 2, 0);
    const before = together.slice(
      0,
      together.findIndex(({ other, which }) => other === part && which === end),
    );
    const offset = before.reduce((sum, { other }) => sum + other.width + 2, 0) + part.width / 2 - total / 2;
    if (!along) return { x: box.x + box.width / 2 + offset, y: side === "top" ? box.y : box.y + box.height };
    return { x: side === "left" ? box.x : box.x + box.width, y: box.y + box.height / 2 + offset };
  });

  function rank({ other, which }: { other: Part; which: 0 | 1 }): number {
    const far = boxOf(other, which === 0 ? 1 : 0);
    // Ways back below ways on, so that what comes and what goes stand apart.
    return far.y + far.height / 2 + (other.flow.kind === "back" || other.flow.kind === "away" ? 0.5 : 0);
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const outward: Readonly<Record<Side, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  top: [0, -1],
  bottom: [0, 1],
};

/** How far a way swings out: half the distance between columns, or a bow where it comes back to its own side. */
function bowOf({ from, to, sides }: Part, { wide, width }: PathwayLayout): number {
  if (!wide) return Math.min(from.x - 6, 22 + Math.abs(from.y - to.y) / 9);
  if (sides[0] === sides[1]) return Math.min(70, 26 + Math.abs(from.y - to.y) / 7);
  return sides[0] === "top" || sides[0] === "bottom" ? 20 : width * 0.075;
}

function curve(start: Point, end: Point, [first, last]: readonly [Side, Side], bow: number): string {
  const [a, b] = [outward[first], outward[last]];
  return `M${start.x},${start.y}C${start.x + a[0] * bow},${start.y + a[1] * bow} ${end.x + b[0] * bow},${end.y + b[1] * bow} ${end.x},${end.y}`;
}

/** Below the column in the middle, from one outer column to the other. */
function lanePath(start: Point, end: Point, lane: number): string {
  const turn = end.x > start.x ? 60 : -60;
  const [a, b] = [start.x + turn, end.x - turn];
  return `M${start.x},${start.y}C${a},${start.y} ${start.x},${lane} ${a},${lane}H${b}C${end.x},${lane} ${b},${end.y} ${end.x},${end.y}`;
}

/** A head where the way arrives, as wide as the way. */
function headAt({ x, y }: Point, side: Side, width: number): string {
  const [dx, dy] = outward[side];
  const [length, half] = [7 + width / 5, 4 + width / 2];
  const [bx, by] = [x + dx * length, y + dy * length];
  return `M${x},${y}L${bx - dy * half},${by - dx * half}L${bx + dy * half},${by + dx * half}Z`;
}
