/** Two ways to the same number. */
import { expect } from "vitest";

/** Throws unless both are the same within a share of the second. */
export const near = (value: number, expected: number, relative = 1e-10): void =>
  expect(Math.abs(value - expected), `${value} beside ${expected}`).toBeLessThanOrEqual(relative * Math.abs(expected));
