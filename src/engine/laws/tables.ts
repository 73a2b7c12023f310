/**
 * Laws made of parts: listed values, observed values, and mixtures of other laws.
 */
import type { Law } from "../law-types.ts";
import { type Chance, cumulative, needNotNegative, placeOf } from "./chance.ts";

const SMALLEST_U = 5.551115123125783e-17; // 2^-54
const LARGEST_U = 0.9999999999999999; // 1 - 2^-53

/**
 * Listed values, each with its probability. Values are put in order first, so that a larger u never gives a shorter
 * duration.
 */
export function discrete(law: Extract<Law, { law: "discrete" }>): Chance {
  for (const { days } of law.values) needNotNegative("discrete days", days);
  const values = law.values.toSorted((a, b) => a.days - b.days);
  const sums = cumulative(
    "discrete",
    values.map((value) => value.probability),
  );
  const days = Float64Array.from(values, (value) => value.days);
  const mean = () => values.reduce((sum, value) => sum + value.probability * value.days, 0);
  return {
    sample: (u) => days[placeOf(sums, u)]!,
    mean,
    variance: () => {
      const m = mean();
      return values.reduce((sum, value) => sum + value.probability * (value.days - m) * (value.days - m), 0);
    },
  };
}

/** Each of the observed values with equal chance; the variance is that of the values as the whole population. */
export function empirical(law: Extract<Law, { law: "empirical" }>): Chance {
  const values = Float64Array.from(law.values_days).toSorted();
  const count = values.length;
  if (!(count >= 1)) throw new RangeError(`empirical values_days must hold 1 or more values, got ${count}`);
  for (const value of values) needNotNegative("empirical value", value);
  const mean = () => values.reduce((sum, value) => sum + value, 0) / count;
  return {
    sample: (u) => values[Math.min(count - 1, Math.floor(u * count))]!,
    mean,
    variance: () => {
      const m = mean();
      return values.reduce((sum, value) => sum + (value - m) * (value - m), 0) / count;
    },
  };
}

/**
 * One of several laws. u picks the part by the running sums of the probabilities, and where u lies inside that part's
 * share is the u of the part; so one uniform number does, but a larger u may give a shorter duration, and a part
 * with probability p sees only u's that are 2^-53 / p apart.
 */
export function mixture(law: Extract<Law, { law: "mixture" }>, chanceOf: (part: Law) => Chance): Chance {
  const probabilities = law.parts.map((part) => part.probability);
  const sums = cumulative("mixture", probabilities);
  const parts = law.parts.map((part) => chanceOf(part.of));
  const samples = parts.map((part) => part.sample);
  const weighted = (figure: (part: Chance) => number) =>
    parts.reduce((sum, part, at) => {
      const probability = probabilities[at]!;
      return probability > 0 ? sum + probability * figure(part) : sum;
    }, 0);
  const mean = () => weighted((part) => part.mean());
  return {
    sample: (u) => {
      const at = placeOf(sums, u);
      const start = at === 0 ? 0 : sums[at - 1]!;
      const inside = (u - start) / (sums[at]! - start);
      // Rounding may reach 0 or 1, where a part would give an endless duration.
      return samples[at]!(Math.max(SMALLEST_U, Math.min(LARGEST_U, inside)));
    },
    mean,
    variance: () => {
      const m = mean();
      if (m === Infinity) return Infinity;
      return weighted((part) => part.variance() + (part.mean() - m) * (part.mean() - m));
    },
  };
}
