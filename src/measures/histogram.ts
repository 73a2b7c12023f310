/**
 * A histogram of durations whose memory does not grow with their number. Each octave (factor of two) has 256 bins, and
 * each bin keeps the sum of what fell into it: a quantile comes out as the mean of its bin, exact where the bin holds
 * one value (as with whole days) and within 0.2% otherwise. Count, mean, maximum and shares within limits are exact.
 */
import type { Days } from "../engine/time.ts";

const binsInOctave = 256;
/** Octaves from 2^-20 days (a tenth of a second) up; anything shorter counts as 0. */
const firstExponent = 1023 - 20;
const shortest = 2 ** -20;

const asDouble = new Float64Array(1);
const asWords = new Uint32Array(asDouble.buffer);

export class Histogram {
  readonly #limits: readonly Days[];
  /** By octave: count and sum of each bin, in turn. */
  readonly #octaves: (Float64Array | undefined)[] = [];
  #zeros = 0;
  count = 0;
  sum = 0;
  max: Days = -Infinity;
  /** How many were within each of the limits. */
  readonly within: Float64Array;

  constructor(limits: readonly Days[]) {
    this.#limits = limits;
    this.within = new Float64Array(limits.length);
  }

  add(duration: Days): void {
    this.count++;
    this.sum += duration;
    if (duration > this.max) this.max = duration;
    for (let i = 0; i < this.#limits.length; i++) if (duration <= this.#limits[i]!) this.within[i]!++;
    if (duration < shortest) {
      this.#zeros++;
      return;
    }
    asDouble[0] = duration;
    const high = asWords[1]!;
    const octave = (high >>> 20) - firstExponent;
    const bins = (this.#octaves[octave] ??= new Float64Array(2 * binsInOctave));
    const bin = 2 * ((high >>> 12) & (binsInOctave - 1));
    bins[bin]!++;
    bins[bin + 1]! += duration;
  }

  /** Adds a duration of 0, as `add` would: the wait of somebody who was served at once. */
  addZero(): void {
    this.count++;
    this.#zeros++;
    if (this.max < 0) this.max = 0;
    for (let i = 0; i < this.#limits.length; i++) if (this.#limits[i]! >= 0) this.within[i]!++;
  }

  /** Adds everything that is in another histogram with the same limits. */
  addAll(other: Histogram): void {
    if (other.count === 0) return;
    this.count += other.count;
    this.sum += other.sum;
    this.#zeros += other.#zeros;
    if (other.max > this.max) this.max = other.max;
    for (let i = 0; i < this.within.length; i++) this.within[i]! += other.within[i]!;
    other.#octaves.forEach((bins, octave) => {
      if (!bins) return;
      const own = (this.#octaves[octave] ??= new Float64Array(2 * binsInOctave));
      // Most bins are empty in a small model, and to look is quicker than to add.
      for (let bin = 0; bin < bins.length; bin += 2) {
        if (bins[bin] === 0) continue;
        own[bin]! += bins[bin]!;
        own[bin + 1]! += bins[bin + 1]!;
      }
    });
  }

  /** NaN if empty. */
  get mean(): Days {
    return this.sum / this.count;
  }

  /** Every bin that holds anything, from the shortest durations up. */
  forEachBin(visit: (count: number, mean: Days, octave: number, bin: number) => void): void {
    if (this.#zeros > 0) visit(this.#zeros, 0, -1, 0);
    this.#octaves.forEach((bins, octave) => {
      if (!bins) return;
      for (let bin = 0; bin < binsInOctave; bin++) {
        const count = bins[2 * bin]!;
        if (count > 0) visit(count, bins[2 * bin + 1]! / count, octave, bin);
      }
    });
  }

  /** For each share the smallest duration that at least that share does not exceed; the shares ascend. NaN if empty. */
  quantiles(shares: readonly number[]): Days[] {
    const found: Days[] = [];
    let reached = 0;
    this.forEachBin((count, mean) => {
      reached += count;
      while (found.length < shares.length && reached >= shares[found.length]! * this.count) found.push(mean);
    });
    return shares.map((_, i) => found[i] ?? NaN);
  }
}
