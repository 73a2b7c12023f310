/** Every figure that a run emits can be looked up, and no definition is of a figure that is not there. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { figureKeys } from "../../src/experiment/replication.ts";
import { definitionOf, measures, themes } from "../../src/measures/definition.ts";
import type { MeasureKey } from "../../src/measures/key.ts";
import { formatProblems, parseAnyScenario } from "../../src/scenario/parse.ts";
import { inFolder } from "../scenario/files.ts";

function keysOf(file: string): MeasureKey[] {
  const text = readFileSync(`scenarios/${file}`, "utf8");
  const parsed = parseAnyScenario(text, inFolder("scenarios", file));
  if (!parsed.ok) throw new Error(formatProblems(file, parsed.problems));
  return figureKeys(parsed.scenario);
}

const emitted = [
  "baseline.json",
  "no-wrong-door.json",
  "bristol-2019.json",
  "verification/five-node-pathway.json",
].flatMap(keysOf);
const sentence = /^[A-Z].*[.]$/;

test("every figure that is emitted has a definition in sentences", () => {
  const missing = new Set<string>();
  for (const key of emitted) {
    try {
      const { title, counts, estimand, statistic } = definitionOf(key);
      for (const told of [counts, estimand, statistic]) expect(told).toMatch(sentence);
      expect(title).toMatch(/^[A-Z]/);
    } catch (error) {
      missing.add(String(error));
    }
  }
  expect([...missing]).toEqual([]);
});

test("every definition is of a figure that is emitted", () => {
  const found = new Set(emitted.map(({ measure, estimand }) => `${measure}, ${estimand}`));
  const defined = Object.entries(measures).flatMap(([name, { estimands }]) =>
    Object.keys(estimands).map((estimand) => `${name}, ${estimand}`),
  );
  expect(defined.filter((each) => !found.has(each))).toEqual([]);
});

describe("the side that is taken", () => {
  const side = (measure: string, estimand: string, statistic: string, unit: string) =>
    definitionOf({ measure, estimand, statistic, unit }).better;

  test("is that of the figure, not only of the measure", () => {
    expect(side("wait_to_first_treatment", "started", "mean", "days")).toBe("less");
    expect(side("wait_to_first_treatment", "kaplan_meier", "share_within_42", "proportion")).toBe("more");
    expect(side("wait_to_first_treatment", "started", "count", "people")).toBeUndefined();
    expect(side("wait_to_first_treatment", "left", "mean", "days")).toBeUndefined();
    expect(side("person_days", "gap", "share", "proportion")).toBe("less");
    expect(side("person_days", "well", "share", "proportion")).toBe("more");
    expect(side("knock_backs", "people", "share_0", "proportion")).toBe("more");
    expect(side("knock_backs", "people", "share_3_or_more", "proportion")).toBe("less");
  });

  test("is none where it is a matter of values", () => {
    expect(side("gp_minutes", "consultations", "per_person_year", "minutes")).toBeUndefined();
    expect(side("staff_utilisation", "time_weighted", "mean", "proportion")).toBeUndefined();
  });
});

test("every theme of a page has measures", () => {
  const used = new Set(Object.values(measures).map(({ theme }) => theme));
  expect(themes.filter((theme) => !used.has(theme))).toEqual([]);
});

test.each([
  ["a measure", { measure: "happiness", estimand: "events", statistic: "count" }],
  ["an estimand", { measure: "crises", estimand: "toString", statistic: "count" }],
  ["a statistic", { measure: "crises", estimand: "events", statistic: "constructor" }],
])("%s that no run emits is refused", (_, key) => {
  expect(() => definitionOf({ ...key, unit: "events" })).toThrow(/no definition of/);
});
