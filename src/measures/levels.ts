/** How long a count of people stood at each level. */
import type { Days } from "../engine/time.ts";

/** Time at each level, in days; index is the level. */
export type TimeAtLevel = Float64Array;

export class LevelClock {
  level = 0;
  #since: Days = 0;
  #times: TimeAtLevel = new Float64Array(16);

  change(at: Days, by: 1 | -1): void {
    this.#times[this.level]! += at - this.#since;
    this.#since = at;
    this.level += by;
    if (this.level >= this.#times.length) {
      const larger = new Float64Array(2 * this.#times.length);
      larger.set(this.#times);
      this.#times = larger;
    }
  }

  /** Ends a stretch of time: gives what has been collected, and begins anew at the same level. */
  cut(at: Days): TimeAtLevel {
    this.#times[this.level]! += at - this.#since;
    this.#since = at;
    const times = this.#times;
    this.#times = new Float64Array(times.length);
    return times;
  }
}

export interface LevelSummary {
  readonly mean: number;
  readonly quantiles: readonly number[];
  readonly max: number;
}

/** The time-weighted mean, quantiles (the shares ascend) and largest level. NaN if no time went by. */
export function summariseLevels(times: TimeAtLevel, shares: readonly number[]): LevelSummary {
  let total = 0;
  let weighted = 0;
  let max = NaN;
  times.forEach((time, level) => {
    if (time === 0) return;
    total += time;
    weighted += time * level;
    max = level;
  });
  const quantiles: number[] = [];
  const goals = total > 0 ? shares.map((share) => share * total) : [];
  let reached = 0;
  for (let level = 0; level < times.length && quantiles.length < goals.length; level++) {
    reached += times[level]!;
    while (reached >= (goals[quantiles.length] ?? Infinity)) quantiles.push(level);
  }
  return { mean: weighted / total, quantiles: shares.map((_, i) => quantiles[i] ?? max), max };
}

/** The sum of several. */
export function addTimes(parts: readonly TimeAtLevel[]): TimeAtLevel {
  const sum = new Float64Array(Math.max(...parts.map((part) => part.length)));
  for (const part of parts) part.forEach((time, level) => (sum[level]! += time));
  return sum;
}
