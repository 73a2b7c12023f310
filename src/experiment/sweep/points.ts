/** From a design to the values of each factor at each point. */
import { fullFactorial } from "../method/designs/full-factorial.ts";
import { latinHypercube } from "../method/designs/latin-hypercube.ts";
import { oneAtATime } from "../method/designs/one-at-a-time.ts";
import { saltelli } from "../method/designs/saltelli.ts";
import { sobolSequence } from "../method/designs/sobol-sequence.ts";
import type { DesignFile, FactorFile } from "./schema.ts";

/** One value for each factor; undefined: as it is in the scenario. */
export type Point = readonly unknown[];

type Made = Exclude<DesignFile, { readonly design: "list" | "file" }>;

/** How many points a design has, without making them. */
export function countPoints(design: Made, factors: readonly FactorFile[]): number {
  const levels = factors.map((factor) => levelsOf(factor).length);
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
  }
}

export function pointsOf(design: Made, factors: readonly FactorFile[], seed: string): Point[] {
  const levels = factors.map(levelsOf);
  const atLevels = (numbers: readonly (number | undefined)[]): Point =>
    numbers.map((level, factor) => (level === undefined ? undefined : levels[factor]![level]));
  const inCube = (point: readonly number[]): Point => point.map((u, factor) => scaled(factors[factor]!, u));
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
  }
}

function levelsOf(factor: FactorFile): readonly unknown[] {
  if ("values" in factor) return factor.values;
  const { low, high, levels = 2, whole } = factor;
  const even = Array.from({ length: levels }, (_, i) => low + ((high - low) * i) / (levels - 1));
  return whole ? [...new Set(even.map((value) => Math.floor(value + 0.5)))] : even;
}

/** The value at `u` of the way from low to high; of a list or of whole numbers, each has an equal share of the way. */
function scaled(factor: FactorFile, u: number): unknown {
  if ("values" in factor) return factor.values[Math.floor(u * factor.values.length)];
  const { low, high, whole } = factor;
  return whole ? low + Math.floor(u * (high - low + 1)) : low + u * (high - low);
}
