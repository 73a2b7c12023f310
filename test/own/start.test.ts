/** Own data changes the run: people of a list are on it from day 0, and practices have as many patients as their list says. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import {
  type AnyScenario,
  parseAnyScenario,
  type PathwayScenario,
  readCsv,
  runStudy,
  type ScenarioResult,
  valuesOf,
  withChanges,
} from "../../src/index.ts";
import { guessColumns, practicesIn } from "../../viz/own/practices.ts";
import { listPlaces, listsIn, startChanges, type StartColumns } from "../../viz/own/start.ts";
import type { Change } from "../../viz/state/state.ts";

const load = (path: string): string => readFileSync(`scenarios/${path}`, "utf8");
const read = parseAnyScenario(load("baseline.json"), { name: "baseline.json", load });
if (!read.ok || read.scenario.kind !== "pathway") throw new Error("no baseline");
const baseline: PathwayScenario = read.scenario;
const short: Change[] = [
  { path: "warm_up_days", value: 200 },
  { path: "run_days", value: 100 },
];

function csvOf(text: string) {
  const found = readCsv(text, "list.csv");
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.csv;
}

function changed(changes: readonly Change[]): AnyScenario {
  const parsed = withChanges(read.ok ? read.source : undefined, changes);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

async function run(changes: readonly Change[]): Promise<ScenarioResult> {
  return (await runStudy({ scenarios: [changed(changes)], seed: "own", replications: 1 }).done).scenarios[0]!;
}

const columns: StartColumns = { waited: 0, unit: "weeks", group: 1, allOfGroup: "", place: 2, allAt: "" };
const rows = (many: number, place: string): string =>
  Array.from({ length: many }, (_, at) => `${at % 8},${at % 4 === 0 ? "pd" : "CMD"},${place}`).join("\n");

describe("a list of waits", () => {
  let usual: ScenarioResult;
  beforeAll(async () => {
    usual = await run(short);
  }, 60_000);

  const people = (result: ScenarioResult, place: string, measure: string): number =>
    valuesOf(result, [{ place, measure, estimand: "time_weighted", statistic: "mean" }])![0]!;

  test("is where people are from day 0, split by list and group, without a warm-up", async () => {
    const csv = csvOf(`weeks,group,list\n${rows(60, "IAPT")}\n${rows(300, "IAPT: therapy")}`);
    const found = listsIn(csv, columns, baseline);
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    expect(found.lists.get("IAPT: therapy")!.groups.filter((group) => group === "pd")).toHaveLength(75);
    const start = startChanges(baseline, found.lists, { result: usual, scale: 1 });
    expect(start.find(({ path }) => path === "services.IAPT.start")!.value).toHaveProperty("up_to_risk");
    const begun = await run([...start, { path: "run_days", value: 5 }]);
    expect(begun.scenario.warm_up_days).toBe(0);
    expect(people(begun, "IAPT: therapy", "queue_length")).toBeGreaterThan(270);
    expect(people(begun, "IAPT: therapy", "queue_length")).toBeLessThan(330);
    // Courses are as full as in the run that fills them.
    const full = people(usual, "IAPT: therapy", "in_service");
    expect(Math.abs(people(begun, "IAPT: therapy", "in_service") / full - 1)).toBeLessThan(0.1);
    const alone = await run([...startChanges(baseline, found.lists, undefined), { path: "run_days", value: 5 }]);
    expect(people(alone, "IAPT: therapy", "queue_length")).toBeLessThan(270);
  }, 60_000);

  test("names of no list and no group are faults, each with its line", () => {
    const found = listsIn(csvOf("weeks,group,list\n1,pd,IAPT\n2,who,IAPT\n3,pd,nowhere\n"), columns, baseline);
    expect(!found.ok && found.problems.map(({ at, got }) => [at, got])).toEqual([
      ['line 3, column "group"', '"who"'],
      ['line 4, column "list"', '"nowhere"'],
    ]);
  });

  test("can be on every list that there is", () => {
    const names = listPlaces(baseline).map(({ name }) => name);
    expect(names).toContain("IAPT");
    expect(names).toContain("charity: counselling");
    expect(names).not.toContain("charity");
    const lists = new Map(names.map((name) => [name, { groups: ["pd"], days: [1] }]));
    const accepted = withChanges(read.ok ? read.source : undefined, startChanges(baseline, lists, undefined));
    expect(accepted.ok ? [] : accepted.problems).toEqual([]);
  });
});

test("a list of practices decides how many people there are, and how deprived", async () => {
  const practices = (text: string): Change => {
    const csv = csvOf(text);
    const found = practicesIn(csv, guessColumns(csv));
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    return { path: "population.practices", value: found.practices.map((one) => ({ ...one })) };
  };
  const consultations = async (text: string, place?: string): Promise<number> => {
    const result = await run([...short, practices(text)]);
    const part = { measure: "gp_consultations", estimand: "attended", statistic: "count" };
    return valuesOf(result, [{ ...part, ...(place !== undefined && { place }) }])![0]!;
  };
  const once = await consultations("Code,List size,IMD decile\nA1,20000,5\n");
  const twice = await consultations("Code,List size,IMD decile\nA1,20000,5\nB2,20000,5\n");
  const apart = "Code,List size,IMD decile\nA1,20000,1\nB2,20000,10\n";
  const deprived = await consultations(apart, "more deprived practices");
  const spared = await consultations(apart, "less deprived practices");
  expect(twice / once).toBeGreaterThan(1.8);
  expect(twice / once).toBeLessThan(2.2);
  expect(spared).toBeGreaterThan(100);
  expect(deprived).toBeGreaterThan(1.1 * spared);
}, 60_000);
