/** A stroke over a chart, by finger, pen or mouse, and what it makes of a line with a value at each of some places. */
import { useRef } from "preact/hooks";
import { size } from "./line-frame.tsx";

/** In units of the drawing. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

interface StrokeHandlers {
  readonly onTouchStart: (event: TouchEvent) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
}

/**
 * Handlers for a group of an SVG that is drawn on.
 * @param onStroke told of each piece of the stroke; the first is a point
 */
export function useStroke(onStroke: (from: Spot, to: Spot) => void): StrokeHandlers {
  const last = useRef<Spot>(undefined);
  const lift = (): void => (last.current = undefined);
  return {
    // Chromium does not heed `touch-action` within an SVG, and would scroll the page.
    onTouchStart: (event) => event.preventDefault(),
    onPointerDown: (event) => {
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      last.current = spotOf(event);
      onStroke(last.current, last.current);
    },
    onPointerMove: (event) => {
      const from = last.current;
      if (from === undefined) return;
      last.current = spotOf(event);
      onStroke(from, last.current);
    },
    onPointerUp: lift,
    onPointerCancel: lift,
  };
}

function spotOf({ clientX, clientY, currentTarget }: PointerEvent): Spot {
  const { left, top, width, height } = (currentTarget as SVGGElement).ownerSVGElement!.getBoundingClientRect();
  return { x: ((clientX - left) / width) * size.width, y: ((clientY - top) / height) * size.height };
}

/** The line after a piece of a stroke: the value nearest to its end is that of the stroke there, and so is each that it passed on the way. */
export function drawn(
  line: readonly number[],
  places: readonly number[],
  from: Spot,
  to: Spot,
  valueAt: (y: number) => number,
): readonly number[] {
  const far = (place: number): number => Math.abs(place - to.x);
  const nearest = places.reduce((best, place, i) => (far(place) < far(places[best]!) ? i : best), 0);
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  return line.map((value, i) => {
    const place = places[i]!;
    if (i === nearest) return valueAt(to.y);
    if (place <= left || place >= right) return value;
    return valueAt(from.y + ((to.y - from.y) * (place - from.x)) / (to.x - from.x));
  });
}
