/** Quantities that step through time, such as servers on duty or a rate of arrivals. */
import type { Days } from "./time.ts";

/** From `from_day` on the value holds; after `repeat_every_days` the steps begin again (Infinity: never). */
export interface Schedule {
  readonly steps: readonly { readonly from_day: Days; readonly value: number }[];
  readonly repeat_every_days: Days;
}

/** The value at time `at`. */
export function valueAt({ steps, repeat_every_days: period }: Schedule, at: Days): number {
  const within = period === Infinity ? at : at - Math.floor(at / period) * period;
  let low = 0;
  for (let high = steps.length; high - low > 1;) {
    const middle = (low + high) >> 1;
    if (steps[middle]!.from_day <= within) low = middle;
    else high = middle;
  }
  return steps[low]!.value;
}

/** The step number `count` since day 0, counting through the repetitions; its time is Infinity if it never comes. */
export function stepNumber({ steps, repeat_every_days: period }: Schedule, count: number): { at: Days; value: number } {
  const cycle = Math.floor(count / steps.length);
  const { from_day, value } = steps[count % steps.length]!;
  return { at: cycle === 0 ? from_day : cycle * period + from_day, value };
}

export const largestValue = ({ steps }: Schedule): number => Math.max(...steps.map((step) => step.value));
