/** What `run` and `compare` print, from results that were made for the purpose. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compareReport } from "../../src/cli/text/compare-report.ts";
import { runReport } from "../../src/cli/text/run-report.ts";
import { type AnyScenario, figureKeys, type NamedResult, parseAnyScenario, type Study } from "../../src/index.ts";
import { changed } from "../pathway/scenarios.ts";
import { inFolder } from "../scenario/files.ts";

function clinic(): AnyScenario {
  const parsed = parseAnyScenario(
    readFileSync("test/cli/scenarios/clinic.json", "utf8"),
    inFolder("test/cli/scenarios", "clinic.json"),
  );
  if (!parsed.ok) throw new Error("refused");
  return parsed.scenario;
}

type Value = (figure: number, replication: number) => number;

/** Results in which every figure is as `value` says. */
function made(name: string, scenario: AnyScenario, value: Value): NamedResult {
  const keys = figureKeys(scenario);
  const outcomes = [0, 1, 2].map((replication) => ({
    values: Float64Array.from(keys, (_, i) => value(i, replication)),
    events: 0,
  }));
  return { name, result: { scenario, keys, outcomes } };
}

const studyOf = (...scenarios: AnyScenario[]): Study => ({ scenarios, seed: "caregap", replications: 3 });

test("a figure that one pair alone has is told apart, and with its window", () => {
  const scenario = clinic();
  const keys = figureKeys(scenario);
  const rare = keys.findIndex(
    ({ window, measure, estimand, statistic, group }) =>
      window === "second half" && measure === "wait" && estimand === "left" && statistic === "mean" && group === "all",
  );
  const base = made("now", scenario, (figure, replication) => (figure === rare && replication > 0 ? NaN : 1));
  const other = made("then", scenario, (figure) => (figure === rare ? 3 : 1));
  const text = compareReport(base, [other], studyOf(scenario, scenario));
  expect(text).toContain("Without an interval: figures that fewer than two pairs have\n");
  expect(text).toMatch(
    /\n {2}window +place +measure.*\n {2}second half +assessment +wait of those who left unserved, mean/,
  );
});

test("a variant without words of its own is not told in those of what it extends", () => {
  const baseline = changed({});
  const results = [made("baseline", baseline, () => 1), made("mine", changed({ run_days: 100 }), () => 2)];
  expect(baseline.description).toContain("Twelve practices");
  const [base, other] = results as [NamedResult, NamedResult];
  expect(compareReport(base, [other], studyOf(baseline, other.result.scenario))).not.toContain("Twelve practices");
});

test("of a pathway the main figures come first, in the units in which they are told", () => {
  const baseline = changed({ warm_up_days: 0, run_days: 730 });
  const text = runReport(
    made("baseline", baseline, (_, replication) => [0.4, 0.5, 0.6][replication]!),
    studyOf(baseline),
  );
  expect(text).toMatch(/main figures +unit\n {2}Access +Median wait for IAPT/);
  expect(text).toMatch(/Treated within 18 weeks of the first referral, of all referred +50 ± 25 +%/);
  expect(text).toMatch(/\n {2}Crisis +Crises +0\.25 ± 0\.12 +a year/);
  expect(text.indexOf("main figures")).toBeLessThan(text.indexOf("people, time-weighted means"));
});

test("a network has no such table", () => {
  const scenario = clinic();
  expect(
    runReport(
      made("clinic", scenario, () => 1),
      studyOf(scenario),
    ),
  ).not.toContain("main figures");
});
