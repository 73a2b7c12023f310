/** Choosing the best of several, and the point at which the better of two changes. */
import { describe, expect, test } from "vitest";
import { normalQuantile } from "../../src/engine/maths/normal.ts";
import { Streams } from "../../src/engine/streams.ts";
import { chooseBest } from "../../src/experiment/method/best.ts";
import { flipPoint } from "../../src/experiment/method/flip-point.ts";
import { type Estimate, estimate } from "../../src/experiment/statistics.ts";

/** Scenarios with these means, whose replications share most of their luck; each spreads differently. */
function scenarios(means: readonly number[], replications: number, trial: number): number[][] {
  const streams = new Streams("best", trial);
  const source = streams.source("luck");
  const question = streams.question("luck");
  const luck = (who: number, replication: number): number =>
    normalQuantile(streams.draw(source, who, question, replication));
  return means.map((mean, i) =>
    Array.from({ length: replications }, (_, k) => mean + 3 * luck(0, k) + (0.5 + i / 4) * luck(i + 1, k)),
  );
}

describe("multiple comparisons with the best", () => {
  test("all intervals hold the truth at once in at least 95% of 1,000 experiments", () => {
    const means = [1, 1.2, 1, 0.5, 1.1];
    const truth = means.map((mean, i) => mean - Math.max(...means.filter((_, j) => j !== i)));
    let held = 0;
    let wrong = 0;
    for (let trial = 0; trial < 1000; trial++) {
      const choice = chooseBest(scenarios(means, 15, trial), "more");
      if (choice.scenarios.every(({ low, high }, i) => low <= truth[i]! && truth[i]! <= high)) held++;
      if (choice.best !== undefined && choice.best !== 1) wrong++;
    }
    // Conservative, so that there is no upper bound to hold it to.
    expect(held).toBeGreaterThanOrEqual(950);
    expect(wrong).toBeLessThanOrEqual(50);
  });

  test("says which it is when that is clear, whichever way is better", () => {
    const values = scenarios([1, 5, 2], 20, 0);
    expect(chooseBest(values, "more").best).toBe(1);
    expect(chooseBest(values, "less").best).toBe(0);
    expect(chooseBest(values, "more").scenarios.map(({ possible }) => possible)).toEqual([false, true, false]);
  });

  test("says that it cannot be told when two are the same", () => {
    const { best, scenarios: against } = chooseBest(scenarios([1, 1, -9], 20, 0), "more");
    expect(best).toBeUndefined();
    expect(against.map(({ possible }) => possible)).toEqual([true, true, false]);
    expect(
      chooseBest(
        [
          [1, 2, 3],
          [1, 2, 3],
        ],
        "more",
      ).best,
    ).toBeUndefined();
  });

  test("by hand, for two scenarios of three replications", () => {
    // Differences 1, 2, 3: mean 2, sd 1, t(0.95, 2) = 2.919986; 2 - 2.919986 / sqrt(3) = 0.314146.
    const { scenarios: against } = chooseBest(
      [
        [5, 7, 9],
        [4, 5, 6],
      ],
      "more",
    );
    expect(against[0]).toMatchObject({ mean: 7, low: 0, possible: true });
    expect(against[0]!.high).toBeCloseTo(2 + 2.919986 / Math.sqrt(3), 5);
    expect(against[1]!.low).toBeCloseTo(-2 - 2.919986 / Math.sqrt(3), 5);
    expect(against[1]).toMatchObject({ high: 0, possible: false });
  });

  test.each([
    [[[1, 2]]],
    [[[1], [2]]],
    [
      [
        [1, 2],
        [1, 2, 3],
      ],
    ],
  ])("%j is refused", (values) => {
    expect(() => chooseBest(values, "more")).toThrow(RangeError);
  });
});

describe("flip point", () => {
  const noise = scenarios([0], 30, 7)[0]!;
  const differenceAt = (slope: number, zero: number) => {
    let asked = 0;
    const at = async (x: number): Promise<Estimate> => {
      asked++;
      return estimate(noise.map((each) => slope * (x - zero) + each));
    };
    return { at, asked: () => asked };
  };
  const { mean, high } = estimate(noise);

  test.each([4, -4])("finds where a straight difference (slope %f) is 0, and where it is sure", async (slope) => {
    const { at, asked } = differenceAt(slope, 6);
    const flip = (await flipPoint({ low: 0, high: 20, within: 0.01 }, at))!;
    const truth = 6 - mean / slope;
    const half = (high - mean) / Math.abs(slope);
    expect(flip.low).toBeLessThanOrEqual(truth);
    expect(flip.high).toBeGreaterThanOrEqual(truth);
    expect(flip.high - flip.low).toBeLessThanOrEqual(0.01);
    expect(Math.abs(flip.sure_below - (truth - half))).toBeLessThanOrEqual(0.01);
    expect(Math.abs(flip.sure_above - (truth + half))).toBeLessThanOrEqual(0.01);
    expect(asked()).toBeLessThan(40);
  });

  test("there is none where the sign does not change, or an end is not sure", async () => {
    expect(await flipPoint({ low: 10, high: 20, within: 0.1 }, differenceAt(4, 6).at)).toBeUndefined();
    expect(await flipPoint({ low: 6, high: 20, within: 0.1 }, differenceAt(4, 6).at)).toBeUndefined();
  });

  test("a range or precision that is none is refused", async () => {
    await expect(flipPoint({ low: 1, high: 1, within: 1 }, differenceAt(1, 1).at)).rejects.toThrow(RangeError);
    await expect(flipPoint({ low: 0, high: 1, within: 0 }, differenceAt(1, 1).at)).rejects.toThrow(RangeError);
  });
});
