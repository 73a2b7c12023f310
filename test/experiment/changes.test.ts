/** A scenario changed by path and value, as the page asks for it. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseAnyScenario, type PathwayScenario, type ScenarioChange, withChanges } from "../../src/index.ts";

const text = readFileSync(new URL("../../scenarios/baseline.json", import.meta.url), "utf8");
const parsed = parseAnyScenario(text, { name: "baseline.json" });
if (!parsed.ok || parsed.scenario.kind !== "pathway") throw new Error("the baseline does not parse");
const { source, scenario: base } = parsed;

function changed(...changes: ScenarioChange[]): PathwayScenario {
  const made = withChanges(source, changes);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.scenario as PathwayScenario;
}
const iapt = ({ services }: PathwayScenario) => services.find(({ name }) => name === "IAPT")!;

test("no change gives the same scenario", () => {
  expect(changed().services).toEqual(base.services);
});

test("a number is set in the unit of its path, keeps its range, and is called an assumption", () => {
  const path = "services.IAPT.hold.lasts_months";
  const other = changed({ path, value: 12 });
  expect(iapt(other).hold.lasts_days).toBe(365);
  const parameter = other.parameters.find(({ title }) => title === "IAPT holds for")!;
  const old = base.parameters.find((one) => one.path === path)!;
  expect([parameter.value, parameter.high, parameter.grade]).toEqual([
    365,
    ((old.high ?? NaN) * 365) / 12,
    "assumption",
  ]);
});

test("one number of a list is set, per year in the path and per day inside", () => {
  const other = changed({ path: "risk.crises_per_year[3]", value: 7.3 });
  expect(other.risk.crises_per_day[3]).toBeCloseTo(0.02, 12);
  expect(other.risk.crises_per_day.slice(0, 3)).toEqual(base.risk.crises_per_day.slice(0, 3));
});

test("a service is added with somebody who thinks of it, and can be taken away again", () => {
  const listening = {
    payer: "third sector",
    triage: {},
    staff: { listeners: { wte: 1, hours_per_week: 20 } },
    programmes: {
      talk: {
        staff: "listeners",
        session_minutes: 50,
        sessions_mean: 4,
        effect: { gain: 3, gain_scale: 3, gain_sessions: 3 },
      },
    },
    cost_per_contact: 20,
  };
  const added: ScenarioChange[] = [
    { path: "services.listening", value: listening },
    { path: "population.groups.pd.policy.listening", value: { known: 0.5 } },
  ];
  expect(changed(...added).services.map(({ name }) => name)).toContain("listening");
  const away = added.map(({ path }): ScenarioChange => ({ path, value: null }));
  expect(changed(...added, ...away.toReversed()).services).toEqual(base.services);
});

test("what is out of range, or nowhere, is refused, each with where", () => {
  const at = (...changes: ScenarioChange[]): string[] => {
    const made = withChanges(source, changes);
    return made.ok ? [] : [...new Set(made.problems.map((problem) => problem.at))];
  };
  expect(at({ path: "population.adult_share", value: 2 })).toEqual(["population.adult_share"]);
  expect(at({ path: "services.nothing.triage.noise", value: 1 }, { path: "risk.band_scores[9]", value: 1 })).toEqual([
    "services.nothing.triage.noise",
    "risk.band_scores[9]",
  ]);
  expect(at({ path: "..", value: 1 })).toEqual([".."]);
});
