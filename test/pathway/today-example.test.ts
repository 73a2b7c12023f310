/** `examples/starting-from-today`: people on lists, in courses and in need on day 0, as its files say. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { startRun } from "../../src/model/run.ts";
import { careStates } from "../../src/records/pathway-codes.ts";
import { formatProblems, parseAnyScenario } from "../../src/scenario/parse.ts";
import type { PathwayScenario } from "../../src/scenario/pathway/types.ts";
import { inFolder } from "../scenario/files.ts";
import { figuresOf, practices, type Row, Rows, rowsOf } from "./scenarios.ts";
import { placesOf, today } from "./today.ts";

function example(): PathwayScenario {
  const name = "starting-from-today.json";
  const text = readFileSync(`scenarios/examples/${name}`, "utf8");
  const parsed = parseAnyScenario(text, inFolder("scenarios/examples", name));
  if (!parsed.ok) throw new Error(formatProblems(name, parsed.problems));
  expect(parsed.warnings).toEqual([]);
  if (parsed.scenario.kind !== "pathway") throw new Error("not a pathway");
  return { ...parsed.scenario, run_days: 120, windows: [{ name: "all", from_day: 0, to_day: 120 }] };
}

describe("the shipped example", () => {
  test("is the same on both executives, and goes on when saved", async () => {
    const scenario = example();
    const rows = await rowsOf(scenario);
    expect(await rowsOf(scenario, "simjs")).toEqual(rows);
    const reader = new Rows();
    const settings = { seed: "tests", replication: 0, executive: "fast" } as const;
    const run = await startRun(scenario, settings, [reader]);
    run.runUntil(50);
    const state = structuredClone(run.save(50));
    (await startRun(scenario, settings, [reader], state)).finish();
    const differs = rows.findIndex((row, i) => JSON.stringify(row) !== JSON.stringify(reader.rows[i]));
    expect(reader.rows[differs]).toEqual(rows[differs]);
    expect(reader.rows.length).toBe(rows.length);
  });

  test("has on day 0 whom its files say: on lists, in courses, in need", async () => {
    const scenario = example();
    const rows = (await rowsOf(scenario)).filter(({ at }) => at === 0);
    const place = placesOf(scenario);
    const list = (file: string): string[] =>
      readFileSync(`scenarios/examples/${file}`, "utf8").trim().split("\n").slice(1);
    for (const [file, where] of [
      ["iapt-assessment-list.csv", "IAPT"],
      ["iapt-therapy-list.csv", "IAPT: therapy"],
    ] as const) {
      const waited = rows.filter((row) => row.kind === "waited" && row.place === place.get(where));
      const groups = scenario.population.groups.map(({ name }) => name);
      const found = waited.map(({ detail, group }) => `${detail / 86_400},${groups[group]!}`);
      expect(found.toSorted()).toEqual(list(file).toSorted());
      expect(waited.map(({ detail }) => detail)).toEqual(waited.map(({ detail }) => detail).toSorted((a, b) => b - a));
    }
    const served = rows.filter(({ kind }) => kind === "serve");
    for (const { name: service, programmes } of scenario.services) {
      for (const { name, start } of programmes) {
        const at = served.filter((row) => row.place === place.get(`${service}: ${name}`));
        const counts = scenario.population.groups.map((_, group) => at.filter((row) => row.group === group).length);
        expect(counts, name).toEqual(start?.in_treatment ?? scenario.population.groups.map(() => 0));
      }
    }
    // Everybody is in one state, and whoever comes as an episode is in need.
    const state = new Map(rows.filter(({ kind }) => kind === "state").map(({ person, detail }) => [person, detail]));
    const appeared = rows.filter(({ kind }) => kind === "appear");
    expect(state.size).toBe(appeared.length);
    const alone = appeared.filter(({ person, group }) => group > 0 && careStates[state.get(person)!] === "gap");
    const needs = scenario.population.groups.map(({ start }) => start?.in_need ?? 0);
    expect(needs.map((_, group) => alone.filter((row) => row.group === group).length)).toEqual(needs);
  });

  test("residents on lists are some of those there are, and person-days add up", async () => {
    const scenario = example();
    const count = (rows: readonly Row[]): number =>
      rows.filter(({ at, kind, group }) => at === 0 && kind === "appear" && group === 0).length;
    expect(count(await rowsOf(scenario))).toBe(count(await rowsOf(today())));
    const figure = await figuresOf(scenario);
    const days = careStates.map((state) => figure(practices, "pd", "person_days", state, "sum"));
    const sum = days.reduce((all, each) => all + each, 0);
    expect(sum).toBeCloseTo(120 * count(await rowsOf(scenario)), 6);
  });

  test("goes on like the run from which its lists were taken", async () => {
    const scenario = example();
    const figures = await Promise.all([0, 1, 2, 3].map((replication) => figuresOf(scenario, replication)));
    const mean = (...names: Parameters<(typeof figures)[0]>): number =>
      figures.reduce((sum, figure) => sum + figure(...names), 0) / figures.length;
    // In the baseline these are 8.2 a day, 178 and 57 (caregap run baseline); a cold start has 5, 60 and 35.
    expect(mean("IAPT", "all", "referrals", "all", "count") / 120).toBeGreaterThan(7);
    expect(mean("CMHT: care coordination", "all", "in_service", "time_weighted", "mean")).toBeGreaterThan(165);
    expect(mean("IAPT: therapy", "all", "in_service", "time_weighted", "mean")).toBeGreaterThan(54);
  });
});
