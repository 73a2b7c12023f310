/** The main figures of a pathway: each is what the figures of the log say, paired, and none is missing. */
import { beforeAll, describe, expect, test } from "vitest";
import { differences, type HeadlineRow, headlineRows, runStudy, type ScenarioResult } from "../../src/index.ts";
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
  const rows = (): HeadlineRow[] => headlineRows([base, other]);
  const row = (key: string) => {
    const { values, differences: of } = rows().find(({ headline }) => headline.key === key)!;
    return { base: values[0]!, other: values[1]!, ...of[0]! };
  };
  /** A figure of the log, by its full name, as a mean over replications. */
  const logged = ({ keys, outcomes }: ScenarioResult, place: string, measure: string, estimand: string): number => {
    const at = keys.findIndex(
      (key) => key.place === place && key.group === "all" && key.measure === measure && key.estimand === estimand,
    );
    return outcomes.reduce((sum, { values }) => sum + values[at]!, 0) / outcomes.length;
  };

  test("every main figure of both is there, with an interval, and in the order of the themes", () => {
    for (const { headline, values } of rows().filter(({ headline: { key } }) => !/specialist|hub/.test(key)))
      expect(
        values.map(({ n }) => n),
        headline.key,
      ).toEqual([3, 3]);
    const themes = rows().map(({ headline }) => headline.theme);
    expect([...new Set(themes)]).toEqual(["access", "gap", "outcome", "crisis", "GP work", "money", "fairness"]);
    expect(themes).toEqual(
      themes.toSorted((a, b) => [...new Set(themes)].indexOf(a) - [...new Set(themes)].indexOf(b)),
    );
  });

  test("counts are those of the window, per year, each event once", () => {
    const crises = differences(base, other).find(
      ({ key }) => key.place === "all practices" && key.group === "all" && key.measure === "crises",
    )!;
    expect(row("crises").mean).toBeCloseTo(crises.mean, 9);
    expect(row("crises").low).toBeCloseTo(crises.low, 9);
    const services = other.scenario.kind === "pathway" ? other.scenario.services.map(({ name }) => name) : [];
    const over = (measure: string, estimand: string): number =>
      services.reduce((sum, service) => sum + (logged(other, service, measure, estimand) || 0), 0);
    expect(over("courses", "finished")).toBeGreaterThan(logged(other, "hub", "courses", "finished"));
    expect(logged(other, "hub", "courses", "finished")).toBeGreaterThan(50);
    expect(row("treated").other.mean).toBeCloseTo(over("courses", "finished"), 6);
    expect(row("recovered").other.mean).toBeCloseTo(over("recovered", "events"), 6);
    expect(row("left-waiting").other.mean).toBeCloseTo(over("disengaged", "left_waiting"), 6);
    expect(row("rejections").other.mean).toBeCloseTo(
      over("rejections_on_paper", "all") + over("rejections_at_assessment", "all"),
      6,
    );
  });

  test("a service or payer that only one of them has did nothing, and was paid nothing, in the other", () => {
    expect(row("costs the hub's own purse").base.mean).toBe(0);
    expect(row("costs the hub's own purse").mean).toBeGreaterThan(1000);
    expect(row("wait hub").base.n).toBe(0);
    expect(row("wait hub").other.n).toBe(3);
    const payers = rows().filter(({ headline }) => headline.key.startsWith("costs "));
    const sum = payers.reduce((pounds, { differences: of }) => pounds + of[0]!.mean, 0);
    expect(sum).toBeCloseTo(row("costs").mean, 4);
  });

  test("what differs by rounding alone does not differ", () => {
    const nudged = {
      ...base,
      outcomes: base.outcomes.map((outcome) => ({ ...outcome, values: outcome.values.map((x) => x * (1 + 1e-15)) })),
    };
    for (const { headline, differences: of } of headlineRows([base, nudged]))
      if (!Number.isNaN(of[0]!.mean)) expect([of[0]!.low, of[0]!.high], headline.key).toEqual([0, 0]);
  });
});

test("networks have none", () => {
  const result: ScenarioResult = { scenario: desk(1), keys: [], outcomes: [] };
  expect(headlineRows([result, result])).toEqual([]);
});
