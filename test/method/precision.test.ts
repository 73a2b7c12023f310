/** How many replications are enough, and whether intervals hold what they promise. */
import { describe, expect, test } from "vitest";
import { log } from "../../src/engine/maths/log.ts";
import { Streams } from "../../src/engine/streams.ts";
import { Sequential, usualRule } from "../../src/experiment/method/precision.ts";
import { runToPrecision } from "../../src/experiment/method/run-to-precision.ts";
import { estimate, estimateDifference } from "../../src/experiment/statistics.ts";
import type { MeasureKey } from "../../src/index.ts";
import { desk } from "./scenario.ts";
import { workersWith } from "./workers.ts";

/** Means of 30 exponential waits of mean 1: by system, then by replication. */
const systems = Array.from({ length: 1000 }, (_, system) => {
  const streams = new Streams("coverage", system);
  const source = streams.source("waits");
  const wait = streams.question("wait");
  return (replication: number): number => {
    let sum = 0;
    for (let i = 0; i < 30; i++) sum -= log(streams.draw(source, replication, wait, i));
    return sum / 30;
  };
});
const many = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe("95% intervals over 1,000 known systems hold the truth in 93 to 97%", () => {
  const within = (held: number): void => {
    expect(held).toBeGreaterThanOrEqual(930);
    expect(held).toBeLessThanOrEqual(970);
  };

  test("of a mean over 20 replications", () => {
    within(
      systems.map((system) => estimate(many(20).map(system))).filter(({ low, high }) => low <= 1 && 1 <= high).length,
    );
  });

  test("of a paired difference of two systems that share half their luck", () => {
    const differences = systems.map((system) => {
      const base = many(20).map(system);
      return estimateDifference(
        base,
        base.map((value, i) => 1 + (value + system(1000 + i)) / 2),
      );
    });
    within(differences.filter(({ low, high }) => low <= 1 && 1 <= high).length);
  });

  test("of a mean after stopping at 5%, look-ahead and all", () => {
    const stopped = systems.map((system) => {
      const rule = new Sequential({ ...usualRule, relative: 0.05, minimum: 20 }, 1);
      const values: number[] = [];
      do values.push(system(values.length));
      while (!rule.add([values.at(-1)!]));
      return { ...estimate(values), met: rule.met };
    });
    expect(stopped.every(({ mean, high, met }) => met && (high - mean) / mean <= 0.05)).toBe(true);
    // About (1.96 sd / 0.05)^2 = 51 and the 5 of the look-ahead.
    const cost = stopped.reduce((sum, { n }) => sum + n, 0) / 1000;
    expect(cost).toBeGreaterThan(50);
    expect(cost).toBeLessThan(62);
    within(stopped.filter(({ low, high }) => low <= 1 && 1 <= high).length);
  });
});

describe("the rule", () => {
  const rule = { relative: 0.1, minimum: 3, maximum: 10, look_ahead: 2 };
  const steps = (values: readonly number[][], settings = rule): { n: number; met: boolean } => {
    const sequential = new Sequential(settings, values[0]!.length);
    const n = values.findIndex((each) => sequential.add(each)) + 1;
    return { n, met: sequential.met };
  };

  test("stops after the minimum and the look-ahead when all is the same", () => {
    expect(steps(many(10).map(() => [5]))).toEqual({ n: 5, met: true });
  });

  test("starts anew when the look-ahead finds it worse", () => {
    // 3: exact. 4: an outlier, 8 ± 9.5. Then precision 10% never comes back before the maximum.
    const values = [[5], [5], [5], [17], ...many(10).map(() => [5])];
    expect(steps(values)).toEqual({ n: 10, met: false });
    expect(steps([[100], [100], [100], [104], ...many(10).map(() => [100])])).toEqual({ n: 5, met: true });
  });

  test("asks it of every figure, and one that does not exist never gets there", () => {
    expect(steps(many(10).map(() => [5, NaN]))).toEqual({ n: 10, met: false });
    expect(steps(many(10).map((i) => [5, i]))).toEqual({ n: 10, met: false });
  });

  test.each([{ relative: 0 }, { minimum: 1 }, { maximum: 2 }, { look_ahead: -1 }, { relative: NaN }])(
    "%j is refused",
    (wrong) => {
      expect(() => new Sequential({ ...rule, ...wrong }, 1)).toThrow(RangeError);
    },
  );
});

