/**
 * Saltelli's design, from which Sobol' indices are estimated: two independent matrices A and B of points, and for each
 * factor i the matrix AB_i, which is A with column i taken from B (Saltelli 2002, Comput Phys Commun 145:280-297;
 * Saltelli et al. 2010, ibid. 181:259-270, table 2).
 */
import { sobolSequence } from "./sobol-sequence.ts";

/** Points in the unit cube, in groups of dimensions + 2: a row of A, its AB_1 … AB_k, and the row of B. */
export function saltelli(rows: number, dimensions: number, seed?: string): number[][] {
  return sobolSequence(rows, 2 * dimensions, seed).flatMap((both) => {
    const a = both.slice(0, dimensions);
    const b = both.slice(dimensions);
    return [a, ...b.map((_, i) => a.with(i, b[i]!)), b];
  });
}

/** What a model gives at the points of a `saltelli` design, put back into its matrices. */
export interface SaltelliOutputs {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** By factor. */
  readonly ab: readonly (readonly number[])[];
}

/** @param outputs one for each point of the design, in its order */
export function saltelliOutputs(outputs: readonly number[], dimensions: number): SaltelliOutputs {
  const group = dimensions + 2;
  if (outputs.length % group !== 0) {
    throw new RangeError(
      `Saltelli's design of ${dimensions} factors has a multiple of ${group} points, got ${outputs.length}`,
    );
  }
  const column = (at: number): number[] => outputs.filter((_, point) => point % group === at);
  return { a: column(0), b: column(group - 1), ab: Array.from({ length: dimensions }, (_, i) => column(i + 1)) };
}
