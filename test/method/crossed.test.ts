/** Parameter and Monte-Carlo uncertainty kept apart, on values whose variances are known. */
import { describe, expect, test } from "vitest";
import { normalCdf, normalQuantile } from "../../src/engine/maths/normal.ts";
import { Streams } from "../../src/engine/streams.ts";
import { crossedComponents } from "../../src/experiment/method/crossed.ts";
import type { FinishedSweep } from "../../src/experiment/sweep/read-results.ts";
import { compareDraws, faultOfDraws, wilson } from "../../src/experiment/uncertainty/compare.ts";
import { acceptability, costEffectivenessPlane } from "../../src/experiment/uncertainty/worth.ts";

interface Truth {
  readonly mean: number;
  /** Standard deviations of draw, luck and rest. */
  readonly draw: number;
  readonly luck: number;
  readonly rest: number;
}

/** By draw, then by replication; the luck of a replication is common to all draws. */
function crossed(trial: number, n: number, m: number, { mean, draw, luck, rest }: Truth): number[][] {
  const streams = new Streams("crossed", trial);
  const source = streams.source("values");
  const ask = streams.question("value");
  const normal = (who: number, which: number): number => normalQuantile(streams.draw(source, who, ask, which));
  return Array.from({ length: n }, (_, p) =>
    Array.from({ length: m }, (_each, k) => mean + draw * normal(0, p) + luck * normal(1, k) + rest * normal(2 + p, k)),
  );
}

const truth = { mean: 3, draw: 2, luck: 1, rest: 4 };
const trials = 1000;
const found = Array.from({ length: trials }, (_, trial) => crossedComponents(crossed(trial, 30, 4, truth)));
const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const spread = (values: readonly number[]): number =>
  average(values.map((value) => (value - average(values)) ** 2)) * (values.length / (values.length - 1));
const standardError = (values: readonly number[]): number => Math.sqrt(spread(values) / values.length);

describe("variance components of draws and common luck", () => {
  test.each([
    ["draw_variance", 4],
    ["luck_variance", 1],
    ["rest_variance", 16],
    ["mean", 3],
  ] as const)("%s is %d on average over 1,000 experiments", (what, due) => {
    const values = found.map((each) => each[what]);
    expect(Math.abs(average(values) - due) / standardError(values)).toBeLessThan(4);
  });

  test("the standard error of the mean is that of its spread over experiments, and intervals hold the truth", () => {
    const claimed = average(found.map(({ standard_error }) => standard_error ** 2));
    const real = spread(found.map(({ mean }) => mean));
    // 4 / 30 + 1 / 4 + 16 / 120 = 0.517; the spread over a thousand has a standard error of sqrt(2 / 1000).
    expect(claimed).toBeCloseTo(4 / 30 + 1 / 4 + 16 / 120, 1);
    expect(Math.abs(real / claimed - 1)).toBeLessThan(4 * Math.sqrt(2 / trials));
  });

  test("adjusted means spread as the parameters do, plain ones by more", () => {
    expect(average(found.map(({ means }) => spread(means)))).toBeCloseTo(4 + 16 / 4, 0);
    const adjusted = found.map((each) => spread(each.adjusted));
    expect(Math.abs(average(adjusted) - 4) / standardError(adjusted)).toBeLessThan(4);
  });

  test("the error of chance is that of the mean when the draws stay the same", () => {
    const due = Math.sqrt(1 / 4 + 16 / 120);
    const squares = found.map(({ chance_error }) => chance_error ** 2);
    expect(Math.abs(average(squares) - due * due) / standardError(squares)).toBeLessThan(4);
  });

  test("by hand: two draws, two replications", () => {
    // Means 2 and 6, lucks 3 and 5, grand 4: no rest at all.
    const one = crossedComponents([
      [1, 3],
      [5, 7],
    ]);
    expect(one).toMatchObject({ mean: 4, draw_variance: 8, luck_variance: 2, rest_variance: 0, adjusted: [2, 6] });
    expect(one.standard_error).toBeCloseTo(Math.sqrt((16 + 4) / 4), 12);
  });

  test.each([
    [[[1, 2]]],
    [[[1], [2]]],
    [[[1, 2], [3]]],
    [
      [
        [1, NaN],
        [2, 3],
      ],
    ],
  ])("%j is refused", (values) => {
    expect(() => crossedComponents(values)).toThrow(RangeError);
  });
});

const key = { window: "w", place: "p", group: "all", estimand: "e", statistic: "mean", unit: "days" };

