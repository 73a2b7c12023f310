/** How long a count of people stood at each level. */
import type { Days } from "../engine/time.ts";

/** Time at each level, in days; index is the level. */
export type TimeAtLevel = Float64Array;

/** A row of clocks, each of which adds up how long a count of people stands at each level. */
export class LevelClocks {
  readonly #level: Int32Array;
  readonly #since: Float64Array;
  readonly #times: TimeAtLevel[];

  constructor(clocks: number) {
    this.#level = new Int32Array(clocks);
    this.#since = new Float64Array(clocks);
    this.#times = Array.from({ length: clocks }, () => new Float64Array(16));
  }

  /** The present level of a clock. */
  level(clock: number): number {
    return this.#level[clock]!;
  }

  change(clock: number, at: Days, by: 1 | -1): void {
    const level = this.#level[clock]!;
    const times = this.#times[clock]!;
    times[level]! += at - this.#since[clock]!;
    this.#since[clock] = at;
    this.#level[clock] = level + by;
    if (level + by >= times.length) this.#grow(clock);
  }

  /** Ends a stretch of time: gives what each clock has collected, and begins anew at the same levels. */
  cut(at: Days): TimeAtLevel[] {
    return this.#times.map((times, clock) => {
      times[this.#level[clock]!]! += at - this.#since[clock]!;
      this.#since[clock] = at;
      this.#times[clock] = new Float64Array(times.length);
      return times;
    });
  }

  #grow(clock: number): void {
    const larger = new Float64Array(2 * this.#times[clock]!.length);
    larger.set(this.#times[clock]!);
    this.#times[clock] = larger;
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
  for (let level = 0; level < times.length; level++) {
    const time = times[level]!;
    if (time === 0) continue;
    total += time;
    weighted += time * level;
    max = level;
  }
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
  for (const part of parts) for (let level = 0; level < part.length; level++) sum[level]! += part[level]!;
  return sum;
}
