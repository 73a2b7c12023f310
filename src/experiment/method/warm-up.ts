/** How long a run needs to forget how it began, for one series of equally spaced values. */

export interface Settling {
  /** Number of the first value to keep. */
  readonly from: number;
  /** False where the answer lies in the last half of the series: then it is too short to tell. */
  readonly settled: boolean;
}

const batch = 5;

/**
 * MSER-5: the cut d that makes the standard error of what is left smallest, sum (y - mean)^2 / (n - d)^2, over means of
 * five values (White 1997, Simulation 69:323-334; White, Cobb and Spratt 2000, Proc Winter Simulation Conf 755-760).
 */
export function mser5(series: ArrayLike<number>): Settling {
  const batches = Math.floor(series.length / batch);
  const means = Array.from({ length: batches }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < batch; j++) sum += series[batch * i + j]!;
    return sum / batch;
  });
  let best = { cut: 0, error: Infinity };
  // From the end, so that each cut adds one value to those that are left (Welford 1962, Technometrics 4:419-420).
  let mean = 0;
  let squares = 0;
  for (let cut = batches - 1, n = 1; cut >= 0; cut--, n++) {
    const off = means[cut]! - mean;
    mean += off / n;
    squares += off * (means[cut]! - mean);
    // The last few alone may agree by chance: White's rule of never fewer than five batches.
    if (n >= 5 && squares / n / n <= best.error) best = { cut, error: squares / n / n };
  }
  return { from: best.cut * batch, settled: best.error < Infinity && best.cut <= batches / 2 };
}

/**
 * Welch's moving average over `window` values on either side, fewer near the ends (Welch 1983, The Statistical Analysis
 * of Simulation Results, in Computer Performance Modeling Handbook, 268-328).
 */
export function movingAverage(series: ArrayLike<number>, window: number): Float64Array {
  const sums = new Float64Array(series.length + 1);
  for (let i = 0; i < series.length; i++) sums[i + 1] = sums[i]! + series[i]!;
  return Float64Array.from({ length: series.length }, (_, i) => {
    const reach = Math.min(window, i, series.length - 1 - i);
    return (sums[i + reach + 1]! - sums[i - reach]!) / (2 * reach + 1);
  });
}

/**
 * Welch's reading of that curve, as a rule: it has levelled off where it first enters the band that it keeps to in the
 * last half of the series.
 */
export function welch(series: ArrayLike<number>, window: number): Settling {
  const curve = movingAverage(series, window);
  const half = Math.ceil(curve.length / 2);
  let low = Infinity;
  let high = -Infinity;
  for (let i = half; i < curve.length - window; i++) {
    if (curve[i]! < low) low = curve[i]!;
    if (curve[i]! > high) high = curve[i]!;
  }
  const from = curve.findIndex((value) => value >= low && value <= high);
  return from < 0 ? { from: half, settled: false } : { from, settled: from < half };
}
