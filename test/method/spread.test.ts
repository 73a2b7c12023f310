/** How the uncertainty of a parameter is spread over its range. */
import { describe, expect, test } from "vitest";
import { normalQuantile } from "../../src/engine/maths/normal.ts";
import { lawOfProvenance, type Spread, spreadOver } from "../../src/experiment/method/spread.ts";

/** Mean and standard deviation of the law by the midpoint rule over u. */
function moments(spread: Spread): { mean: number; sd: number; law: string } {
  const { law, quantile } = spreadOver(spread);
  const values = Array.from({ length: 20_000 }, (_, i) => quantile((i + 0.5) / 20_000));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / values.length), law };
}

describe("spread over a range", () => {
  test("uniform and triangular, against their formulas", () => {
    expect(moments({ law: "uniform", low: 2, value: 2, high: 8 })).toMatchObject({
      mean: expect.closeTo(5, 6) as number,
      sd: expect.closeTo(6 / Math.sqrt(12), 4) as number,
    });
    const [a, c, b] = [1, 2, 6];
    expect(moments({ law: "triangular", low: a, value: c, high: b })).toMatchObject({
      mean: expect.closeTo((a + b + c) / 3, 4) as number,
      sd: expect.closeTo(Math.sqrt((a * a + b * b + c * c - a * b - a * c - b * c) / 18), 4) as number,
    });
  });

  test("a mode at either end", () => {
    expect(moments({ law: "triangular", low: 0, value: 0, high: 3 }).mean).toBeCloseTo(1, 4);
    expect(moments({ law: "triangular", low: 0, value: 3, high: 3 }).mean).toBeCloseTo(2, 4);
  });

  /** The range holds 95% of the law: cut there, a normal has this share of its variance left. */
  const z = normalQuantile(0.975);
  const cut = Math.sqrt(1 - (2 * z * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI) / 0.95);

  test("normal: mean at the value, range as 95% interval, cut there", () => {
    const { mean, sd } = moments({ law: "normal", low: 10 - z, value: 10, high: 10 + z });
    expect(mean).toBeCloseTo(10, 6);
    expect(sd).toBeCloseTo(cut, 3);
  });

  test("lognormal: the median is the value where the range is even about it", () => {
    const { quantile } = spreadOver({ law: "lognormal", low: 5, value: 10, high: 20 });
    expect(quantile(0.5)).toBeCloseTo(10, 10);
    expect(quantile(1e-12)).toBeCloseTo(5, 6);
    expect(quantile(1 - 1e-12)).toBeCloseTo(20, 6);
  });

  test.each(["beta", "gamma"] as const)("%s: mean and standard deviation of a narrow range", (law) => {
    const { mean, sd, law: used } = moments({ law, low: 0.345, value: 0.35, high: 0.355 });
    expect(used).toBe(law);
    expect(mean).toBeCloseTo(0.35, 4);
    expect(sd).toBeCloseTo((cut * 0.005) / z, 5);
  });

  test.each([
    { law: "beta", low: 0.5, value: 1, high: 1 },
    { law: "beta", low: 0.5, value: 1.5, high: 2 },
    { law: "lognormal", low: 0, value: 1, high: 2 },
    { law: "gamma", low: -1, value: 0, high: 2 },
  ] as const)("%j cannot be had: triangular", (spread) => {
    expect(spreadOver(spread).law).toBe("triangular");
  });

  test("no value lies outside, and more of u never gives less", () => {
    for (const law of ["uniform", "triangular", "normal", "lognormal", "beta", "gamma"] as const) {
      const { quantile } = spreadOver({ law, low: 0.1, value: 0.12, high: 0.9 });
      let before = 0.1;
      for (const u of [1e-16, ...Array.from({ length: 99 }, (_, i) => (i + 1) / 100), 1 - 1e-16]) {
        expect(quantile(u)).toBeGreaterThanOrEqual(before);
        before = quantile(u);
      }
      expect(before).toBeLessThanOrEqual(0.9);
    }
  });
});

test("what the provenance says of a law", () => {
  expect(["Beta", "", "negative binomial", "fixed"].map(lawOfProvenance)).toEqual([
    "beta",
    "triangular",
    "triangular",
    undefined,
  ]);
});
