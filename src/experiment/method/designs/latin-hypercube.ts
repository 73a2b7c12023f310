/**
 * Latin hypercube: each factor's range is cut into as many strata as there are points, and each stratum is used once
 * (McKay, Beckman and Conover 1979, Technometrics 21:239-245).
 */
import { Streams } from "../../../engine/streams.ts";

/** Points in the unit cube, above 0 and below 1. The seed and the number of a factor decide its strata. */
export function latinHypercube(points: number, dimensions: number, seed: string): number[][] {
  const streams = new Streams(seed, 0);
  const source = streams.source("latin hypercube");
  const order = streams.question("order of strata");
  const within = streams.question("place within the stratum");
  const columns = Array.from({ length: dimensions }, (_, factor) =>
    shuffled(points, (step) => streams.draw(source, step, order, factor)).map(
      (stratum, point) => (stratum + streams.draw(source, point, within, factor)) / points,
    ),
  );
  return Array.from({ length: points }, (_, point) => columns.map((column) => column[point]!));
}

/** 0 … count - 1 in an order that is equally likely to be any (Fisher and Yates 1938). */
function shuffled(count: number, uniform: (step: number) => number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(uniform(last) * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
