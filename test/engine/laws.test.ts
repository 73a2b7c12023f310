/**
 * The laws of chance: samples on an even grid of u against mean and variance, known quantiles, shape, refusals.
 */
import { describe, expect, it } from "vitest";
import type { Law } from "../../src/engine/law-types.ts";
import { lowerBounds, mean, sampler, variance } from "../../src/engine/laws.ts";
import { log1p } from "../../src/engine/maths/log.ts";

const GRID = 100_000;

/** A sampler's mean and variance over the midpoints of an even grid of u. */
function onGrid(law: Law): { mean: number; variance: number } {
  const sample = sampler(law);
  const values = Float64Array.from({ length: GRID }, (_, k) => sample((k + 0.5) / GRID));
  const m = values.reduce((sum, value) => sum + value, 0) / GRID;
  return { mean: m, variance: values.reduce((sum, value) => sum + (value - m) ** 2, 0) / GRID };
}

const quantile = (law: Law, u: number) => sampler(law)(u);
const logLogistic = (shape: number): Law => ({ law: "log_logistic", shape, scale_days: 5 });

/** Each law, and what mean and variance must be where a formula from elsewhere tells. */
const laws: Record<string, { law: Law; mean?: number; variance?: number }> = {
  deterministic: { law: { law: "deterministic", days: 5 }, mean: 5, variance: 0 },
  exponential: { law: { law: "exponential", mean_days: 30 }, mean: 30, variance: 900 },
  erlang: { law: { law: "erlang", stages: 4, mean_days: 20 }, mean: 20, variance: 100 },
  "erlang of many stages": { law: { law: "erlang", stages: 60, mean_days: 60 }, mean: 60, variance: 60 },
  gamma: { law: { law: "gamma", shape: 0.7, scale_days: 10 }, mean: 7, variance: 70 },
  "lognormal by mean and sd": { law: { law: "lognormal", mean_days: 45, sd_days: 20 }, mean: 45, variance: 400 },
  "lognormal by its logarithm": {
    law: { law: "lognormal", mu_log_days: 1, sigma_log: 0.5 },
    mean: Math.exp(1.125),
    variance: Math.exp(2.25) * (Math.exp(0.25) - 1),
  },
  weibull: {
    law: { law: "weibull", shape: 2, scale_days: 10 },
    mean: 5 * Math.sqrt(Math.PI),
    variance: 100 - 25 * Math.PI,
  },
  log_logistic: {
    law: { law: "log_logistic", shape: 6, scale_days: 12 },
    mean: (12 * Math.PI) / 6 / Math.sin(Math.PI / 6),
    variance: 144 * (Math.PI / 3 / Math.sin(Math.PI / 3) - (Math.PI / 6 / Math.sin(Math.PI / 6)) ** 2),
  },
  uniform: { law: { law: "uniform", low_days: 2, high_days: 8 }, mean: 5, variance: 3 },
  triangular: { law: { law: "triangular", low_days: 1, mode_days: 3, high_days: 11 }, mean: 5, variance: 84 / 18 },
  "normal that is hardly cut": { law: { law: "normal", mean_days: 100, sd_days: 10 }, mean: 100, variance: 100 },
  "normal cut on both sides": { law: { law: "normal", mean_days: 10, sd_days: 5, low_days: 8, high_days: 20 } },
  "normal cut at its mean": {
    law: { law: "normal", mean_days: 0, sd_days: 1 },
    mean: Math.sqrt(2 / Math.PI),
    variance: 1 - 2 / Math.PI,
  },
  "normal far in its tail": { law: { law: "normal", mean_days: -40, sd_days: 5 } },
  discrete: {
    law: {
      law: "discrete",
      values: [
        { days: 14, probability: 0.25 },
        { days: 7, probability: 0.75 },
      ],
    },
    mean: 8.75,
    variance: 9.1875,
  },
  mixture: {
    law: {
      law: "mixture",
      parts: [
        { probability: 0.3, of: { law: "exponential", mean_days: 10 } },
        { probability: 0, of: { law: "log_logistic", shape: 0.5, scale_days: 1 } },
        { probability: 0.7, of: { law: "erlang", stages: 2, mean_days: 40 } },
      ],
    },
    mean: 31,
    variance: 0.3 * 200 + 0.7 * 2400 - 961,
  },
  empirical: { law: { law: "empirical", values_days: [9, 1, 2, 4] }, mean: 4, variance: 9.5 },
  hazard: {
    law: {
      law: "hazard",
      steps: [
        { from_day: 0, per_day: 0.1 },
        { from_day: 5, per_day: 0 },
        { from_day: 9, per_day: 0.00001 },
        { from_day: 15, per_day: 0.2 },
      ],
    },
  },
  daily_chance: { law: { law: "daily_chance", first: 0.02, last: 0.1, shape: 2, scale_days: 20 } },
  "daily_chance that never changes": {
    law: { law: "daily_chance", first: 0.2, last: 0.2, shape: 1, scale_days: 1 },
    mean: 5,
    variance: 20,
  },
};

