/** The scenarios that come with caregap: each says what it changes, why, and what it costs, and each number where it comes from. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findParameters } from "../../src/experiment/explain.ts";
import { formatProblems, parseAnyScenario } from "../../src/scenario/parse.ts";
import type { Parameter, PathwayScenario } from "../../src/scenario/pathway/types.ts";
import { inFolder } from "../scenario/files.ts";
import { evidenceRows } from "./evidence.ts";
import { changed } from "./scenarios.ts";

/** Everything that issue and paper ask for. */
const wanted = [
  "shorter-waits",
  "longer-holding",
  "more-sessions",
  "trained-therapists",
  "group-only",
  "one-to-one-choice",
  "active-outreach",
  "shared-care",
  "specialist-pd",
  "brief-support",
  "closed-gap",
  "no-wrong-door",
  "honest-letters",
  "practice-therapist",
  "third-sector-grant",
  "regular-gp-dates",
  "crisis-line",
  "shrinking-provision",
  "everything",
];
/** Of which "everything" is made. */
const wishes = ["shorter-waits", "longer-holding", "trained-therapists", "shared-care", "specialist-pd"];

interface Variant {
  readonly extends?: string;
  readonly change: Record<string, unknown>;
}
const rawOf = (name: string): Variant => JSON.parse(readFileSync(`scenarios/${name}.json`, "utf8")) as Variant;

function scenarioOf(name: string): PathwayScenario {
  const parsed = parseAnyScenario(
    readFileSync(`scenarios/${name}.json`, "utf8"),
    inFolder("scenarios", `${name}.json`),
  );
  if (!parsed.ok) throw new Error(formatProblems(name, parsed.problems));
  if (parsed.scenario.kind !== "pathway") throw new Error(`${name} is not a pathway`);
  return parsed.scenario;
}

const variants = readdirSync("scenarios")
  .filter((file) => file.endsWith(".json") && !file.endsWith("schema.json"))
  .map((file) => file.replace(/\.json$/, ""))
  .filter((name) => rawOf(name).extends === "baseline.json");
const base = changed({});
const ofBase = new Map(base.parameters.map((parameter) => [parameter.path, parameter]));
const evidence = evidenceRows();

test("the library is whole", () => {
  expect(variants.toSorted()).toEqual(wanted.toSorted());
});

test("scenarios/README.md lists the library as its files have it", () => {
  const page = readFileSync("scenarios/README.md", "utf8");
  for (const name of variants) {
    const { title, about } = scenarioOf(name);
    expect(page).toContain(`| \`${name}\` | ${title} | ${about.theme} | ${about.mechanisms.join(", ")} |`);
  }
});

describe.each(variants)("%s", (name) => {
  const scenario = scenarioOf(name);
  const own = scenario.parameters.filter(({ path, ...rest }) => !same(ofBase.get(path), { path, ...rest }));

  test("says what it is, which theme of the paper it answers to, why, and what it costs", () => {
    const { title, description, about } = scenario;
    expect(title.length).toBeGreaterThan(5);
    // One sentence in plain words.
    expect(description).toMatch(/^[A-Z][^.]{20,230}\.$/);
    expect(about.theme).not.toBe("");
    expect(about.mechanisms.length).toBeGreaterThan(0);
    expect(about.why).toMatch(/\.$/);
    expect(about.costs_note).toMatch(/\.$/);
  });

  test("gives each number that it changes a range, a unit, a source and a grade", () => {
    expect(bareNumbers(rawOf(name).change, "change")).toEqual([]);
    for (const { path, low, high, unit, source, title } of own) {
      expect([path, low, high].includes(undefined), `range of ${path}`).toBe(false);
      expect(unit, path).not.toBe("");
      expect(title, path).not.toBe("");
      expect(source, path).toMatch(/^(?!Changed in).{8}/);
    }
    expect(own.length).toBeGreaterThan(0);
  });

  test("changes what it says it changes, so that a new baseline cannot make it void", () => {
    const unchanged = own.filter(({ path, value }) => ofBase.get(path)?.value === value);
    expect(unchanged.map(({ path }) => path)).toEqual([]);
  });

  test("claims no better grade, and no better check, than the row of evidence that it names", () => {
    for (const { path, grade, checked, evidence: id } of own) {
      if (grade === "assumption") expect(checked, path).toBe("assumption");
      else expect(evidence.get(id)?.grade.toLowerCase(), path).toContain(grade.toLowerCase());
      if (checked === "read") expect(evidence.get(id)?.checked, path).toMatch(/^read/);
      if (checked === "derived") expect(evidence.get(id)?.checked, path).toMatch(/^(read$|derived)/);
    }
  });

  test("explains itself: its own numbers are found by their path, with their own source", () => {
    for (const parameter of own)
      expect(findParameters(scenario.parameters, { words: [parameter.path] })).toEqual([parameter]);
  });
});

test("everything the GPs asked for is the five wishes together", () => {
  const all = new Map(scenarioOf("everything").parameters.map(({ path, value }) => [path, value]));
  const larger = new Map(scenarioOf("shorter-waits").parameters.map(({ path, value }) => [path, value]));
  for (const wish of wishes) {
    for (const { path, value } of scenarioOf(wish).parameters) {
      if (ofBase.get(path)?.value === value) continue;
      // All of the staff are trained, and there are more of them.
      const isTraining = wish !== "specialist-pd" && path.startsWith("services.IAPT") && path.endsWith("trained_wte");
      expect(all.get(path), path).toBe(isTraining ? larger.get(path.replace("trained_wte", "wte")) : value);
    }
  }
});

const same = (one: Parameter | undefined, other: Parameter): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Paths of numbers that are not part of a parameter. */
function bareNumbers(value: unknown, path: string): string[] {
  if (typeof value === "number") return [path];
  if (typeof value !== "object" || value === null || Object.hasOwn(value, "value")) return [];
  return Object.entries(value).flatMap(([key, inner]) => bareNumbers(inner, `${path}.${key}`));
}
