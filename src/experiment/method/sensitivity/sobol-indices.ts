/**
 * Sobol' indices: the share of the variance of a result that goes back to each factor, alone (first order) and with all
 * its interactions (total), when factors vary independently over their ranges.
 *
 * With outputs centred by their mean f0 and variance V over A and B:
 *   S_i  = mean(f(B) (f(AB_i) - f(A))) / V          Saltelli et al. 2010, Comput Phys Commun 181:259-270, table 2 (b)
 *   ST_i = mean((f(A) - f(AB_i))^2) / (2 V)         Jansen 1999, ibid. 117:35-43; table 2 (f) there
 * Intervals are percentiles over resampled rows of the design (Archer, Saltelli and Sobol' 1997, J Stat Comput Simul
 * 58:99-120).
 */
import { Streams } from "../../../engine/streams.ts";
import type { SaltelliOutputs } from "../designs/saltelli.ts";

export interface Index {
  readonly value: number;
  /** 95% interval over bootstrap samples. */
  readonly low: number;
  readonly high: number;
}

export interface SobolIndices {
  /** By factor. */
  readonly first: readonly Index[];
  readonly total: readonly Index[];
}

export interface Bootstrap {
  readonly seed: string;
  /** 1 or more; a thousand is usual. */
  readonly resamples: number;
}

export function sobolIndices(outputs: SaltelliOutputs, { seed, resamples }: Bootstrap): SobolIndices {
  const rows = outputs.a.length;
  const factors = outputs.ab.length;
  if (rows < 2) throw new RangeError(`Sobol' indices need 2 or more rows of Saltelli's design, got ${rows}`);
  const streams = new Streams(seed, 0);
  const source = streams.source("sobol indices");
  const pick = streams.question("row to take");
  const whole = indicesOf(
    outputs,
    Int32Array.from({ length: rows }, (_, row) => row),
  );
  const samples = Array.from({ length: resamples }, (_, sample) =>
    indicesOf(
      outputs,
      Int32Array.from({ length: rows }, (_row, i) => streams.draw(source, i, pick, sample) * rows),
    ),
  );
  const withInterval = (which: "first" | "total"): Index[] =>
    Array.from({ length: factors }, (_, factor) => {
      const sorted = samples.map((sample) => sample[which][factor]!).toSorted((x, y) => x - y);
      return { value: whole[which][factor]!, low: percentile(sorted, 0.025), high: percentile(sorted, 0.975) };
    });
  return { first: withInterval("first"), total: withInterval("total") };
}

function indicesOf({ a, b, ab }: SaltelliOutputs, rows: Int32Array): { first: number[]; total: number[] } {
  let sum = 0;
  for (const row of rows) sum += a[row]! + b[row]!;
  const mean = sum / (2 * rows.length);
  let variance = 0;
  for (const row of rows) {
    const da = a[row]! - mean;
    const db = b[row]! - mean;
    variance += (da * da + db * db) / (2 * rows.length);
  }
  const share = (term: (row: number) => number): number => {
    let total = 0;
    for (const row of rows) total += term(row);
    return total / rows.length / variance;
  };
  return {
    first: ab.map((f) => share((row) => (b[row]! - mean) * (f[row]! - a[row]!))),
    total: ab.map((f) => share((row) => ((a[row]! - f[row]!) * (a[row]! - f[row]!)) / 2)),
  };
}

/** Between the two nearest of sorted values, in proportion. */
function percentile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
}
