/** Designs of experiments: which points are run. */
import { describe, expect, test } from "vitest";
import { fullFactorial } from "../../src/experiment/method/designs/full-factorial.ts";
import { latinHypercube } from "../../src/experiment/method/designs/latin-hypercube.ts";
import { oneAtATime } from "../../src/experiment/method/designs/one-at-a-time.ts";
import { saltelli, saltelliOutputs } from "../../src/experiment/method/designs/saltelli.ts";
import { mostSobolDimensions, sobolDirections } from "../../src/experiment/method/designs/sobol-directions.ts";
import { sobolSequence } from "../../src/experiment/method/designs/sobol-sequence.ts";
import { scipySobol } from "./reference/scipy-sobol.ts";

test("a full factorial has every combination once, the last factor changing fastest", () => {
  const points = fullFactorial([2, 1, 3]);
  expect(points).toEqual([
    [0, 0, 0],
    [0, 0, 1],
    [0, 0, 2],
    [1, 0, 0],
    [1, 0, 1],
    [1, 0, 2],
  ]);
});

test("one at a time begins with no change and never changes two factors", () => {
  const none = undefined;
  expect(oneAtATime([2, 1])).toEqual([
    [none, none],
    [0, none],
    [1, none],
    [none, 0],
  ]);
});

describe("Latin hypercube", () => {
  test("each factor uses each stratum once", () => {
    const points = latinHypercube(50, 4, "a");
    for (let factor = 0; factor < 4; factor++) {
      const strata = points.map((point) => Math.floor(point[factor]! * 50)).toSorted((x, y) => x - y);
      expect(strata).toEqual(Array.from({ length: 50 }, (_, i) => i));
    }
  });

  test("the seed decides it, and one more factor moves no other", () => {
    expect(latinHypercube(20, 3, "a")).toEqual(latinHypercube(20, 3, "a"));
    expect(latinHypercube(20, 3, "a")).not.toEqual(latinHypercube(20, 3, "b"));
    expect(latinHypercube(20, 3, "a").map((point) => point.slice(0, 2))).toEqual(latinHypercube(20, 2, "a"));
  });

  test("factors are not correlated beyond chance", () => {
    const points = latinHypercube(2000, 2, "c");
    const product = points.reduce((sum, [x, y]) => sum + (x! - 0.5) * (y! - 0.5), 0);
    expect(Math.abs((product / 2000) * 12)).toBeLessThan(4 / Math.sqrt(2000));
  });
});

describe("Sobol' sequence", () => {
  test("gives the points that SciPy gives, in all dimensions", () => {
    const points = sobolSequence(64, mostSobolDimensions);
    for (const [point, coordinates] of Object.entries(scipySobol)) expect(points[Number(point)]).toEqual(coordinates);
  });

  test("every direction integer is odd and small enough, as the construction needs", () => {
    for (let dimension = 0; dimension < mostSobolDimensions; dimension++) {
      sobolDirections(dimension).forEach((direction, k) => {
        const m = direction / 2 ** (31 - k);
        expect(m % 2, `dimension ${dimension}, bit ${k}`).toBe(1);
        expect(m).toBeLessThan(2 ** (k + 1));
      });
    }
  });

  test.each([undefined, "scrambled"])("256 points put one in each 256th of every dimension (seed %s)", (seed) => {
    const points = sobolSequence(256, mostSobolDimensions, seed);
    for (let i = 0; i < mostSobolDimensions; i++) {
      expect(new Set(points.map((point) => Math.floor(point[i]! * 256))).size).toBe(256);
    }
  });

  test("scrambling keeps the net: the first two dimensions have one point in each 16th by 16th", () => {
    const cells = sobolSequence(256, 2, "s").map(([x, y]) => Math.floor(x! * 16) * 16 + Math.floor(y! * 16));
    expect(new Set(cells).size).toBe(256);
  });

  test("more dimensions than there are numbers for are refused", () => {
    expect(() => sobolSequence(4, mostSobolDimensions + 1)).toThrow(RangeError);
  });
});

test("Saltelli's design changes one column at a time from A to B, and its outputs find their way back", () => {
  const points = saltelli(8, 3, "s");
  expect(points).toHaveLength(8 * 5);
  const [a, ab1, ab2, ab3, b] = points;
  expect([ab1, ab2, ab3]).toEqual([0, 1, 2].map((i) => a!.with(i, b![i]!)));
  const {
    a: fa,
    b: fb,
    ab,
  } = saltelliOutputs(
    points.map((_, i) => i),
    3,
  );
  expect([fa[1], ab.map((column) => column[1]), fb[1]]).toEqual([5, [6, 7, 8], 9]);
  expect(() => saltelliOutputs([1, 2], 3)).toThrow(RangeError);
});
