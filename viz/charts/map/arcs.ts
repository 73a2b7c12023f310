/** How ways back are drawn: a line with round corners, and a head that says where it leads. */
import { type Arc, slotHeight } from "../../map/arcs.ts";
import type { Box, Layout } from "../../map/layout.ts";

export interface ArcPath {
  readonly path: string;
  readonly head: string;
}

type Point = readonly [number, number];

/** Distance of a way from the boxes it passes, and of its ends from the corners. */
const clear = 20;
const corner = 16;

export function arcPath(
  { boxes, places: { top, bottom } }: Layout,
  { from, to, way, slot, free }: Arc,
  width: number,
): ArcPath {
  const source = boxes[from]!;
  const target = boxes[to]!;
  const size = Math.min(18, 6 + width * 0.7);
  const right = target.x + target.width;
  const nudge = (slot % 3) * 8;
  const down = middle(source) < middle(target);
  switch (way) {
    case "beside": {
      const y1 = down ? source.y + source.height - corner - nudge : source.y + corner + nudge;
      const y2 = down ? target.y + corner + nudge : target.y + target.height - corner - nudge;
      const out = right + 30 + width + nudge;
      return {
        path: `M${right},${y1}C${out},${y1} ${out},${y2} ${right + size},${y2}`,
        head: headLeft(right, y2, size),
      };
    }
    case "between": {
      const y1 = down ? source.y + source.height - corner : source.y + corner;
      const y2 = down ? target.y + corner + nudge : target.y + target.height - corner - nudge;
      const bend = (source.x - right) * 0.6;
      const path = `M${source.x},${y1}C${source.x - bend},${y1} ${right + bend},${y2} ${right + size},${y2}`;
      return { path, head: headLeft(right, y2, size) };
    }
    case "over":
    case "under": {
      const high = way === "over";
      const y1 = high ? source.y + corner : source.y + source.height - corner;
      const band = high ? top - slotHeight * (slot + 0.8) : bottom + slotHeight * (slot + 0.8);
      const gutter = source.x - clear - nudge;
      const lift: Point[] = [
        [source.x, y1],
        [gutter, y1],
        [gutter, band],
      ];
      if (free) {
        const x = target.x + target.width / 2 + nudge;
        const end = high ? target.y : target.y + target.height;
        return {
          path: rounded([...lift, [x, band], [x, high ? end - size : end + size]]),
          head: headAcross(x, end, size, high),
        };
      }
      const x = right + clear + nudge;
      const y2 = high ? target.y + corner + nudge : target.y + target.height - corner - nudge;
      return { path: rounded([...lift, [x, band], [x, y2], [right + size, y2]]), head: headLeft(right, y2, size) };
    }
  }
}

const middle = (box: Box): number => box.y + box.height / 2;
const headLeft = (x: number, y: number, size: number): string => `M${x},${y}l${size},${-size * 0.6}v${size * 1.2}z`;
const headAcross = (x: number, y: number, size: number, down: boolean): string =>
  `M${x},${y}l${-size * 0.6},${down ? -size : size}h${size * 1.2}z`;

/** A line through points with round corners. */
function rounded(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const bends = rest.map((point, at) => {
    const next = rest[at + 1];
    if (next === undefined) return `L${point[0]},${point[1]}`;
    const [before, after] = [towards(point, points[at]!), towards(point, next)];
    return `L${before[0]},${before[1]}Q${point[0]},${point[1]} ${after[0]},${after[1]}`;
  });
  return `M${first![0]},${first![1]}${bends.join("")}`;
}

/** A little way from `from` to `to`, at most half of it. */
function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const step = Math.min(14, length / 2) / length;
  return [from[0] + (to[0] - from[0]) * step, from[1] + (to[1] - from[1]) * step];
}
