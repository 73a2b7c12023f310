/** What it takes to agree with theory. */
import { expect } from "vitest";
import type { CheckRow } from "../../src/experiment/check.ts";

const tell = ({ key, expected, simulated, standardError, z }: CheckRow): string =>
  `${key.place}, ${key.group}: ${key.measure} ${key.estimand} ${key.statistic} ${simulated} beside ${expected}, ` +
  `standard error ${standardError}, z ${z}`;

/** Every row has a standard error below 1% of its value and lies within 4 of them. */
export function expectAgreement(rows: readonly CheckRow[]): void {
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter((row) => !(row.standardError < 0.01 * row.expected)).map(tell)).toEqual([]);
  expect(rows.filter((row) => !row.agrees).map(tell)).toEqual([]);
  if (process.env["CAREGAP_TELL"]) console.log(rows.map(tell).join("\n"));
}

/** At least one row lies beyond 4 standard errors. */
export function expectDisagreement(rows: readonly CheckRow[]): void {
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter((row) => !row.agrees).length).toBeGreaterThan(0);
}
