import { describe, expect, test } from "vitest";
import { estimate, estimateDifference } from "../../src/experiment/statistics.ts";

describe("the mean over replications", () => {
  test("has the 95% interval of Student's t: 1 to 5 give 3 ± 2.776 × √(2.5 / 5)", () => {
    const { mean, low, high, n } = estimate([1, 2, 3, 4, 5]);
    expect({ mean, n }).toEqual({ mean: 3, n: 5 });
    // t(0.975; 4) = 2.7764451051977987
    expect(high - mean).toBeCloseTo(2.7764451051977987 * Math.sqrt(0.5), 12);
    expect(mean - low).toBeCloseTo(high - mean, 12);
  });

  test("with two values uses t with one degree of freedom: 12.706", () => {
    const { low, high } = estimate([0, 2]);
    expect(high).toBeCloseTo(1 + 12.706204736174694, 9);
    expect(low).toBeCloseTo(1 - 12.706204736174694, 9);
  });

  test("of one value is that value, with no interval", () => {
    expect(estimate([7])).toEqual({ mean: 7, low: NaN, high: NaN, n: 1 });
  });

  test("of none does not exist", () => {
    expect(estimate([])).toEqual({ mean: NaN, low: NaN, high: NaN, n: 0 });
    expect(estimate([NaN, NaN])).toEqual({ mean: NaN, low: NaN, high: NaN, n: 0 });
  });

  test("leaves out replications in which the figure does not exist", () => {
    expect(estimate([NaN, 1, 2, NaN, 3])).toEqual(estimate([1, 2, 3]));
  });

  test("of equal values is sure", () => {
    expect(estimate([4, 4, 4])).toEqual({ mean: 4, low: 4, high: 4, n: 3 });
  });
});

describe("a difference", () => {
  test("is of pairs: what both share does not widen it", () => {
    expect(estimateDifference([1, 100, 1000], [2, 101, 1001])).toEqual({ mean: 1, low: 1, high: 1, n: 3 });
  });

  test("is other minus base", () => {
    expect(estimateDifference([5, 6], [1, 2]).mean).toBe(-4);
  });

  test("leaves out a pair of which one half does not exist", () => {
    expect(estimateDifference([1, NaN, 3], [2, 5, NaN])).toEqual({ mean: 1, low: NaN, high: NaN, n: 1 });
  });

  test("takes no more pairs than the shorter of the two has", () => {
    expect(estimateDifference([1, 2, 3], [1, 2]).n).toBe(2);
  });
});
