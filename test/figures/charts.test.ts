/** From a study of the pathway to what the charts draw: sums that must hold, whatever the numbers. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import {
  careStates,
  figureKeys,
  parseAnyScenario,
  type PathwayScenario,
  replicate,
  scaled,
  type ScenarioResult,
  valuesOf,
} from "../../src/index.ts";
import { differences } from "../../viz/charts/differences.ts";
import { explainReadings } from "../../viz/charts/readings.ts";
import { stateOrder } from "../../viz/charts/states.ts";
import { answersIn } from "../../viz/figures/announce.ts";
import { differenceFigures } from "../../viz/figures/differences.ts";
import { endingsFigures, readingsFigures, referredTo } from "../../viz/figures/endings.ts";
import { leftOutOf } from "../../viz/figures/left-out.ts";
import { pathwayMapFigures } from "../../viz/figures/pathway-map.ts";
import { statesFigures } from "../../viz/figures/states.ts";
import { rowsOf } from "../../viz/figures/rows.ts";
import { tellDifference, tellValue } from "../../viz/figures/words.ts";
import { restsOn } from "../../viz/parts/soft.ts";
import { timesOf, waitDaysOf } from "../../viz/study/grid.ts";
import type { Results } from "../../viz/study/results.ts";

const scale = 0.1;
let results: Results;

function scenarioOf(name: string): PathwayScenario {
  const load = (path: string): string => readFileSync(new URL(`../../scenarios/${path}`, import.meta.url), "utf8");
  const parsed = parseAnyScenario(load(name), { name, load });
  if (!parsed.ok || parsed.scenario.kind !== "pathway") throw new Error(`${name} is no pathway`);
  return parsed.scenario;
}

beforeAll(async () => {
  const scenarios = ["baseline.json", "longer-holding.json"].map(scenarioOf);
  const run = await Promise.all(
    scenarios.map(async (full): Promise<ScenarioResult> => {
      const scenario = scaled(full, scale);
      const task = {
        seed: "charts",
        executive: "fast" as const,
        times: timesOf(scenario),
        waits: waitDaysOf(scenario),
      };
      const outcomes = [
        await replicate(scenario, { ...task, replication: 0 }),
        await replicate(scenario, { ...task, replication: 1 }),
      ];
      return { scenario, keys: figureKeys(scenario), outcomes };
    }),
  );
  const known = (result: ScenarioResult, at: number) => ({
    asked: { id: "ab"[at]!, name: "", base: "", changes: [] },
    title: result.scenario.title,
    scenario: scenarios[at],
    file: scenarios[at],
    problems: [],
    result,
  });
  results = {
    scenarios: run.map(known),
    seed: "charts",
    runs: 2,
    of: 2,
    given: [],
    scale,
    stale: false,
    busy: false,
    failure: "",
  };
}, 120_000);

describe("where people are", () => {
  test("at each look all states together are all the people in view, for each one there is", () => {
    const figures = statesFigures(results);
    expect(figures.scenarios).toHaveLength(2);
    const { result } = results.scenarios[0]!;
    const looks = timesOf(result!.scenario);
    const [first] = figures.scenarios;
    looks.forEach((_, look) => {
      const drawn = stateOrder.reduce((sum, state) => sum + first!.people[state][look]!.mean, 0);
      const people = result!.outcomes.map(({ series }) => {
        const states = series!.states!;
        let sum = 0;
        for (let row = 0; row * looks.length < states.length; row++) {
          if (careStates[row % careStates.length] !== "well") sum += states[row * looks.length + look]!;
        }
        return sum / scale;
      });
      expect(drawn).toBeCloseTo(people.reduce((sum, value) => sum + value, 0) / people.length, 6);
    });
  });

  test("the mean over the looks is near the mean of the period", () => {
    const [first] = statesFigures(results).scenarios;
    for (const state of ["gap", "in_treatment"] as const) {
      const looks = first!.people[state];
      const mean = looks.reduce((sum, one) => sum + one.mean, 0) / looks.length;
      expect(mean / first!.period[state].mean).toBeGreaterThan(0.9);
      expect(mean / first!.period[state].mean).toBeLessThan(1.1);
    }
  });
});

describe("endings of waits", () => {
  test("never fall, and never are more than everybody", () => {
    for (const place of referredTo(results)) {
      for (const { days, shares, waiting } of endingsFigures(results, place).scenarios) {
        days.forEach((_, day) => {
          const all = Object.values(shares).map((share) => share[day]!.mean);
          if (day > 0)
            Object.values(shares).forEach((share, at) => expect(all[at]).toBeGreaterThanOrEqual(share[day - 1]!.mean));
          const ended = all.reduce((sum, share) => sum + share, 0);
          expect(ended).toBeLessThanOrEqual(1 + 1e-9);
          expect(waiting[day]!.mean).toBeCloseTo(1 - ended, 12);
          expect(waiting[day]!.n).toBe(shares.seen[day]!.n);
        });
      }
    }
    expect(endingsFigures(results, "IAPT").scenarios).toHaveLength(2);
  });

  test("readings are those of the measures, for each limit of the scenario", () => {
    const { readings } = readingsFigures(results, "IAPT");
    expect(readings.map(({ limit }) => limit)).toEqual([42, 126, 365, 42, 126, 365]);
    const part = {
      measure: "wait_to_first_treatment",
      estimand: "all_begun",
      statistic: "share_within_126",
      place: "IAPT",
    };
    const values = valuesOf(results.scenarios[0]!.result!, [part])!;
    expect(readings[1]!.full.mean).toBeCloseTo((values[0]! + values[1]!) / 2, 12);
  });

  test("what is said of the readings tells that longer standards are of other referrals, where there are several", () => {
    const figures = readingsFigures(results, "IAPT");
    const note = "within 52 weeks these are earlier ones than within 18 weeks";
    expect(explainReadings(figures)).toContain(note);
    const one = figures.readings.filter(({ limit }) => limit === 42);
    expect(explainReadings({ ...figures, readings: one })).not.toContain("earlier ones");
  });
});

describe("the map", () => {
  test("has the gap, every service with referrals, and ways only between its places", () => {
    const { places, flows } = pathwayMapFigures(results, 1)!;
    const keys = places.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(["GP", "gap", "IAPT", "CMHT", "charity", "well", "crisis", "lost"]));
    for (const { from, to } of flows) expect([keys.includes(from), keys.includes(to)]).toEqual([true, true]);
    expect(flows.filter(({ kind }) => kind === "back").length).toBeGreaterThan(2);
  });

  test("a difference is that of the two scenarios, and rejections are people a year of all there are", () => {
    const { flows } = pathwayMapFigures(results, 1)!;
    for (const { people } of flows) expect(people.difference.mean).toBeCloseTo(people.other.mean - people.base.mean, 9);
    const way = flows.find(({ from, word }) => from === "IAPT" && word === "rejected on paper")!;
    const counts = valuesOf(results.scenarios[0]!.result!, [
      { measure: "rejections_on_paper", estimand: "all", statistic: "count", place: "IAPT" },
    ])!;
    expect(way.people.base.mean).toBeCloseTo((counts[0]! + counts[1]!) / 2 / 5 / scale, 9);
  });
});

describe("a model of a tenth of the people", () => {
  test("says which services are too small for it, and nothing else of them", () => {
    expect(restsOn({ ...results, busy: true })).toMatch(
      /1 in 10 people.*with the costs, is on its way.*not in it: .*private specialist \(counselling\)/,
    );
    const told = rowsOf(results).map(({ headline }) => headline.key);
    expect(told).toContain("wait IAPT");
    expect(told).not.toContain("wait private specialist");
    expect(restsOn({ ...results, scale: 1, runs: 2, of: 2 })).toBe("2 runs of each, 95% intervals");
    expect(
      leftOutOf({
        ...results,
        scenarios: results.scenarios.map((known) => ({ ...known, scenario: known.result!.scenario })),
      }),
    ).toEqual([]);
  });

  test("tells no money: not in the rows, nor in what is drawn, written and said of them", () => {
    const rows = rowsOf(results);
    const money = rows.filter(({ headline }) => headline.theme === "money");
    expect(money.map(({ headline }) => headline.key)).toEqual(
      expect.arrayContaining(["costs", "costs primary care", "costs IAPT"]),
    );
    for (const row of money) {
      expect(row.pairs.flat()).toEqual([]);
      for (const figure of [...row.values, ...row.differences]) expect(figure).toMatchObject({ mean: NaN, n: 0 });
      expect(tellValue(row, row.values[0]!, 0)).toBe("comes with the full runs");
      expect(tellDifference(row, row.differences[0]!, 0)).toBe("comes with the full runs");
    }
    const drawn = differences.twin(differenceFigures(results, rows)).rows.filter(([head]) => head!.startsWith("Money"));
    expect(drawn.map((cells) => cells.slice(1))).toEqual(
      money.map(() => ["comes with the full runs", "nothing to compare"]),
    );
    expect(answersIn(results)).toMatch(/what it costs comes with the full runs/i);
    expect(answersIn(results)).not.toContain("£");
    const full = rowsOf({ ...results, scale: 1 }).find(({ headline }) => headline.key === "costs")!;
    expect(full.isLater).toBe(false);
    expect(full.values[0]!.n).toBe(2);
  });
});
