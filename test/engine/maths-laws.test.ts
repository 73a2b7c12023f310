/**
 * What must hold of src/engine/maths whatever the numbers: edges, exact cases, and identities over generated numbers.
 */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaQuantile, incompleteBeta, tQuantile } from "../../src/engine/maths/beta.ts";
import { exp, expm1 } from "../../src/engine/maths/exp.ts";
import { gammaP, gammaQuantile } from "../../src/engine/maths/gamma.ts";
import { logGamma } from "../../src/engine/maths/log-gamma.ts";
import { log, log1p } from "../../src/engine/maths/log.ts";
import { normalCdf, normalDensity, normalQuantile } from "../../src/engine/maths/normal.ts";
import { pow } from "../../src/engine/maths/pow.ts";

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const inside = (min: number, max: number) => fc.double({ min, max, noNaN: true, minExcluded: true, maxExcluded: true });
const near = (got: number, expected: number, error: number) => Math.abs(got - expected) <= error * Math.abs(expected);

const check = <T>(numbers: fc.Arbitrary<T>, law: (value: T) => boolean) =>
  fc.assert(fc.property(numbers, law), { numRuns: 2000, seed: 2026 });
/** Rises wherever it is looked at, but for its last digits. */
const rises = (f: (x: number) => number, numbers: fc.Arbitrary<number>) =>
  check(fc.tuple(numbers, between(0, 0.01)), ([x, step]) => {
    const error = 1e-12 * Math.abs(f(x));
    return f(x * (1 + step)) >= f(x) - error;
  });

describe("edges", () => {
  it("log and log1p tell 0, Infinity, negative numbers and NaN apart", () => {
    expect([0, 1, Infinity, -1, NaN].map(log)).toEqual([-Infinity, 0, Infinity, NaN, NaN]);
    expect([-1, 0, Infinity, -2, NaN].map(log1p)).toEqual([-Infinity, 0, Infinity, NaN, NaN]);
  });
  it("exp overflows to Infinity, underflows through subnormal numbers to 0", () => {
    expect([0, -Infinity, Infinity, NaN].map(exp)).toEqual([1, 0, Infinity, NaN]);
    expect([709.79, -745.14].map(exp)).toEqual([Infinity, 0]);
    expect(exp(709.782712893384)).toBeGreaterThan(1.797e308);
    expect(exp(-745.13)).toBe(5e-324);
    expect(exp(-740) / 5e-324).toBe(Math.round(4.199558e-322 / 5e-324));
    expect([-Infinity, 0, NaN].map(expm1)).toEqual([-1, 0, NaN]);
  });
  it("pow is exact for whole powers, halves and powers of two", () => {
    expect([pow(10, 3), pow(3, 5), pow(7, 8), pow(2, 0.5), pow(4, -1)]).toEqual([1000, 243, 5764801, Math.SQRT2, 0.25]);
    expect([pow(2, -3), pow(2, 100), pow(2, -1074), pow(0.25, 10)]).toEqual([0.125, 2 ** 100, 5e-324, 2 ** -20]);
  });
  it("pow tells 0, Infinity, negative numbers and NaN apart", () => {
    expect([pow(0, 2.5), pow(0, -1.5), pow(Infinity, 0.1), pow(Infinity, -0.1)]).toEqual([0, Infinity, Infinity, 0]);
    expect([pow(0, 0), pow(1, Infinity), pow(2, Infinity), pow(2, -Infinity)]).toEqual([1, 1, Infinity, 0]);
    expect([pow(-1, 2), pow(NaN, 1), pow(2, NaN)]).toEqual([NaN, NaN, NaN]);
  });
  it("the normal law ends at 0, 1 and Infinity, and is NaN elsewhere", () => {
    expect([-Infinity, 0, Infinity, NaN].map(normalCdf)).toEqual([0, 0.5, 1, NaN]);
    expect([0, 0.5, 1, -0.1, 1.1, NaN].map(normalQuantile)).toEqual([-Infinity, 0, Infinity, NaN, NaN, NaN]);
    expect([-Infinity, NaN].map(normalDensity)).toEqual([0, NaN]);
  });
  it("gamma, beta and t end at their limits, and are NaN elsewhere", () => {
    expect([0, Infinity, -1, NaN].map(logGamma)).toEqual([Infinity, Infinity, NaN, NaN]);
    expect([gammaP(2, 0), gammaP(2, Infinity), gammaP(2, -1), gammaP(0, 1)]).toEqual([0, 1, NaN, NaN]);
    expect([0, 1, -0.1, 1.1, NaN].map((p) => gammaQuantile(2, p))).toEqual([0, Infinity, NaN, NaN, NaN]);
    expect(gammaQuantile(-1, 0.5)).toBeNaN();
    expect([0, 1, -0.1, NaN].map((x) => incompleteBeta(2, 3, x))).toEqual([0, 1, NaN, NaN]);
    expect([0, 1, -0.1, NaN].map((p) => betaQuantile(2, 3, p))).toEqual([0, 1, NaN, NaN]);
    expect([0, 0.5, 1, NaN].map((p) => tQuantile(p, 3))).toEqual([-Infinity, 0, Infinity, NaN]);
    expect(tQuantile(0.3, 0.5)).toBeNaN();
    expect(tQuantile(0.3, Infinity)).toBe(normalQuantile(0.3));
  });
});

