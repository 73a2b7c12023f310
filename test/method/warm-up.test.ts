/** Warm-up, on series whose transient is known. */
import { describe, expect, test } from "vitest";
import { normalQuantile } from "../../src/engine/maths/normal.ts";
import { Streams } from "../../src/engine/streams.ts";
import { settlingOf, settlingTable } from "../../src/experiment/method/settling.ts";
import { movingAverage, mser5, welch } from "../../src/experiment/method/warm-up.ts";
import { Cancelled } from "../../src/index.ts";
import { desk } from "./scenario.ts";

/** Mean over `runs` of noise of variance 1 on top of a level. */
function noisy(length: number, runs: number, level: (i: number) => number, name = "noise"): Float64Array {
  const streams = new Streams(name, 0);
  const source = streams.source("noise");
  const question = streams.question("noise");
  return Float64Array.from({ length }, (_, i) => {
    let sum = 0;
    for (let run = 0; run < runs; run++) sum += normalQuantile(streams.draw(source, run, question, i));
    return level(i) + sum / runs;
  });
}
const step = (i: number): number => (i < 200 ? 0 : 10);
const slow = (i: number): number => 10 - 10 * Math.exp(-i / 100);

describe("MSER-5", () => {
  test("cuts a step exactly", () => {
    expect(mser5(Array.from({ length: 1000 }, (_, i) => step(i)))).toEqual({ from: 200, settled: true });
  });

  test("cuts a step in noise where it is, or a little later where the noise happens to be even", () => {
    const { from, settled } = mser5(noisy(1000, 10, step));
    expect({ settled, early: from < 200, late: from > 300 }).toEqual({ settled: true, early: false, late: false });
  });

  test("agrees with its definition, worked out the long way", () => {
    const series = noisy(300, 4, slow);
    const means = Array.from({ length: 60 }, (_, i) => series.slice(5 * i, 5 * i + 5).reduce((sum, x) => sum + x) / 5);
    const errors = means.slice(0, 56).map((_, cut) => {
      const left = means.slice(cut);
      const mean = left.reduce((sum, x) => sum + x) / left.length;
      return left.reduce((sum, x) => sum + (x - mean) ** 2, 0) / left.length ** 2;
    });
    expect(mser5(series).from).toBe(5 * errors.indexOf(Math.min(...errors)));
  });

  test("leaves only a trace of a slow approach, and little of a series that has none", () => {
    const { from, settled } = mser5(noisy(2000, 10, slow));
    expect(settled).toBe(true);
    expect(10 - slow(from)).toBeLessThan(1);
    // The best cut of noise is not always 0; over 50 series it takes away a small share on average.
    const cuts = Array.from({ length: 50 }, (_, i) => mser5(noisy(1000, 1, () => 3, `none ${i}`)).from);
    expect(cuts.reduce((sum, cut) => sum + cut) / 50).toBeLessThan(150);
  });

  test("says that a series which still climbs is not settled", () => {
    expect(mser5(noisy(1000, 10, (i) => i / 10)).settled).toBe(false);
    expect(mser5([1, 2, 3]).settled).toBe(false);
  });
});

describe("Welch", () => {
  test("the moving average takes in as many on either side, fewer at the ends", () => {
    expect([...movingAverage([1, 2, 3, 4, 100], 2)]).toEqual([1, 2, 22, 107 / 3, 100]);
  });

  test("finds where the curve has levelled off", () => {
    const { from, settled } = welch(noisy(2000, 10, slow), 50);
    expect(settled).toBe(true);
    expect(10 - slow(from)).toBeLessThan(0.5);
    expect(from).toBeGreaterThan(200);
  });

  test("a straight climb is not settled", () => {
    expect(
      welch(
        noisy(1000, 10, (i) => i / 10),
        20,
      ).settled,
    ).toBe(false);
  });
});

describe("the warm-up of a scenario", () => {
  test("an unlimited service fills in a few lengths of stay, as theory has it: 1 - exp(-t / 10)", async () => {
    const scenario = desk({
      warm_up_days: 0,
      run_days: 1000,
      more: { servers: "unlimited", service: { law: "exponential", mean_days: 10 }, arrivals: [{ per_day: 10 }] },
    });
    const found = await settlingOf(scenario, { seed: "w", replications: 10 });
    expect(found.settled).toBe(true);
    expect(found.series.map(({ place, measure }) => [place, measure])).toEqual([["desk", "in_service"]]);
    expect(found.recommended_days).toBe(Math.max(found.series[0]!.mser5_days, found.series[0]!.welch_days));
    expect(Math.exp(-found.recommended_days / 10)).toBeLessThan(0.05);
    expect(found.recommended_days).toBeLessThan(150);
    expect([...settlingTable(found).rows()]).toHaveLength(1000);
  });

  test("a queue with more coming than going never settles", async () => {
    const scenario = desk({ warm_up_days: 0, run_days: 1000, more: { arrivals: [{ per_day: 2 }] } });
    expect(await settlingOf(scenario, { seed: "w", replications: 5 })).toMatchObject({ settled: false });
  });

  test("stops when it is to, and runs on the executive that it is told", async () => {
    const scenario = desk({ warm_up_days: 0, run_days: 100 });
    const settings = { seed: "w", replications: 3 };
    expect(await settlingOf(scenario, { ...settings, executive: "simjs" })).toEqual(
      await settlingOf(scenario, settings),
    );
    const stopped = Promise.reject(new Cancelled());
    await expect(settlingOf(scenario, { ...settings, replications: 100_000, stopped })).rejects.toThrow(Cancelled);
  });

  test("starting where it belongs needs less", async () => {
    const filled = (in_service: number) =>
      desk({
        warm_up_days: 0,
        run_days: 400,
        more: {
          servers: "unlimited",
          service: { law: "exponential", mean_days: 40 },
          arrivals: [{ per_day: 10 }],
          start: { in_service },
        },
      });
    const [empty, full] = await Promise.all(
      [0, 400].map((start) => settlingOf(filled(start), { seed: "w", replications: 10 })),
    );
    expect(full!.recommended_days).toBeLessThan(empty!.recommended_days);
  });
});
