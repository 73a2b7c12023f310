/** From a design to the values of each factor at each point. */
import { fullFactorial } from "../method/designs/full-factorial.ts";
import { latinHypercube } from "../method/designs/latin-hypercube.ts";
import { oneAtATime } from "../method/designs/one-at-a-time.ts";
import { saltelli } from "../method/designs/saltelli.ts";
import { sobolSequence } from "../method/designs/sobol-sequence.ts";
import type { Point, ReadyFactor } from "./design.ts";
import { drawer } from "./drawer.ts";
import { levelsOf, valueAt } from "./factors.ts";
import type { DesignFile } from "./schema.ts";

type Made = Exclude<DesignFile, { readonly design: "list" | "file" }>;

/** How many points a design has, without making them. */
export function countPoints(design: Made, factors: readonly ReadyFactor[]): number {
  const levels = factors.map(({ take }) => levelsOf(take).length);
  switch (design.design) {
    case "full_factorial":
      return levels.reduce((product, count) => product * count, 1);
    case "one_at_a_time":
      return levels.reduce((sum, count) => sum + count, 1);
    case "latin_hypercube":
    case "sobol":
      return design.points;
    case "saltelli":
      return design.rows * (factors.length + 2);
    case "draws":
      return design.draws;
  }
}

export function pointsOf(design: Made, factors: readonly ReadyFactor[], seed: string): Point[] {
  const levels = factors.map(({ take }) => levelsOf(take));
  const atLevels = (numbers: readonly (number | undefined)[]): Point =>
    numbers.map((level, factor) => (level === undefined ? undefined : levels[factor]![level]));
  const inCube = (point: readonly number[]): Point => point.map((u, factor) => valueAt(factors[factor]!.take, u));
  const counts = levels.map((values) => values.length);
  switch (design.design) {
    case "full_factorial":
      return fullFactorial(counts).map(atLevels);
    case "one_at_a_time":
      return oneAtATime(counts).map(atLevels);
    case "latin_hypercube":
      return latinHypercube(design.points, factors.length, seed).map(inCube);
    case "sobol":
      return sobolSequence(design.points, factors.length, seed).map(inCube);
    case "saltelli":
      return saltelli(design.rows, factors.length, seed).map(inCube);
    case "draws": {
      const draw = drawer(seed);
      return Array.from({ length: design.draws }, (_, point) => draw(factors, point, 0));
    }
  }
}
