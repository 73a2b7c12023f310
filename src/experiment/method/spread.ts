/**
 * The law by which a parameter's uncertainty is spread over its range, as an inverse distribution function: one uniform
 * number gives one value. Every law is cut at the range, so that no value lies outside it.
 *
 * `low` and `high` are read as a 95% interval: the standard deviation is a quarter of the range (more exactly 1 / 3.92 of
 * it), on the scale of the logarithm for the lognormal. Beta and gamma come from mean and standard deviation by the
 * method of moments (Briggs, Claxton and Sculpher 2006, Decision Modelling for Health Economic Evaluation, chapter 4);
 * the median of the lognormal is the value. A law that cannot be had from these numbers, such as a beta law whose value
 * is 1, gives way to the triangular one, whose mode is the value.
 */
import { betaQuantile, incompleteBeta } from "../../engine/maths/beta.ts";
import { exp } from "../../engine/maths/exp.ts";
import { gammaP, gammaQuantile } from "../../engine/maths/gamma.ts";
import { log } from "../../engine/maths/log.ts";
import { normalCdf, normalQuantile } from "../../engine/maths/normal.ts";

export const spreadLaws = ["uniform", "triangular", "normal", "lognormal", "beta", "gamma"] as const;
export type SpreadLaw = (typeof spreadLaws)[number];

export interface Spread {
  readonly law: SpreadLaw;
  readonly low: number;
  /** What is taken where nothing is uncertain; from low to high. Not used by the uniform law. */
  readonly value: number;
  /** Above `low`. */
  readonly high: number;
}

interface Distribution {
  readonly cdf: (x: number) => number;
  readonly quantile: (p: number) => number;
}

/** Standard deviations between the ends of a 95% interval of the normal law. */
const widths = 2 * normalQuantile(0.975);

/** The law that is really used, and its quantile for u above 0 and below 1. */
export function spreadOver(spread: Spread): { readonly law: SpreadLaw; readonly quantile: (u: number) => number } {
  const { law, low, high } = spread;
  if (law === "uniform") return { law, quantile: (u) => low + u * (high - low) };
  const distribution = law === "triangular" ? undefined : fitted(law, spread);
  if (distribution === undefined) return { law: "triangular", quantile: triangular(spread) };
  const below = distribution.cdf(low);
  const within = distribution.cdf(high) - below;
  const quantile = (u: number): number => Math.max(low, Math.min(high, distribution.quantile(below + u * within)));
  return { law, quantile };
}

function fitted(
  law: Exclude<SpreadLaw, "uniform" | "triangular">,
  { low, value, high }: Spread,
): Distribution | undefined {
  const sd = (high - low) / widths;
  switch (law) {
    case "normal":
      return { cdf: (x) => normalCdf((x - value) / sd), quantile: (p) => value + sd * normalQuantile(p) };
    case "lognormal": {
      if (!(low > 0)) return undefined;
      const sigma = (log(high) - log(low)) / widths;
      return {
        cdf: (x) => normalCdf((log(x) - log(value)) / sigma),
        quantile: (p) => value * exp(sigma * normalQuantile(p)),
      };
    }
    case "beta": {
      const both = (value * (1 - value)) / (sd * sd) - 1;
      if (!(low >= 0 && high <= 1 && value > 0 && value < 1 && both > 0)) return undefined;
      const [a, b] = [value * both, (1 - value) * both];
      return { cdf: (x) => incompleteBeta(a, b, x), quantile: (p) => betaQuantile(a, b, p) };
    }
    case "gamma": {
      if (!(low >= 0 && value > 0)) return undefined;
      const [shape, scale] = [(value / sd) * (value / sd), (sd * sd) / value];
      return { cdf: (x) => gammaP(shape, x / scale), quantile: (p) => scale * gammaQuantile(shape, p) };
    }
  }
}

function triangular({ low, value, high }: Spread): (u: number) => number {
  const range = high - low;
  const rise = (value - low) / range;
  return (u) =>
    u < rise ? low + Math.sqrt(u * range * (value - low)) : high - Math.sqrt((1 - u) * range * (high - value));
}

/**
 * The law that a provenance names, for the uncertainty of its number. None is named for most, and some name how people
 * differ (negative binomial counts, log-logistic waits), which says nothing of how well the number is known: triangular.
 * `undefined` for "fixed": a choice or a definition, which is not uncertain.
 */
export function lawOfProvenance(text: string): SpreadLaw | undefined {
  const word = text.trim().toLowerCase();
  if (word === "fixed") return undefined;
  return spreadLaws.find((law) => law === word) ?? "triangular";
}
