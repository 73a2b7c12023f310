/**
 * Parameter and Monte-Carlo uncertainty kept apart, by analysis of variance with random effects.
 *
 * y[p][k] is a figure, or a difference, with draw p of the parameters and the luck of replication k. Under common random
 * numbers the luck of k is the same for every draw, so that draws and replications are crossed:
 *   y[p][k] = mean + draw_p + luck_k + rest_pk,
 * with mean squares of draws, luck and rest, MS_p, MS_k and MS_e, and the usual unbiased estimates (Searle, Casella and
 * McCulloch 1992, Variance Components, chapter 4)
 *   var(draw) = (MS_p - MS_e) / M,  var(luck) = (MS_k - MS_e) / N,  var(rest) = MS_e,
 *   var(grand mean) = (MS_p + MS_k - MS_e) / (N M).
 * With independent replications in every draw it would be nested, as in O'Hagan, Stevenson and Madan 2007 (Health Econ
 * 16:1009-1023), of which this is the version for common luck.
 *
 * The mean of M replications spreads over draws by more than the parameters do, by var(rest) / M. `adjusted` draws these
 * means towards their own mean, by sqrt(1 - MS_e / MS_p), so that they spread as the parameters do.
 */
export interface Components {
  readonly mean: number;
  /** Standard error of the mean: few draws, few replications, or both. */
  readonly standard_error: number;
  /** The part of it that more replications would lessen: sqrt(var(luck) / M + var(rest) / (N M)). */
  readonly chance_error: number;
  /** May come out below 0 where it is small: then it is not to be told from 0. */
  readonly draw_variance: number;
  readonly luck_variance: number;
  readonly rest_variance: number;
  /** By draw: the mean over replications. */
  readonly means: readonly number[];
  /** By draw: without the spread that only few replications give. */
  readonly adjusted: readonly number[];
}

/** @param values by draw, then by replication: 2 or more of each, all there */
export function crossedComponents(values: readonly (readonly number[])[]): Components {
  const n = values.length;
  const m = values[0]?.length ?? 0;
  if (n < 2 || m < 2 || values.some((row) => row.length !== m || row.some(Number.isNaN))) {
    throw new RangeError(
      `variance components need 2 or more draws with the same 2 or more replications, got ${n} and ${m}`,
    );
  }
  const means = values.map((row) => sum(row) / m);
  const lucks = Array.from({ length: m }, (_, k) => sum(values.map((row) => row[k]!)) / n);
  const mean = sum(means) / n;
  const squares = (list: readonly number[]): number => sum(list.map((value) => (value - mean) * (value - mean)));
  const msDraw = (m * squares(means)) / (n - 1);
  const msLuck = (n * squares(lucks)) / (m - 1);
  const rest = values.flatMap((row, p) => row.map((value, k) => value - means[p]! - lucks[k]! + mean));
  const msRest = sum(rest.map((value) => value * value)) / ((n - 1) * (m - 1));
  const shrink = msDraw > msRest ? Math.sqrt(1 - msRest / msDraw) : 0;
  return {
    mean,
    standard_error: Math.sqrt(Math.max(0, msDraw + msLuck - msRest) / (n * m)),
    // var(luck) / M + var(rest) / (N M) is MS_k / (N M).
    chance_error: Math.sqrt(msLuck / (n * m)),
    draw_variance: (msDraw - msRest) / m,
    luck_variance: (msLuck - msRest) / n,
    rest_variance: msRest,
    means,
    adjusted: means.map((value) => mean + shrink * (value - mean)),
  };
}

const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
