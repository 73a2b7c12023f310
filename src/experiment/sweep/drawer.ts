/** Random values of factors, for designs that draw them. */
import { Streams } from "../../engine/streams.ts";
import type { Point, ReadyFactor } from "./design.ts";
import { valueAt } from "./factors.ts";

/** The values of all factors at a point; `attempt` counts from 0. */
export type Draw = (factors: readonly ReadyFactor[], point: number, attempt: number) => Point;

/**
 * Independent draws. Each belongs to (seed, the factor's name, the number of the point, how often it has been drawn again),
 * so that a further factor changes those of no other.
 */
export function drawer(seed: string): Draw {
  const streams = new Streams(seed, 0);
  const source = streams.source("draws of parameters");
  const question = new Map<string, number>();
  return (factors, point, attempt) =>
    factors.map(({ name, take }) => {
      const asked = question.get(name) ?? streams.question(name);
      question.set(name, asked);
      return valueAt(take, streams.draw(source, point, asked, attempt));
    });
}
