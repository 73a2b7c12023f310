/** A run that is stopped, saved and gone on with: as if it had never been stopped, or with a change from that day on. */
import { expect, test } from "vitest";
import { type ExecutiveName, startRun } from "../../src/model/run.ts";
import type { SavedRun } from "../../src/model/pathway/saved.ts";
import type { PathwayScenario } from "../../src/scenario/pathway/types.ts";
import { brief, changed, type Row, Rows, rowsOf } from "./scenarios.ts";

const settings = (executive: ExecutiveName = "fast") => ({ seed: "tests", replication: 0, executive });

async function saved(scenario: PathwayScenario, day: number): Promise<{ rows: Row[]; state: SavedRun }> {
  const reader = new Rows();
  const run = await startRun(scenario, settings(), [reader]);
  run.runUntil(day);
  // As when it is sent to a worker.
  const state = structuredClone(run.save(day));
  return { rows: [...reader.rows], state };
}

async function resumed(scenario: PathwayScenario, state: SavedRun, executive?: ExecutiveName): Promise<Row[]> {
  const reader = new Rows();
  (await startRun(scenario, settings(executive), [reader], state)).finish();
  return reader.rows;
}

/** Row for row; the first that differs is shown, and not all that follow. */
function expectSame(rows: readonly Row[], whole: readonly Row[]): void {
  const differs = whole.findIndex((row, i) => JSON.stringify(row) !== JSON.stringify(rows[i]));
  expect(rows[differs]).toEqual(whole[differs]);
  expect(rows.length).toBe(whole.length);
}

test.each([
  ["in the warm-up", 30, "fast"],
  ["on an ordinary day", 237.5, "fast"],
  ["on the day before the last", 544, "fast"],
  ["on an ordinary day", 237.5, "simjs"],
] as const)("without a change, a run saved %s (day %d, %s) goes on to the last bit", async (_, day, executive) => {
  const scenario = brief();
  const whole = await rowsOf(scenario);
  const { rows, state } = await saved(scenario, day);
  expect(rows.length).toBeGreaterThan(1000);
  expectSame([...rows, ...(await resumed(scenario, state, executive))], whole);
});

test("a service that shrinks month by month goes on shrinking", async () => {
  const scenario = changed({
    warm_up_days: 180,
    run_days: 200,
    services: { IAPT: { staff: { therapists: { growth_per_year: -0.3 } } } },
  });
  const { rows, state } = await saved(scenario, 200);
  expectSame([...rows, ...(await resumed(scenario, state))], await rowsOf(scenario));
});

test("a change from a day on leaves the days before it, and the people, as they were", async () => {
  const before = brief();
  const { state } = await saved(before, 300);
  const whole = await rowsOf(before);
  const held = { IAPT: { hold: { chance: 1, lasts_months: 12 } } };
  const branch = await resumed(brief({ services: held }), state);
  expect(branch[0]!.at).toBeGreaterThanOrEqual(300);
  const holds = (rows: readonly Row[]): number => rows.filter(({ kind }) => kind === "hold").length;
  expect(holds(branch)).toBeGreaterThan(holds(whole));
  const newcomers = (rows: readonly Row[]): number[] =>
    rows.filter(({ kind, at }) => kind === "appear" && at >= 300).map(({ person }) => person);
  expect(newcomers(branch)).toEqual(newcomers(whole));
});

test("a run does not branch into a scenario with other services", async () => {
  const { state } = await saved(brief(), 30);
  const scenario = brief();
  const other = { ...scenario, services: scenario.services.slice(1) };
  await expect(resumed(other, state)).rejects.toThrow(
    /^a branch needs the same practices, groups and services in the same order: service "IAPT"/,
  );
});