describe.each(Object.entries(laws))("%s", (_, { law, mean: knownMean, variance: knownVariance }) => {
  it("has the mean and variance of its samples", () => {
    const got = onGrid(law);
    // The grid leaves out the ends, so long tails come a little short.
    expect(Math.abs(got.mean - mean(law))).toBeLessThan(3e-4 * mean(law));
    expect(Math.abs(got.variance - variance(law))).toBeLessThanOrEqual(5e-3 * variance(law));
  });
  it("has the mean and variance that the textbook gives", () => {
    if (knownMean !== undefined) expect(mean(law) / knownMean).toBeCloseTo(1, 12);
    if (knownVariance !== undefined) expect(variance(law) - knownVariance).toBeCloseTo(0, 9);
  });
  it("gives durations of 0 or more that never fall as u rises", () => {
    if (law.law === "mixture") return;
    const sample = sampler(law);
    let before = 0;
    for (const u of [2 ** -54, 2 ** -53, ...Array.from({ length: 2000 }, (_u, k) => (k + 0.5) / 2000), 1 - 2 ** -53]) {
      const days = sample(u);
      expect(days).toBeGreaterThanOrEqual(before);
      expect(Object.is(days, -0)).toBe(false);
      before = days * (1 - 1e-15);
    }
  });
});

describe("known quantiles", () => {
  it("follow from each law's formula", () => {
    expect(quantile({ law: "exponential", mean_days: 10 }, 0.5)).toBeCloseTo(10 * Math.LN2, 12);
    expect(quantile({ law: "weibull", shape: 1.5, scale_days: 14 }, 0.5)).toBeCloseTo(14 * Math.LN2 ** (1 / 1.5), 12);
    expect(quantile({ law: "log_logistic", shape: 3, scale_days: 9 }, 0.5)).toBe(9);
    expect(quantile({ law: "lognormal", mu_log_days: 2, sigma_log: 0.7 }, 0.5)).toBeCloseTo(Math.exp(2), 13);
    expect(quantile({ law: "lognormal", mu_log_days: 0, sigma_log: 1 }, 0.975)).toBeCloseTo(7.0990714, 6);
    // Half of the chi-squared quantiles with 4 and 2 degrees of freedom, from any statistical table.
    expect(quantile({ law: "gamma", shape: 2, scale_days: 1 }, 0.95)).toBeCloseTo(9.487729 / 2, 6);
    expect(quantile({ law: "erlang", stages: 1, mean_days: 1 }, 0.99)).toBeCloseTo(9.21034 / 2, 6);
    expect(quantile({ law: "normal", mean_days: 1000, sd_days: 10 }, 0.975)).toBeCloseTo(1019.59964, 5);
    expect(quantile({ law: "triangular", low_days: 0, mode_days: 2, high_days: 4 }, 0.5)).toBe(2);
  });
  it("take equal parts of observed values, in order of size", () => {
    const sample = sampler({ law: "empirical", values_days: [30, 7, 14] });
    expect([0.1, 0.34, 0.66, 0.67, 1 - 2 ** -53].map(sample)).toEqual([7, 14, 14, 30, 30]);
  });
  it("of a discrete law change where the running sum is reached", () => {
    const values = [0.1, 0.2, 0.7, 0].map((probability, at) => ({ days: at + 1, probability }));
    const sample = sampler({ law: "discrete", values });
    expect([0.05, 0.15, 0.29, 0.31, 1 - 2 ** -53].map(sample)).toEqual([1, 2, 2, 3, 3]);
  });
  it("never pick a value with probability 0, though ten tenths add up to less than 1", () => {
    const values = [...Array.from({ length: 10 }, () => 0.1), 0].map((probability, at) => ({ days: at, probability }));
    expect(sampler({ law: "discrete", values })(1 - 2 ** -53)).toBe(9);
  });
  it("of a mixture use the rest of u within the part", () => {
    const low: Law = { law: "uniform", low_days: 0, high_days: 1 };
    const high: Law = { law: "uniform", low_days: 10, high_days: 20 };
    const parts = [
      { probability: 0.25, of: low },
      { probability: 0.75, of: high },
    ];
    expect([0.125, 0.25, 0.625].map(sampler({ law: "mixture", parts }))).toEqual([0.5, expect.closeTo(10), 15]);
  });
  it("of a mixture are above 0 and finite at the very ends of a part", () => {
    const of: Law = { law: "exponential", mean_days: 1 };
    const sample = sampler({ law: "mixture", parts: [0.1, 0.2, 0.7].map((probability) => ({ probability, of })) });
    expect(sample(0.1)).toBeGreaterThan(0);
    for (const edge of [0.1, 0.1 + 0.2, 1]) {
      for (const u of [edge - 2 ** -53, edge - 2 ** -54]) if (u < 1) expect(sample(u)).toBeLessThan(40);
    }
  });
});

