/** Places with a server for everybody, and the time in service, against other ways to the same numbers. */
import { describe, expect, test } from "vitest";
import type { Law } from "../../src/engine/law-types.ts";
import { mean, sampler, variance } from "../../src/engine/laws.ts";
import { meanOfService, serviceMoments } from "../../src/experiment/theory/expectation.ts";
import { mgInfinity, mtgInfinityAt, mtgInfinityOver } from "../../src/experiment/theory/infinite.ts";
import type { Service } from "../../src/scenario/types.ts";
import { near } from "./near.ts";

describe("a server for everybody", () => {
  const day = {
    steps: [
      { from_day: 0, value: 10 },
      { from_day: 0.4, value: 90 },
      { from_day: 0.7, value: 0 },
    ],
    repeat_every_days: 1,
  };
  const stay: Service = { kind: "stay", length: { law: "exponential", mean_days: 0.3 } };
  const meanOf = (f: (service: number) => number): number => meanOfService(stay, f);

  test("with exponential stays the number follows m' = λ(t) - m / s, from empty", () => {
    // Between steps of the rate the solution is m = λ s + (m0 - λ s) e^(-t / s).
    let m = 0;
    for (let at = 0; at < 3; at++) {
      for (const [rate, days] of [
        [10, 0.4],
        [90, 0.3],
        [0, 0.3],
      ] as const) {
        m = rate * 0.3 + (m - rate * 0.3) * Math.exp(-days / 0.3);
      }
    }
    near(mtgInfinityAt(day, meanOf, 3), m, 1e-6);
  });

  test("the mean over a window is the average of the means at its times", () => {
    const points = 2000;
    const times = Array.from({ length: points }, (_, i) => 1.25 + (1.5 * (i + 0.5)) / points);
    const average = times.reduce((sum, at) => sum + mtgInfinityAt(day, meanOf, at), 0) / points;
    near(mtgInfinityOver(day, meanOf, 1.25, 2.75), average, 1e-5);
  });

  test("with a constant rate it comes to λ E[S], in the end", () => {
    const constant = { steps: [{ from_day: 0, value: 40 }], repeat_every_days: Infinity };
    near(mtgInfinityAt(constant, meanOf, 30), mgInfinity(40, 0.3), 1e-6);
  });
});

describe("time in service", () => {
  const laws: Law[] = [
    { law: "deterministic", days: 3 },
    { law: "exponential", mean_days: 2 },
    { law: "gamma", shape: 0.5, scale_days: 2 },
    { law: "lognormal", mean_days: 20, sd_days: 15 },
    { law: "uniform", low_days: 1, high_days: 4 },
    {
      law: "discrete",
      values: [
        { days: 1, probability: 0.25 },
        { days: 5, probability: 0.75 },
      ],
    },
    { law: "empirical", values_days: [3, 1, 4, 1, 5] },
    {
      law: "mixture",
      parts: [
        { probability: 0.3, of: { law: "exponential", mean_days: 1 } },
        { probability: 0.7, of: { law: "deterministic", days: 2 } },
      ],
    },
  ];
  test.each(laws)("the mean of f(S) gives mean and square of $law", (law) => {
    const stay: Service = { kind: "stay", length: law };
    near(
      meanOfService(stay, (days) => days),
      mean(law),
      1e-4,
    );
    near(
      meanOfService(stay, (days) => days * days),
      variance(law) + mean(law) * mean(law),
      1e-3,
    );
    near(serviceMoments(stay).mean_days, mean(law));
    expect(sampler(law)(0.5)).toBeGreaterThan(0);
  });

  test("a course lasts as long as its negative binomial number of sessions", () => {
    const course: Service = { kind: "course", sessions: 6, interval_days: 7, dna: 0.15 };
    const { mean_days, variance: spread } = serviceMoments(course);
    near(
      meanOfService(course, (days) => days),
      mean_days,
    );
    near(
      meanOfService(course, (days) => days * days),
      spread + mean_days * mean_days,
    );
    near(mean_days, 7 * (6 / 0.85 - 1));
  });
});
