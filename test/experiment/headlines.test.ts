/** The main figures of a pathway: each is what the figures of the log say, paired, and none is missing. */
import { beforeAll, describe, expect, test } from "vitest";
import { differences, headlineDifferences, runStudy, type ScenarioResult } from "../../src/index.ts";
import { brief } from "../pathway/scenarios.ts";
import { desk } from "./scenarios.ts";

const hub = {
  payer: "the hub's own purse",
  staff: { team: { wte: 2, hours_per_week: 20 } },
  programmes: {
    talk: {
      staff: "team",
      session_minutes: 60,
      sessions_mean: 4,
      effect: { gain: 9, gain_scale: 1, gain_sessions: 2 },
    },
  },
  cost_per_contact: 10,
};
const withHub = {
  services: { hub },
  population: { groups: { pd: { policy: { hub: { rank: -1 } } } } },
};

describe("a service added to the baseline", () => {
  let base: ScenarioResult;
  let other: ScenarioResult;
  beforeAll(async () => {
    const study = { scenarios: [brief(), brief(withHub)], seed: "tests", replications: 3 };
    [base, other] = (await runStudy(study).done).scenarios as [ScenarioResult, ScenarioResult];
  }, 60_000);
  const row = (name: string) => headlineDifferences(base, other).find((each) => each.name === name)!;

  test("every main figure is there in both, with an interval", () => {
    for (const { name, n, base: before, other: after } of headlineDifferences(base, other)) {
      expect([n, before.n, after.n], name).toEqual([3, 3, 3]);
    }
  });

  test("counts are those of the window, per year; sums reach over all services, those of one scenario too", () => {
    const crises = differences(base, other).find(
      ({ key }) => key.place === "all practices" && key.group === "all" && key.measure === "crises",
    )!;
    expect(row("crises").mean).toBeCloseTo(crises.mean, 9);
    expect(row("crises").low).toBeCloseTo(crises.low, 9);
    const index = other.keys.findIndex(
      ({ place, group, measure, estimand }) =>
        place === "hub" && group === "all" && measure === "courses" && estimand === "finished",
    );
    const finished = other.outcomes.reduce((sum, { values }) => sum + values[index]!, 0) / 3;
    expect(finished).toBeGreaterThan(50);
    const elsewhere = headlineDifferences(base, { ...other, keys: other.keys.toSpliced(index, 1, other.keys[0]!) });
    const without = elsewhere.find(({ name }) => name === "courses finished")!;
    expect(row("courses finished").mean - without.mean).toBeCloseTo(finished, 6);
  });

  test("a payer that only one of them has paid nothing in the other", () => {
    expect(row("costs: the hub's own purse").base.mean).toBe(0);
    expect(row("costs: the hub's own purse").mean).toBeGreaterThan(1000);
    const payers = headlineDifferences(base, other).filter(({ name }) => name.startsWith("costs: "));
    const all = payers.find(({ name }) => name === "costs: all")!;
    const sum = payers.filter((each) => each !== all).reduce((pounds, { mean }) => pounds + mean, 0);
    expect(sum).toBeCloseTo(all.mean, 4);
  });
});

test("networks have none", () => {
  const result: ScenarioResult = { scenario: desk(1), keys: [], outcomes: [] };
  expect(headlineDifferences(result, result)).toEqual([]);
});