describe("identities", () => {
  it("exp undoes log, expm1 undoes log1p", () => {
    check(between(1e-30, 1e30), (x) => near(exp(log(x)), x, 2e-14));
    check(between(-0.99, 100), (x) => near(expm1(log1p(x)), x, 2e-14));
  });
  it("pow agrees with exp of log, and splits over a sum of powers", () => {
    check(fc.tuple(between(0.01, 100), between(-20, 20)), ([x, y]) => near(pow(x, y), exp(y * log(x)), 5e-14));
    check(fc.tuple(between(0.01, 100), between(-9, 9), fc.integer({ min: 1, max: 8 })), ([x, y, n]) =>
      near(pow(x, y + n), pow(x, y) * pow(x, n), 1e-13),
    );
  });
  it("every quantile undoes its distribution function", () => {
    check(inside(1e-12, 1), (p) => near(normalCdf(normalQuantile(p)), p, 1e-13));
    check(fc.tuple(between(0.05, 500), inside(1e-12, 1)), ([a, p]) => near(gammaP(a, gammaQuantile(a, p)), p, 1e-12));
    check(fc.tuple(between(0.5, 200), between(0.5, 200), inside(1e-12, 1)), ([a, b, p]) =>
      near(incompleteBeta(a, b, betaQuantile(a, b, p)), p, 1e-11),
    );
  });
  it("every function rises, beyond its last digits", () => {
    const p = inside(1e-300, 0.99);
    for (const f of [log, normalQuantile, (q: number) => gammaQuantile(0.3, q), (q: number) => gammaQuantile(60, q)])
      rises(f, p);
    for (const f of [(q: number) => tQuantile(q, 2.5), (q: number) => betaQuantile(0.7, 40, q)]) rises(f, p);
    for (const f of [exp, normalCdf, (x: number) => gammaP(30, x)]) rises(f, between(0, 100));
  });
  it("normal and t are symmetrical, and beta is its own mirror", () => {
    check(
      fc.integer({ min: 1, max: 2 ** 40 }),
      (n) => normalQuantile(n / 2 ** 41) === -normalQuantile(1 - n / 2 ** 41) || n === 2 ** 40,
    );
    check(
      fc.tuple(between(1, 100), fc.integer({ min: 1, max: 511 })),
      ([degrees, n]) => tQuantile(n / 1024, degrees) === -tQuantile(1 - n / 1024, degrees),
    );
    check(
      fc.tuple(between(0.5, 50), between(0.5, 50), between(0.01, 0.99)),
      ([a, b, x]) => Math.abs(incompleteBeta(a, b, x) + incompleteBeta(b, a, 1 - x) - 1) < 1e-12,
    );
  });
  it("logGamma steps by log x, and gammaP of shape 1 is the exponential law", () => {
    check(
      between(0.001, 1e4),
      (x) => Math.abs(logGamma(x + 1) - logGamma(x) - log(x)) < 1e-14 * (1 + logGamma(x + 1)) * 10,
    );
    check(between(1e-9, 30), (x) => near(gammaP(1, x), -expm1(-x), 1e-14));
    check(inside(1e-300, 1), (p) => near(gammaQuantile(1, p), -log1p(-p), 1e-13));
  });
  it("t with 1 degree of freedom is the Cauchy law, with 2 a square root", () => {
    expect(tQuantile(0.75, 1)).toBeCloseTo(1, 13);
    check(inside(1e-9, 1), (p) => near(tQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 1e-12) || p === 0.5);
  });
});
