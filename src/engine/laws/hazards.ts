/**
 * Laws told by the chance of ending next, given that one has not ended yet: a hazard in steps, and a chance each day.
 */
import type { DailyChance, Hazard } from "../law-types.ts";
import { exp, expm1 } from "../maths/exp.ts";
import { log1p } from "../maths/log.ts";
import { pow } from "../maths/pow.ts";
import { type Chance, needNotNegative, needPositive } from "./chance.ts";

/** A century: who is still there then is taken never to leave. */
const LAST_DAY = 36_500;
/** Less than this is left to chance nowhere: the largest u leaves 2^-53. */
const NOTHING_LEFT = 8.673617379884035e-19; // 2^-60

/**
 * Hazard that is constant from each step to the next: ends where the cumulative hazard reaches -log1p(-u), or never
 * (Infinity).
 */
export function hazard(law: Hazard): Chance {
  const count = law.steps.length;
  if (!(count >= 1)) throw new RangeError(`hazard steps must hold 1 or more steps, got ${count}`);
  const from = Float64Array.from(law.steps, (step) => step.from_day);
  const rate = Float64Array.from(law.steps, (step) => step.per_day);
  if (from[0] !== 0) throw new RangeError(`hazard from_day must be 0 in the first step, got ${from[0]}`);
  for (const perDay of rate) needNotNegative("hazard per_day", perDay);
  /** Cumulative hazard at the start of each step. */
  const before = new Float64Array(count);
  for (let at = 1; at < count; at++) {
    const length = from[at]! - from[at - 1]!;
    if (!(length > 0 && length < Infinity)) {
      throw new RangeError(`hazard from_day must rise from step to step, got ${from[at]} after ${from[at - 1]}`);
    }
    before[at] = before[at - 1]! + length * rate[at - 1]!;
  }
  return {
    sample: (u) => {
      const target = -log1p(-u);
      let at = count - 1;
      while (at > 0 && before[at]! >= target) at--;
      // In a last step of 0 the division gives Infinity: the target lies beyond all hazard there is.
      return from[at]! + (target - before[at]!) / rate[at]!;
    },
    mean: () => stepMoments(from, rate, before).mean,
    variance: () => {
      const { mean, square } = stepMoments(from, rate, before);
      return mean < Infinity ? square - mean * mean : Infinity;
    },
  };
}

/**
 * E[T] and E[T^2] as the integrals of S(t) and of 2 t S(t). In a step from f, of length d and rate h, with S = S0
 * exp(-h (t - f)):
 *   the first gains S0 A and the second 2 S0 (f A + B), where A = (1 - e^-hd) / h and B = (A - d e^-hd) / h,
 * or d and d^2 / 2 for a rate of 0.
 */
function stepMoments(from: Float64Array, rate: Float64Array, before: Float64Array): { mean: number; square: number } {
  let mean = 0;
  let square = 0;
  for (let at = 0; at < from.length; at++) {
    const start = from[at]!;
    const h = rate[at]!;
    const d = at + 1 < from.length ? from[at + 1]! - start : Infinity;
    const survival = exp(-before[at]!);
    if (survival === 0) break;
    if (h === 0 && d === Infinity) return { mean: Infinity, square: Infinity };
    const area = h > 0 ? -expm1(-h * d) / h : d;
    const atEnd = d < Infinity ? d * exp(-h * d) : 0;
    // For a small h d the difference cancels; the series of B does not.
    const moment =
      h * d > 0.001
        ? (area - atEnd) / h
        : d * d * (1 / 2 - (h * d) / 3 + (h * d * h * d) / 8 - (h * d * h * d * h * d) / 30);
    mean += survival * area;
    square += 2 * survival * (start * area + moment);
  }
  return { mean, square };
}

/**
 * A chance of ending on each whole day. The survival is worked out once, day by day, until less than 2^-60 is left or
 * for a century; whoever would still be there after a century never ends (Infinity), and then mean and variance are
 * infinite too.
 */
export function dailyChance(law: DailyChance): Chance {
  const { first, last, shape, scale_days } = law;
  if (!(first >= 0 && first <= 1)) throw new RangeError(`daily_chance first must be between 0 and 1, got ${first}`);
  if (!(last >= 0 && last <= 1)) throw new RangeError(`daily_chance last must be between 0 and 1, got ${last}`);
  needPositive("daily_chance shape", shape);
  needPositive("daily_chance scale_days", scale_days);
  /** Survival after day x = 0, 1, 2, … */
  const left = [1];
  let survival = 1;
  for (let day = 1; day <= LAST_DAY && survival >= NOTHING_LEFT; day++) {
    survival *= 1 - (last + (first - last) / (1 + pow(day / scale_days, shape)));
    left.push(survival);
  }
  const table = Float64Array.from(left);
  const end = table.length - 1;
  const forEver = survival >= NOTHING_LEFT;
  // E[T] is the sum of S(x), and E[T^2] of (2 x + 1) S(x), over x = 0, 1, 2, …
  const mean = () => (forEver ? Infinity : table.reduce((sum, s) => sum + s, 0));
  return {
    sample: (u) => {
      const remaining = 1 - u;
      if (table[end]! > remaining) return Infinity;
      let low = 1;
      let high = end;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (table[middle]! <= remaining) high = middle;
        else low = middle + 1;
      }
      return low;
    },
    mean,
    variance: () => {
      const m = mean();
      return m < Infinity ? table.reduce((sum, s, day) => sum + (2 * day + 1) * s, 0) - m * m : Infinity;
    },
  };
}