describe("hazards", () => {
  it("a last step of 0 means that the event may never come", () => {
    const law: Law = {
      law: "hazard",
      steps: [
        { from_day: 0, per_day: 0.05 },
        { from_day: 20, per_day: 0 },
      ],
    };
    const comes = 1 - Math.exp(-1);
    expect(sampler(law)(comes + 1e-9)).toBe(Infinity);
    expect(sampler(law)(comes - 1e-9)).toBeCloseTo(20, 6);
    expect([mean(law), variance(law)]).toEqual([Infinity, Infinity]);
    expect(sampler({ law: "hazard", steps: [{ from_day: 0, per_day: 0 }] })(2 ** -54)).toBe(Infinity);
  });
  it("a target reached just where a hazard of 0 begins is reached there", () => {
    const steps = [
      { from_day: 0, per_day: -log1p(-0.5) },
      { from_day: 1, per_day: 0 },
    ];
    expect(sampler({ law: "hazard", steps })(0.5)).toBe(1);
  });
  it("many small steps with one hazard have the moments of a single one", () => {
    const steps = Array.from({ length: 200 }, (_, at) => ({ from_day: at * 0.005, per_day: 0.1 }));
    expect(mean({ law: "hazard", steps })).toBeCloseTo(10, 11);
    expect(variance({ law: "hazard", steps })).toBeCloseTo(100, 9);
  });
  it("one step is the exponential law, and nothing ends within a step of 0", () => {
    const one: Law = { law: "hazard", steps: [{ from_day: 0, per_day: 0.1 }] };
    expect(sampler(one)(0.3)).toBe(sampler({ law: "exponential", mean_days: 10 })(0.3));
    expect([mean(one), variance(one)]).toEqual([10, expect.closeTo(100, 10)]);
    const paused: Law = {
      law: "hazard",
      steps: [
        { from_day: 0, per_day: 0 },
        { from_day: 7, per_day: 0.5 },
      ],
    };
    expect(sampler(paused)(1e-9)).toBeGreaterThanOrEqual(7);
    expect([mean(paused), variance(paused)]).toEqual([9, expect.closeTo(4, 12)]);
  });
});

describe("daily chance", () => {
  it("agrees with the product of the days before", () => {
    const [first, last, shape, scale] = [0.001, 0.03, 1.7, 90];
    const sample = sampler({ law: "daily_chance", first, last, shape, scale_days: scale });
    let survival = 1;
    for (let day = 1; day <= 400; day++) {
      const next = survival * (1 - (last + (first - last) / (1 + (day / scale) ** shape)));
      expect(sample(1 - survival + 1e-9)).toBe(day);
      expect(sample(1 - next - 1e-9)).toBe(day);
      survival = next;
    }
  });
  it("ends for everybody when the chance stays, and never for those left after a century", () => {
    const certain: Law = { law: "daily_chance", first: 1, last: 1, shape: 1, scale_days: 1 };
    expect([2 ** -54, 0.5, 1 - 2 ** -53].map(sampler(certain))).toEqual([1, 1, 1]);
    const rare: Law = { law: "daily_chance", first: 0.5, last: 0, shape: 4, scale_days: 3 };
    expect(sampler(rare)(0.5)).toBeLessThan(10);
    expect(sampler(rare)(0.999)).toBe(Infinity);
    expect([mean(rare), variance(rare)]).toEqual([Infinity, Infinity]);
  });
});

describe("infinite moments", () => {
  it("of a log-logistic law begin at shapes 1 and 2", () => {
    expect([1, 1.5].map((shape) => mean(logLogistic(shape)))).toEqual([Infinity, expect.closeTo(12.091996, 5)]);
    expect([2, 2.1].map((shape) => variance(logLogistic(shape)) === Infinity)).toEqual([true, false]);
  });
});

