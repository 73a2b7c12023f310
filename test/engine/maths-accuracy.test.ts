/**
 * The functions of src/engine/maths against values worked out to 60 digits (reference/README.md).
 */
import { describe, expect, it } from "vitest";
import { betaQuantile, incompleteBeta, tQuantile } from "../../src/engine/maths/beta.ts";
import { exp } from "../../src/engine/maths/exp.ts";
import { gammaP, gammaQuantile } from "../../src/engine/maths/gamma.ts";
import { logGamma } from "../../src/engine/maths/log-gamma.ts";
import { log } from "../../src/engine/maths/log.ts";
import { normalCdf, normalQuantile } from "../../src/engine/maths/normal.ts";
import { pow } from "../../src/engine/maths/pow.ts";
import betaQuantileRows from "./reference/beta-quantile.json";
import expRows from "./reference/exp.json";
import gammaPRows from "./reference/gamma-p.json";
import gammaQuantileRows from "./reference/gamma-quantile.json";
import incompleteBetaRows from "./reference/incomplete-beta.json";
import logGammaRows from "./reference/log-gamma.json";
import logRows from "./reference/log.json";
import normalCdfRows from "./reference/normal-cdf.json";
import normalQuantileRows from "./reference/normal-quantile.json";
import powRows from "./reference/pow.json";
import tQuantileRows from "./reference/t-quantile.json";

/** The largest relative error over rows of inputs followed by the expected value as high + low. */
function largestError(f: (...inputs: number[]) => number, rows: readonly (readonly number[])[]): number {
  let largest = 0;
  for (const row of rows) {
    const [high = NaN, low = NaN] = row.slice(-2);
    const error = Math.abs((f(...row.slice(0, -2)) - high - low) / high);
    // Written so that NaN counts as the largest of all.
    if (!(error <= largest)) largest = Number.isNaN(error) ? Infinity : error;
  }
  return largest;
}

describe("relative error against 60 digits", () => {
  it("log is within 1e-15, near 1 and for subnormal numbers too", () => {
    expect(largestError(log, logRows)).toBeLessThan(5e-16);
  });
  it("exp is within 1e-15 over its whole range", () => {
    expect(largestError(exp, expRows)).toBeLessThan(3e-16);
  });
  it("pow is within 1e-15 up to the largest and smallest results", () => {
    expect(largestError(pow, powRows)).toBeLessThan(1e-15);
  });
  it("normalCdf is within 1e-15 down to x = -37.5", () => {
    expect(largestError(normalCdf, normalCdfRows)).toBeLessThan(1e-15);
  });
  it("normalQuantile is within 1e-15 from p = 1e-300 to the largest p below 1", () => {
    expect(largestError(normalQuantile, normalQuantileRows)).toBeLessThan(1e-15);
  });
  it("logGamma is within 3e-15, also beside its zeros at 1 and 2", () => {
    expect(largestError(logGamma, logGammaRows)).toBeLessThan(3e-15);
  });
  it("gammaP and gammaQuantile are within 1e-13 for shapes from 0.01 to 1e6", () => {
    expect(largestError(gammaP, gammaPRows)).toBeLessThan(1e-13);
    expect(largestError(gammaQuantile, gammaQuantileRows)).toBeLessThan(1e-13);
  });
  it("incompleteBeta is within 3e-13, and betaQuantile within 1e-13", () => {
    expect(largestError(incompleteBeta, incompleteBetaRows)).toBeLessThan(3e-13);
    expect(largestError(betaQuantile, betaQuantileRows)).toBeLessThan(1e-13);
  });
  it("tQuantile is within 1e-13 from 1 degree of freedom to a million", () => {
    expect(largestError((degrees, p) => tQuantile(p, degrees), tQuantileRows)).toBeLessThan(1e-13);
  });
});
