/** What is left of a law when it has lasted so long already, against closed forms. */
import { describe, expect, test } from "vitest";
import type { Law } from "../../src/engine/law-types.ts";
import { lawBeyond, sampler } from "../../src/engine/laws.ts";

const us = [1e-12, 0.001, 0.2, 0.5, 0.8, 0.999, 1 - 1e-6];

describe("what is left of a law", () => {
  test("exponential: as if nothing had been waited", () => {
    const law: Law = { law: "exponential", mean_days: 30 };
    const { survival, sample } = lawBeyond(law, 60);
    expect(survival).toBeCloseTo(Math.exp(-2), 14);
    for (const u of us) expect(sample(u) - 60).toBeCloseTo(sampler(law)(u), 6);
  });

  test("Weibull: (T / scale)^shape is a + an exponential", () => {
    const { survival, sample } = lawBeyond({ law: "weibull", shape: 1.5, scale_days: 100 }, 80);
    expect(survival).toBeCloseTo(Math.exp(-(0.8 ** 1.5)), 14);
    for (const u of us) expect(sample(u)).toBeCloseTo(100 * (0.8 ** 1.5 - Math.log1p(-u)) ** (1 / 1.5), 6);
  });

  test("uniform: uniform on what is left", () => {
    const { survival, sample } = lawBeyond({ law: "uniform", low_days: 10, high_days: 50 }, 30);
    expect(survival).toBeCloseTo(0.5, 14);
    for (const u of us) expect(sample(u)).toBeCloseTo(30 + 20 * u, 10);
  });

  test("log-logistic: odds of 1 + (a / scale)^shape", () => {
    const { survival, sample } = lawBeyond({ law: "log_logistic", shape: 2, scale_days: 40 }, 80);
    expect(survival).toBeCloseTo(1 / 5, 14);
    for (const u of us.slice(0, -1)) expect(sample(u)).toBeCloseTo(40 * Math.sqrt(5 / (1 - u) - 1), 4);
  });

  test("hazard in steps: the clock goes on from the hazard that has gone by", () => {
    const law: Law = {
      law: "hazard",
      steps: [
        { from_day: 0, per_day: 0.01 },
        { from_day: 50, per_day: 0.1 },
      ],
    };
    const { survival, sample } = lawBeyond(law, 40);
    expect(survival).toBeCloseTo(Math.exp(-0.4), 14);
    for (const u of us) {
      const target = 0.4 - Math.log1p(-u);
      expect(sample(u)).toBeCloseTo(target < 0.5 ? target / 0.01 : 50 + (target - 0.5) / 0.1, 6);
    }
  });

  test("whole days and listed values: only later ones are left, with their shares", () => {
    const law: Law = {
      law: "discrete",
      values: [5, 10, 20].map((days, i) => ({ days, probability: [0.5, 0.3, 0.2][i]! })),
    };
    const { survival, sample } = lawBeyond(law, 5);
    expect(survival).toBeCloseTo(0.5, 14);
    expect([0.01, 0.59, 0.61, 0.99].map(sample)).toEqual([10, 10, 20, 20]);
    expect(lawBeyond(law, 4.99).survival).toBe(1);
    expect(lawBeyond(law, 20).survival).toBe(0);
    const daily = lawBeyond({ law: "daily_chance", first: 0.1, last: 0.1, shape: 1, scale_days: 1 }, 7);
    expect(daily.survival).toBeCloseTo(0.9 ** 7, 12);
    expect(daily.sample(1e-9)).toBe(8);
    expect(daily.sample(0.15)).toBe(9);
  });

  test("a mixture: those who are patient are still there", () => {
    const parts = [
      { probability: 0.5, of: 1 },
      { probability: 0.5, of: 100 },
    ];
    const law: Law = {
      law: "mixture",
      parts: parts.map(({ probability, of }) => ({ probability, of: { law: "exponential", mean_days: of } })),
    };
    const a = 10;
    const { survival, sample } = lawBeyond(law, a);
    expect(survival).toBeCloseTo(0.5 * Math.exp(-10) + 0.5 * Math.exp(-0.1), 14);
    const n = 20_000;
    const mean = Array.from({ length: n }, (_, i) => sample((i + 0.5) / n)).reduce((sum, x) => sum + x, 0) / n;
    const due = (0.5 * Math.exp(-10) * 11 + 0.5 * Math.exp(-0.1) * 110) / survival;
    expect(Math.abs(mean / due - 1)).toBeLessThan(0.001);
  });

  test("nothing waited changes nothing, and what comes is never earlier than what was waited", () => {
    const laws: Law[] = [
      { law: "lognormal", mean_days: 40, sd_days: 30 },
      { law: "gamma", shape: 0.7, scale_days: 10 },
      { law: "normal", mean_days: 20, sd_days: 5, low_days: 0, high_days: 60 },
      { law: "empirical", values_days: [3, 9, 30] },
    ];
    for (const law of laws) {
      for (const u of us) {
        expect(lawBeyond(law, 0).sample(u)).toBeCloseTo(sampler(law)(u), 10);
        expect(lawBeyond(law, 12).sample(u)).toBeGreaterThanOrEqual(12);
      }
    }
  });
});
