/** Sensitivity, held against functions whose indices are known. */
import { describe, expect, test } from "vitest";
import { latinHypercube } from "../../src/experiment/method/designs/latin-hypercube.ts";
import { saltelli, saltelliOutputs } from "../../src/experiment/method/designs/saltelli.ts";
import { partialRankCorrelations } from "../../src/experiment/method/sensitivity/partial-rank.ts";
import { ranks } from "../../src/experiment/method/sensitivity/ranks.ts";
import { type SobolIndices, sobolIndices } from "../../src/experiment/method/sensitivity/sobol-indices.ts";
import { tornado } from "../../src/experiment/method/sensitivity/tornado.ts";

/** Ishigami and Homma 1990, with a = 7 and b = 0.1, on (-π, π)^3. */
function ishigami(u: readonly number[]): number {
  const [x, y, z] = u.map((each) => Math.PI * (2 * each - 1));
  return Math.sin(x!) + 7 * Math.sin(y!) ** 2 + 0.1 * z! ** 4 * Math.sin(x!);
}
const ishigamiIndices = (() => {
  const [a, b] = [7, 0.1];
  const v1 = 0.5 * (1 + (b * Math.PI ** 4) / 5) ** 2;
  const v2 = a ** 2 / 8;
  const v13 = b ** 2 * Math.PI ** 8 * (1 / 18 - 1 / 50);
  const v = v1 + v2 + v13;
  return { first: [v1 / v, v2 / v, 0], total: [(v1 + v13) / v, v2 / v, v13 / v] };
})();

/** Sobol' g (Saltelli and Sobol' 1995): the product of (|4 u - 2| + a) / (1 + a). */
const gOf = [0, 1, 4.5, 9, 99, 99];
const g = (u: readonly number[]): number =>
  u.reduce((product, each, i) => (product * (Math.abs(4 * each - 2) + gOf[i]!)) / (1 + gOf[i]!), 1);
const gIndices = (() => {
  const parts = gOf.map((a) => 1 / 3 / (1 + a) ** 2);
  const all = parts.reduce((product, part) => product * (1 + part), 1);
  return {
    first: parts.map((part) => part / (all - 1)),
    total: parts.map((part) => (part * all) / (1 + part) / (all - 1)),
  };
})();

const indicesOf = (model: (u: readonly number[]) => number, k: number, rows: number, seed: string): SobolIndices =>
  sobolIndices(saltelliOutputs(saltelli(rows, k, seed).map(model), k), { seed, resamples: 200 });

describe.each([
  ["Ishigami", ishigami, 3, ishigamiIndices],
  ["Sobol' g", g, 6, gIndices],
] as const)("Sobol' indices of %s", (_name, model, k, known) => {
  test("come within 0.01 of the known ones with 8,192 rows", () => {
    const { first, total } = indicesOf(model, k, 8192, "indices");
    known.first.forEach((value, i) => expect(Math.abs(first[i]!.value - value), `S${i}`).toBeLessThan(0.01));
    known.total.forEach((value, i) => expect(Math.abs(total[i]!.value - value), `T${i}`).toBeLessThan(0.01));
  });

  test("and their intervals hold the known ones about as often as they say", () => {
    let held = 0;
    const seeds = Array.from({ length: 20 }, (_, i) => `seed ${i}`);
    for (const seed of seeds) {
      const { first, total } = indicesOf(model, k, 256, seed);
      const holds = (index: { low: number; high: number }, value: number): number =>
        Number(index.low <= value && value <= index.high);
      known.first.forEach((value, i) => (held += holds(first[i]!, value)));
      known.total.forEach((value, i) => (held += holds(total[i]!, value)));
    }
    // Scrambled points are more even than the bootstrap thinks, so that intervals are wide rather than narrow.
    expect(held / (seeds.length * 2 * k)).toBeGreaterThan(0.93);
  });
});

test("equal values share the mean of their ranks", () => {
  expect(ranks([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2]);
});

describe("partial rank correlation", () => {
  const points = latinHypercube(300, 3, "prcc");
  const result = points.map(([x, y]) => Math.exp(3 * x!) - 0.5 * y! + 0.01 * x! * y!);

  test("finds what rises, what falls and what does nothing, however curved", () => {
    const [rises, falls, nothing] = partialRankCorrelations(points, result);
    expect(rises!.value).toBeGreaterThan(0.99);
    expect(falls!.high).toBeLessThan(0);
    expect(nothing!.low).toBeLessThan(0);
    expect(nothing!.high).toBeGreaterThan(0);
  });

  test("agrees with the inverse of the matrix of correlations", () => {
    // Ranks 1 … 6 of three columns; partial correlations worked out with NumPy from the inverse of corrcoef.
    const few = [
      [1, 2],
      [2, 1],
      [3, 4],
      [4, 3],
      [5, 6],
      [6, 5],
      [7, 8],
      [8, 7],
    ];
    const [first, second] = partialRankCorrelations(few, [2, 1, 3, 5, 4, 6, 8, 7]);
    expect(first!.value).toBeCloseTo(0.6525509825370943, 12);
    expect(second!.value).toBeCloseTo(0.258198889747161, 12);
  });

  test("a factor that does not vary has none, and too few points are refused", () => {
    const still = points.map(([x]) => [x!, 5]);
    expect(partialRankCorrelations(still, result)[1]!.value).toBeNaN();
    expect(() => partialRankCorrelations(points.slice(0, 6), result.slice(0, 6))).toThrow(RangeError);
  });

  test("95% intervals hold 0 in 93 to 97% of 1,000 cases in which nothing matters", () => {
    let held = 0;
    for (let i = 0; i < 1000; i++) {
      const cube = latinHypercube(40, 3, `null ${i}`);
      const { low, high } = partialRankCorrelations(
        cube.map((point) => point.slice(0, 2)),
        cube.map((point) => point[2]!),
      )[0]!;
      if (low <= 0 && 0 <= high) held++;
    }
    expect(held).toBeGreaterThanOrEqual(930);
    expect(held).toBeLessThanOrEqual(970);
  });
});

test("a tornado puts the widest swing first and pairs replications", () => {
  const bars = tornado(
    [10, 20],
    [
      { factor: "small", low: [9, 19], high: [11, 21] },
      { factor: "unknown", low: [NaN, NaN], high: [1, 1] },
      { factor: "large", low: [15, 25], high: [5, 15] },
    ],
  );
  expect(bars.map((bar) => bar.factor)).toEqual(["large", "small", "unknown"]);
  expect(bars[0]!.swing).toMatchObject({ mean: -10, low: -10, high: -10 });
  expect(bars[1]!.low.mean).toBe(-1);
});
