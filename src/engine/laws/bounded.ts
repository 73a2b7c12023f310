/**
 * Laws between two limits: a fixed duration, uniform, triangular, and the normal law cut off.
 */
import type { Law } from "../law-types.ts";
import { normalCdf, normalDensity, normalQuantile } from "../maths/normal.ts";
import type { Days } from "../time.ts";
import { type Chance, needNotNegative, needPositive } from "./chance.ts";

export function deterministic(law: Extract<Law, { law: "deterministic" }>): Chance {
  needNotNegative("deterministic days", law.days);
  const { days } = law;
  return { sample: () => days, mean: () => days, variance: () => 0 };
}

/** Every duration from low to high alike; the two may be the same. */
export function uniform(law: Extract<Law, { law: "uniform" }>): Chance {
  const { low_days: low, high_days: high } = law;
  needOrdered("uniform", low, high);
  const width = high - low;
  return { sample: (u) => low + width * u, mean: () => low + width / 2, variance: () => (width * width) / 12 };
}

/** Density rising in a straight line from low to mode and falling to high; all three may be the same. */
export function triangular(law: Extract<Law, { law: "triangular" }>): Chance {
  const { low_days: low, mode_days: mode, high_days: high } = law;
  needOrdered("triangular", low, high);
  if (!(mode >= low && mode <= high)) {
    throw new RangeError(`triangular mode_days must be between low_days and high_days, got ${mode}`);
  }
  const width = high - low;
  const rise = mode - low;
  const fall = high - mode;
  return {
    sample: (u) =>
      u * width < rise ? low + Math.sqrt(u * width * rise) : Math.max(mode, high - Math.sqrt((1 - u) * width * fall)),
    mean: () => (low + mode + high) / 3,
    variance: () => (rise * rise + rise * fall + fall * fall) / 18,
  };
}

/** A normal law given that it lies between low (0 unless given) and high (no limit unless given). */
export function truncatedNormal(law: Extract<Law, { law: "normal" }>): Chance {
  const { mean_days, sd_days, low_days: low = 0, high_days: high = Infinity } = law;
  if (!Number.isFinite(mean_days)) throw new RangeError(`normal mean_days must be finite, got ${mean_days}`);
  needPositive("normal sd_days", sd_days);
  needNotNegative("normal low_days", low);
  if (!(high > low)) throw new RangeError(`normal high_days must be above low_days, ${low}, got ${high}`);

  const from = (low - mean_days) / sd_days;
  const to = (high - mean_days) / sd_days;
  // Both cdf values near 1 would leave few digits between them: on that side the law is drawn in a mirror.
  const side = from > 0 ? -1 : 1;
  const start = normalCdf(side * from);
  const span = normalCdf(side * to) - start;
  if (span === 0)
    throw new RangeError(`normal must have some chance between low_days and high_days, got mean ${mean_days}`);

  const within = (days: Days) => Math.max(low, Math.min(high, days));
  // Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1 (1994), chapter 13.
  const share = Math.abs(span);
  const shift = (normalDensity(from) - normalDensity(to)) / share;
  const spread = (from * normalDensity(from) - (to < Infinity ? to * normalDensity(to) : 0)) / share;
  return {
    sample: (u) => within(mean_days + side * sd_days * normalQuantile(start + span * u)),
    mean: () => mean_days + sd_days * shift,
    variance: () => sd_days * sd_days * (1 + spread - shift * shift),
  };
}

function needOrdered(name: string, low: number, high: number): void {
  needNotNegative(`${name} low_days`, low);
  if (!(high >= low && high < Infinity)) {
    throw new RangeError(`${name} high_days must be finite and no less than low_days, ${low}, got ${high}`);
  }
}