/**
 * Variance of the time average of the queue of M/M/1 with load 1/2 and service 1, times the days: the formula for
 * birth-death processes, 2 sum_j (sum_(i <= j) (f_i - mean) p_i)^2 / (birth rate p_j) (Whitt 1992, Probab Eng Inf Sci 6).
 */
function varianceOfQueue(): number {
  let below = 0;
  let sum = 0;
  for (let j = 0; j < 200; j++) {
    const p = 0.5 ** (j + 1);
    below += (Math.max(0, j - 1) - 0.5) * p;
    sum += (2 * below * below) / (0.5 * p);
  }
  return sum;
}

describe("running to a precision", () => {
  const wanted = ({ measure, estimand, statistic }: MeasureKey): boolean =>
    measure === "queue_length" && estimand === "time_weighted" && statistic === "mean";
  const settings = {
    rule: { relative: 0.1, minimum: 5, maximum: 400, look_ahead: 5 },
    wanted,
    seed: "s",
    executive: "fast",
  } as const;

  test("reaches it on M/M/1 at the known cost, and the truth lies within", async () => {
    const { result, met, reached } = await runToPrecision([desk()], settings);
    const { keys, outcomes } = result.scenarios[0]!;
    expect(met).toBe(true);
    expect(reached).toHaveLength(1);
    expect(reached[0]!.relative).toBeLessThanOrEqual(0.1);
    const due = (1.96 * Math.sqrt(varianceOfQueue() / 400)) / (0.1 * 0.5);
    expect(due * due).toBeCloseTo(65.3, 1);
    // The variance itself is estimated, from about 65 values: within 4 standard errors, sqrt(2 / 65) each.
    expect((outcomes.length - 5) / (due * due)).toBeGreaterThan(1 - 4 * Math.sqrt(2 / 65));
    expect((outcomes.length - 5) / (due * due)).toBeLessThan(1 + 4 * Math.sqrt(2 / 65));
    const figure = keys.findIndex(wanted);
    const { low, high } = estimate(outcomes.map(({ values }) => values[figure]!));
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.5);
  });

  test("of several scenarios every one must get there, with as many replications each, and the same as alone", async () => {
    const one = await runToPrecision([desk()], settings);
    const { result, reached, met } = await runToPrecision([desk(), desk({ more: { servers: 2 } })], settings);
    expect(met).toBe(true);
    expect(reached.map(({ scenario }) => scenario)).toEqual([0, 1]);
    expect(Math.max(...reached.map(({ relative }) => relative))).toBeLessThanOrEqual(0.1);
    const [busy, idle] = result.scenarios;
    expect(busy!.outcomes).toHaveLength(result.study.replications);
    expect(idle!.outcomes).toHaveLength(result.study.replications);
    // A queue that is nearly always empty is the harder to know.
    const alone = one.result.scenarios[0]!.outcomes;
    expect(busy!.outcomes.length).toBeGreaterThan(alone.length);
    expect(busy!.outcomes.slice(0, alone.length)).toEqual(alone);
  });

  test("the workers, their number and their order change nothing, nor does one that dies", async () => {
    const here = await runToPrecision([desk()], settings);
    const { spawn } = workersWith((replication) => (replication * 7) % 5);
    const there = await runToPrecision([desk()], { ...settings, spawn, workers: 3 });
    expect(there).toEqual(here);
    let deaths = 0;
    const mortal = workersWith((replication) => (replication === 4 && deaths++ < 2 ? "die" : 0));
    expect(await runToPrecision([desk()], { ...settings, spawn: mortal.spawn, workers: 2 })).toEqual(here);
    expect(mortal.made()).toBe(4);
  });

  test("a replication that kills every worker is given up, with what they said", async () => {
    const { spawn } = workersWith((replication) => (replication === 2 ? "die" : 0));
    await expect(runToPrecision([desk()], { ...settings, spawn, workers: 2 })).rejects.toThrow("killed");
  });

  test("naming no figure is refused", async () => {
    await expect(runToPrecision([desk()], { ...settings, wanted: () => false })).rejects.toThrow(RangeError);
  });
});