/** Two scenarios whose cost and effect differ by known amounts; replications share their luck. */
function sweepOf(cost: Truth, effect: Truth, n = 400, m = 4): FinishedSweep {
  const none = crossed(7, n, m, { mean: 10, draw: 5, luck: 2, rest: 0 });
  const plus = (difference: number[][]) => none.map((row, p) => row.map((value, k) => value + difference[p]![k]!));
  return {
    title: "Known",
    design: "draws",
    factors: ["x"],
    points: none.map((_, p) => [p]),
    scenarios: ["now", "plan"],
    measures: [
      { ...key, measure: "costs" },
      { ...key, measure: "effects" },
    ],
    values: [
      [none, none],
      [plus(crossed(1, n, m, cost)), plus(crossed(2, n, m, effect))],
    ],
  };
}

describe("probabilistic comparison", () => {
  const sweep = sweepOf({ mean: 100, draw: 50, luck: 0, rest: 200 }, { mean: 1, draw: 1, luck: 0, rest: 0.5 });

  test("the probability is that over the parameters, not over chance", () => {
    const [cost, effect] = compareDraws(sweep);
    // 400 draws: a standard error of at most 0.025.
    expect(Math.abs(cost!.probability_more - normalCdf(2))).toBeLessThan(4 * 0.0075);
    expect(Math.abs(effect!.probability_more - normalCdf(1))).toBeLessThan(4 * 0.019);
    const noisy = cost!.components.means.filter((mean) => mean > 0).length / 400;
    expect(noisy).toBeLessThan(cost!.probability_more - 0.05);
    expect(cost!.surely_more + cost!.cannot_tell + cost!.surely_less).toBeCloseTo(1, 12);
    expect(cost!.probability_low).toBeLessThan(cost!.probability_more);
  });

  test("where the parameters do not matter, chance does not pass for knowledge", () => {
    for (let trial = 0; trial < 20; trial++) {
      const nothing = { mean: 0, draw: 0, luck: 5, rest: 5 };
      const same = sweepOf(nothing, nothing, 30, 4).values[0]!;
      const noise = crossed(trial, 30, 4, nothing);
      const other = same.map((rows) => rows.map((row, p) => row.map((value, k) => value + noise[p]![k]!)));
      const [found0] = compareDraws({ ...sweep, points: same[0]!.map((_, p) => [p]), values: [same, other] });
      expect(found0!.probability_high - found0!.probability_low).toBeGreaterThan(0.1);
    }
  });

  test("the acceptability curve and the value of perfect information follow the normal law", () => {
    const worth = { costs: 0, effects: 1 };
    const willingness = [0, 50, 100, 200, 1000];
    for (const { willingness: w, probability, net_benefit, perfect_information } of acceptability(
      sweep,
      worth,
      willingness,
    )) {
      const [mean, sd] = [w - 100, Math.sqrt(w * w + 2500)];
      expect(probability[0]! + probability[1]!).toBeCloseTo(1, 12);
      expect(Math.abs(probability[1]! - normalCdf(mean / sd))).toBeLessThan(4 * 0.025);
      expect(Math.abs(net_benefit[1]! - mean)).toBeLessThan((4 * Math.sqrt(sd * sd + (w * w) / 16 + 10_000)) / 20);
      // E max(0, X) - max(0, E X) for a normal X.
      const density = Math.exp(-((mean / sd) ** 2) / 2) / Math.sqrt(2 * Math.PI);
      const due = mean * normalCdf(mean / sd) + sd * density - Math.max(0, mean);
      expect(Math.abs(perfect_information - due)).toBeLessThan((4 * sd) / 20);
    }
    const dots = costEffectivenessPlane(sweep, worth);
    expect(dots).toHaveLength(400);
    expect(spread(dots.map(({ adjusted_cost }) => adjusted_cost))).toBeLessThan(spread(dots.map(({ cost }) => cost)));
  });

  test("what cannot be compared is told", () => {
    expect(faultOfDraws({ ...sweep, scenarios: ["now"] })).toContain("expected two or more");
    const [now, plan] = sweep.values as [number[][][], number[][][]];
    expect(faultOfDraws({ ...sweep, values: [now, [[[1], [2]], plan[1]!]] })).toContain("one replication");
    expect(faultOfDraws({ ...sweep, values: [[plan[0]!.map((row) => row.map(() => NaN)), now[1]!], plan] })).toContain(
      "does not exist in every replication of draw 0",
    );
    expect(() => compareDraws({ ...sweep, scenarios: ["now"] })).toThrow(RangeError);
  });

  test("Wilson's interval, against published values", () => {
    // Newcombe 1998, Stat Med 17:857-872, method 3: 81 of 263 and 0 of 20.
    expect(wilson(81 / 263, 263).map((end) => end.toFixed(4))).toEqual(["0.2553", "0.3662"]);
    expect(wilson(0, 20).map((end) => end.toFixed(4))).toEqual(["0.0000", "0.1611"]);
  });
});
