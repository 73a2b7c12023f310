/**
 * What is left of a law for somebody for whom it has lasted so long already: T given T > a.
 *
 * With F(a) the largest u whose duration is no longer than a, the inverse distribution function of what is left is
 * Q(F(a) + u (1 - F(a))): one uniform number a draw, as ever, and the same luck gives a longer duration where the law is longer.
 * F(a) is found by bisection on the sampler itself, so that both agree to the last bit, and for laws of whole days too. A
 * mixture is the mixture of what is left of its parts, each with the share of those who are still there.
 */
import type { Law } from "../law-types.ts";
import type { Days } from "../time.ts";
import { type Chance, placeOf } from "./chance.ts";

export interface Beyond {
  /** P(T > a). Relative error about 2^-53 / P(T > a). */
  readonly survival: number;
  /** T, above a, for u above 0 and below 1. Means nothing where `survival` is 0. */
  readonly sample: (u: number) => Days;
}

const SMALLEST_U = 5.551115123125783e-17; // 2^-54
const LARGEST_U = 0.9999999999999999; // 1 - 2^-53

/** @param chanceOf the chance of any law but a mixture */
export function beyond(law: Law, a: Days, chanceOf: (law: Law) => Chance): Beyond {
  if (law.law === "mixture") return beyondMixture(law, a, chanceOf);
  const { sample } = chanceOf(law);
  const passed = shareWithin(sample, a);
  const left = 1 - passed;
  // Never below a, whatever rounding does to a u that is close to 1.
  return { survival: left, sample: (u) => Math.max(a, sample(Math.min(LARGEST_U, passed + u * left))) };
}

/** The largest u of a sampler that is no longer than a; 0 if none is, 1 if all are. */
function shareWithin(sample: (u: number) => Days, a: Days): number {
  if (sample(SMALLEST_U) > a) return 0;
  if (sample(LARGEST_U) <= a) return 1;
  let low = SMALLEST_U;
  let high = LARGEST_U;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return low;
    if (sample(middle) <= a) low = middle;
    else high = middle;
  }
}

function beyondMixture(law: Extract<Law, { law: "mixture" }>, a: Days, chanceOf: (law: Law) => Chance): Beyond {
  const parts = law.parts.map(({ of }) => beyond(of, a, chanceOf));
  const shares = law.parts.map(({ probability }, i) => probability * parts[i]!.survival);
  const survival = shares.reduce((sum, share) => sum + share, 0);
  const sums = new Float64Array(shares.length);
  let sum = 0;
  shares.forEach((share, i) => (sums[i] = sum += share / survival));
  const last = shares.findLastIndex((share) => share > 0);
  if (last >= 0) sums.fill(1, last);
  return {
    survival,
    sample: (u) => {
      const at = placeOf(sums, u);
      const start = at === 0 ? 0 : sums[at - 1]!;
      return parts[at]!.sample(Math.max(SMALLEST_U, Math.min(LARGEST_U, (u - start) / (sums[at]! - start))));
    },
  };
}
