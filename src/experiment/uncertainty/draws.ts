/** Draws of uncertain quantities that make a scenario without faults of every one that is compared. */
import type { Point, ReadyFactor } from "../sweep/design.ts";
import { type Draw, drawer } from "../sweep/drawer.ts";
import { parseAt, type SweptScenario } from "../sweep/sweep.ts";

/** Ranges that contradict each other so often are faulty themselves. */
const mostAttempts = 100;

export interface Draws {
  readonly points: readonly Point[];
  /** Draws that made no scenario, such as more trained staff than there are staff, and were drawn again. */
  readonly again: number;
}

/**
 * Independent draws, given that the scenarios are without faults: one that is not is drawn again, which is how
 * quantities that bound each other are drawn together. Throws a RangeError where that never ends.
 */
export function drawPoints(
  factors: readonly ReadyFactor[],
  scenarios: readonly SweptScenario[],
  { draws, seed }: { readonly draws: number; readonly seed: string },
  onProgress?: (done: number, of: number) => void,
): Draws {
  const draw = drawer(seed);
  let again = 0;
  const points = Array.from({ length: draws }, (_, point): Point => {
    onProgress?.(point, draws);
    const drawn = drawPoint(factors, scenarios, draw, point);
    again += drawn.again;
    return drawn.point;
  });
  return { points, again };
}

/** One of them, and how often it was drawn again. */
export function drawPoint(
  factors: readonly ReadyFactor[],
  scenarios: readonly SweptScenario[],
  draw: Draw,
  point: number,
): { readonly point: Point; readonly again: number } {
  let last = "";
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const drawn = draw(factors, point, attempt);
    const wrong = scenarios.flatMap(({ source }) => {
      const parsed = parseAt(source, factors, drawn);
      return parsed.ok ? [] : [parsed.problems[0]!];
    });
    if (wrong.length === 0) return { point: drawn, again: attempt };
    last = `${wrong[0]!.at} should be ${wrong[0]!.expected}, and is ${wrong[0]!.got}`;
  }
  throw new RangeError(`draw ${point} made no scenario in ${mostAttempts} attempts; in the last, ${last}`);
}