describe("refusals", () => {
  const exponential: Law = { law: "exponential", mean_days: 1 };
  const senseless: Record<string, Law[]> = {
    "days must be 0 or more and finite, got": [
      { law: "deterministic", days: -1 },
      { law: "deterministic", days: NaN },
    ],
    "mean_days must be above 0 and finite, got": [
      { law: "exponential", mean_days: 0 },
      { law: "exponential", mean_days: NaN },
      { law: "exponential", mean_days: Infinity },
      { law: "erlang", stages: 2, mean_days: -3 },
      { law: "lognormal", mean_days: 0, sd_days: 1 },
    ],
    "stages must be a whole number, 1 or more, got": [{ law: "erlang", stages: 1.5, mean_days: 1 }],
    "shape must be above 0 and finite, got": [
      { law: "gamma", shape: 0, scale_days: 1 },
      { law: "weibull", shape: NaN, scale_days: 1 },
      { law: "log_logistic", shape: -1, scale_days: 1 },
      { law: "daily_chance", first: 0.1, last: 0.1, shape: 0, scale_days: 1 },
    ],
    "sigma_log must be 0 or more and finite, got": [{ law: "lognormal", mu_log_days: 0, sigma_log: -1 }],
    "mu_log_days must be finite, got NaN": [{ law: "lognormal", mu_log_days: NaN, sigma_log: 1 }],
    "high_days must be finite and no less than low_days, 5, got 4": [{ law: "uniform", low_days: 5, high_days: 4 }],
    "mode_days must be between": [{ law: "triangular", low_days: 0, mode_days: 9, high_days: 5 }],
    "sd_days must be above 0": [{ law: "normal", mean_days: 1, sd_days: 0 }],
    "high_days must be above low_days, 3, got 3": [
      { law: "normal", mean_days: 1, sd_days: 1, low_days: 3, high_days: 3 },
    ],
    "must have some chance between": [{ law: "normal", mean_days: -1e6, sd_days: 1 }],
    "probabilities must add up to 1, got 0.5": [
      { law: "discrete", values: [{ days: 1, probability: 0.5 }] },
      { law: "mixture", parts: [{ probability: 0.5, of: exponential }] },
    ],
    "probability must be between 0 and 1, got NaN": [
      { law: "mixture", parts: [{ probability: NaN, of: exponential }] },
    ],
    "values_days must hold 1 or more values, got 0": [{ law: "empirical", values_days: [] }],
    "steps must hold 1 or more steps, got 0": [{ law: "hazard", steps: [] }],
    "from_day must be 0 in the first step, got 1": [{ law: "hazard", steps: [{ from_day: 1, per_day: 1 }] }],
    "per_day must be 0 or more and finite, got -1": [{ law: "hazard", steps: [{ from_day: 0, per_day: -1 }] }],
    "from_day must rise from step to step, got 0 after 0": [
      {
        law: "hazard",
        steps: [
          { from_day: 0, per_day: 1 },
          { from_day: 0, per_day: 2 },
        ],
      },
    ],
    "first must be between 0 and 1, got 2": [{ law: "daily_chance", first: 2, last: 0, shape: 1, scale_days: 1 }],
    "last must be between 0 and 1, got NaN": [{ law: "daily_chance", first: 0, last: NaN, shape: 1, scale_days: 1 }],
  };
  it.each(Object.entries(senseless))("%s", (message, refused) => {
    for (const law of refused) {
      expect(() => sampler(law)).toThrow(RangeError);
      expect(() => sampler(law)).toThrow(message);
    }
  });
  it("reach into the parts of a mixture", () => {
    const of: Law = { law: "exponential", mean_days: 0 };
    expect(() => sampler({ law: "mixture", parts: [{ probability: 1, of }] })).toThrow("exponential mean_days");
  });
});

describe("lower bounds", () => {
  const cells = 16;
  const within = [0, 2 ** -40, 0.001, 0.3, 0.999, 1 - 2 ** -40];
  it.each(Object.entries(laws))("%s: no luck in a cell stands for less", (_, { law }) => {
    const sample = sampler(law);
    lowerBounds(law, cells).forEach((bound, k) => {
      for (const part of within) {
        const u = (k + part) / cells;
        if (u > 0) expect(bound).toBeLessThanOrEqual(sample(u));
      }
    });
  });
  it("are tight where the law is monotone, and nothing is known of a mixture", () => {
    const exponential: Law = { law: "exponential", mean_days: 3 };
    expect(lowerBounds(exponential, cells)[8]).toBeCloseTo(3 * log1p(1), 8);
    const mixture: Law = { law: "mixture", parts: [{ probability: 1, of: exponential }] };
    expect([...lowerBounds(mixture, cells)]).toEqual(Array.from({ length: cells }, () => 0));
  });
});
