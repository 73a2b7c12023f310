/** The baseline held against published figures; and tuning, which may touch nothing that is published. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { calibrationRows, readyToCalibrate, tunedIn } from "../../src/experiment/calibration/calibrate.ts";
import { withValues } from "../../src/experiment/calibration/change.ts";
import { free, freeIn } from "../../src/experiment/calibration/free.ts";
import { dampedStep } from "../../src/experiment/calibration/least-squares.ts";
import { targets } from "../../src/experiment/calibration/targets.ts";
import { lossOf, tune } from "../../src/experiment/calibration/tune.ts";
import type { PathwayScenario } from "../../src/scenario/pathway/types.ts";
import { runStudy } from "../../src/experiment/study.ts";
import { parseAnyScenario } from "../../src/scenario/parse.ts";
import { inFolder } from "../scenario/files.ts";
import { baselineText, brief, changed } from "./scenarios.ts";

const parsed = parseAnyScenario(baselineText, { name: "baseline.json" });
if (!parsed.ok) throw new Error("the baseline must be sound");
const { source } = parsed;

const rowsOf = async (scenario: PathwayScenario, replications: number) => {
  const ready = readyToCalibrate(scenario);
  const { scenarios } = await runStudy({ scenarios: [ready], seed: "tests", replications }).done;
  return calibrationRows(ready, scenarios[0]!);
};

describe("targets", () => {
  test("have names of their own, a tolerance with an inside, a source and an estimand", () => {
    expect(new Set(targets.map(({ id }) => id)).size).toBe(targets.length);
    for (const { id, low, high, source: from, estimand, published } of targets) {
      expect(high, id).toBeGreaterThan(low);
      for (const text of [from, estimand, published]) expect(text, id).not.toBe("");
    }
  });

  test("all have a figure in the baseline, and say inside or outside as its mean and interval stand", async () => {
    const rows = await rowsOf(brief(), 2);
    for (const { target, model, verdict, off } of rows) {
      expect(verdict, target.id).not.toBe("no figure");
      if (verdict === "inside") expect(off, target.id).toBe(0);
      if (verdict === "outside") expect(off, target.id).toBeGreaterThan(0);
      expect(model.n, target.id).toBe(2);
    }
  }, 60_000);

  test("of services that a scenario does not have are left without a figure", async () => {
    const scenario = changed({ warm_up_days: 30, run_days: 60 });
    const services = scenario.services.map((service) => ({ ...service, name: `other ${service.name}` }));
    const rows = await rowsOf({ ...scenario, services }, 1);
    expect(rows.find(({ target }) => target.id === "iapt_recovery")?.verdict).toBe("no figure");
  }, 60_000);
});

test("measuring for calibration changes nothing that happens", async () => {
  const scenario = brief({ run_days: 120 });
  const study = { scenarios: [scenario, readyToCalibrate(scenario)], seed: "tests", replications: 1 };
  const { scenarios } = await runStudy(study).done;
  const [plain, ready] = scenarios.map(({ outcomes }) => outcomes[0]!.events);
  expect(ready).toBe(plain);
}, 60_000);

describe("what may be tuned", () => {
  const scenario = changed({});

  test("is an assumption with a range, and never a published value", () => {
    const found = freeIn(scenario);
    expect(found.length).toBeGreaterThan(20);
    for (const { path, grade, low, high } of found) {
      expect(grade, path).toBe("assumption");
      expect(high!, path).toBeGreaterThan(low!);
    }
  });

  test("is what the list names and the scenario has", () => {
    const paths = new Set(free.map(({ path }) => path));
    expect(freeIn(scenario).every(({ path }) => paths.has(path))).toBe(true);
    expect(freeIn({ ...scenario, parameters: [] })).toEqual([]);
  });

  test("says so in its note", () => {
    const told = tunedIn(scenario).map(({ path }) => path);
    const taken = freeIn(scenario).map(({ path }) => path);
    expect(told.toSorted()).toEqual(taken.toSorted());
  });
});

describe("the recorded search", () => {
  const { values } = JSON.parse(readFileSync("docs/calibration.json", "utf8")) as { values: Record<string, number> };
  const opened = parseAnyScenario(
    readFileSync("scenarios/calibration/start.json", "utf8"),
    inFolder("scenarios/calibration", "start.json"),
  );
  if (!opened.ok || opened.scenario.kind !== "pathway") throw new Error("the start must be a pathway");
  const valuesOf = (scenario: PathwayScenario) => new Map(scenario.parameters.map(({ path, value }) => [path, value]));
  const base = valuesOf(changed({}));
  const start = valuesOf(opened.scenario);

  test("gave the values of the baseline", () => {
    expect(Object.keys(values).length).toBeGreaterThan(20);
    for (const [path, value] of Object.entries(values)) expect(base.get(path), path).toBe(value);
  });

  test("began from the baseline with other values of what is tuned, and of nothing else", () => {
    const differ = [...base].filter(([path, value]) => start.get(path) !== value).map(([path]) => path);
    const tuned = new Set(Object.keys(values));
    expect(differ.length).toBeGreaterThan(0);
    expect(differ.filter((path) => !tuned.has(path))).toEqual([]);
  });
});

describe("other values", () => {
  const path = "population.groups.cmd.episodes_per_year";
  test("are in the unit of the path, and reach the model in days", () => {
    const other = withValues(source, new Map([[path, 0.03]]))!;
    expect(other.population.groups.find(({ name }) => name === "cmd")?.episodes_per_day).toBeCloseTo(0.03 / 365, 12);
    expect(
      other.parameters.find((parameter) => parameter.path.startsWith("population.groups.cmd.episodes"))?.grade,
    ).toBe("assumption");
  });

  test("in a list are those of its place", () => {
    const other = withValues(source, new Map([["risk.crises_per_year[3]", 7.3]]))!;
    expect(other.risk.crises_per_day[3]).toBeCloseTo(0.02, 12);
  });

  test("that do not go together give no scenario; a path that is not there is refused", () => {
    expect(withValues(source, new Map([["population.adult_share", 2]]))).toBeUndefined();
    expect(() => withValues(source, new Map([["gp.nothing.at_all", 1]]))).toThrow("gp.nothing.at_all");
  });
});

describe("tuning", () => {
  test("a step without damping solves a linear problem at once", () => {
    // Residuals 2x + y - 5 and x - 3y + 1 at the origin: x = 2, y = 1.
    const jacobian = [
      [2, 1],
      [1, -3],
    ];
    const [x, y] = dampedStep([-5, 1], jacobian, [0, 0], 0, 0);
    expect(x).toBeCloseTo(2, 9);
    expect(y).toBeCloseTo(1, 9);
  });

  test("moves a capacity until its target is met, within its range, and the same every time", async () => {
    const target = { ...targets[0]!, low: 9, high: 11, role: "target" as const };
    const path = "services.IAPT.staff.therapists.wte";
    // A make-believe model: the figure is three times the therapists.
    const evaluate = (scenarios: readonly PathwayScenario[]) =>
      Promise.resolve(
        scenarios.map(({ services }) => {
          const wte = services
            .find(({ name }) => name === "IAPT")!
            .staff.find(({ name }) => name === "therapists")!.wte;
          const model = { mean: 3 * wte, low: NaN, high: NaN, n: 1 };
          return [{ target, model, verdict: "inside" as const, off: 0 }];
        }),
      );
    const search = () => tune(changed({}), source, { rounds: 12, evaluate });
    const found = await search();
    const therapists = found.values.find(({ parameter }) => parameter.path === path)!.value;
    expect(3 * therapists).toBeGreaterThanOrEqual(9);
    expect(3 * therapists).toBeLessThanOrEqual(11);
    expect(found.loss).toBe(lossOf(found.rows));
    for (const { parameter, value } of found.values) {
      expect(value, parameter.path).toBeGreaterThanOrEqual(parameter.low!);
      expect(value, parameter.path).toBeLessThanOrEqual(parameter.high!);
    }
    expect((await search()).values).toEqual(found.values);
  }, 120_000);
});
