/** `caregap uncertainty` as users have it, and which parameters of a pathway it draws. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { drawPoints } from "../../src/experiment/uncertainty/draws.ts";
import { chooseQuantities, type Uncertain } from "../../src/experiment/uncertainty/quantities.ts";
import { parseAnyScenario } from "../../src/index.ts";
import { readRows } from "../cli/csv.ts";
import { filesIn, sizeOf, useProgram, writeFiles } from "./program.ts";

const caregap = useProgram();
const at = (path: string): string => join(caregap.folder, path);
const baseline = readFileSync(join(import.meta.dirname, "../../scenarios/baseline.json"), "utf8");

function open(name: string, change?: object): Uncertain {
  const variant = { format: 1, kind: "pathway", title: name, extends: "baseline.json", change };
  const text = change ? JSON.stringify(variant) : baseline;
  const parsed = parseAnyScenario(text, { name: `${name}.json`, load: () => baseline });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return { name, scenario: parsed.scenario, source: parsed.source };
}

describe("quantities of a pathway", () => {
  const both = [open("baseline"), open("plan", { gp: { consultation_minutes: 10 } })];

  test("decisions, fixed numbers and shares that add up to 1 are left alone, and it is said why", () => {
    const only = ["gp.consultation_minutes", "gp.consultation_cv", "gp.dna", "population.groups.pd.risk_start"];
    const { all, factors, faults } = chooseQuantities(both, { only });
    expect(faults).toEqual([]);
    const why = Object.fromEntries(all.map(({ name, left }) => [name, left]));
    expect(why["gp.consultation_minutes"]).toContain("differs between the scenarios");
    expect(why["gp.consultation_cv"]).toContain("fixed");
    expect(why["gp.dna"]).toBeUndefined();
    expect(why["population.groups.pd.risk_start[0]"]).toContain("cannot move on its own");
    expect(factors.map(({ name }) => name)).toEqual(["gp.dna"]);
  });

  test("an assumption is in doubt by half to twice, within its range; what is published by its range", () => {
    const { all } = chooseQuantities(both, { only: ["gp", "services.IAPT.hold", "services.IAPT.programmes"] });
    const { scenario } = both[0]!;
    const given = new Map(scenario.kind === "pathway" ? scenario.parameters.map((one) => [one.path, one]) : []);
    const drawn = all.filter(({ left }) => left === undefined);
    const isAssumed = ({ name }: { readonly name: string }): boolean => given.get(name)!.grade === "assumption";
    expect(drawn.filter(isAssumed).length).toBeGreaterThan(20);
    expect(drawn.filter((one) => !isAssumed(one)).length).toBeGreaterThan(2);
    for (const { name, spread } of drawn) {
      const { value, low, high } = given.get(name)!;
      const ends = isAssumed({ name }) ? [Math.max(low!, value / 2), Math.min(high!, value * 2)] : [low, high];
      expect([spread.low, spread.high], name).toEqual(ends);
    }
    const zeros = all.filter(({ name }) => isAssumed({ name }) && given.get(name)!.value === 0);
    expect(zeros.map(({ name, left }) => [name, left])).toContainEqual([
      "services.IAPT.hold.lasts_months",
      "assumed to be 0: the range is there to try designs with",
    ]);
  });

  test("numbers with the same evidence, value, range and law are one quantity", () => {
    const { factors } = chooseQuantities(both, { only: ["services.IAPT.programmes", "services.CMHT.programmes"] });
    const odds = factors.filter(({ paths }) => paths.some((path) => path.endsWith("effect.pd_odds")));
    expect(odds).toHaveLength(1);
    expect(odds[0]!.paths.length).toBeGreaterThan(3);
  });

  test("draws that make no scenario are drawn again", () => {
    const therapists = { wte: 3, trained_wte: 1 };
    const scenarios = [open("three", { services: { IAPT: { staff: { therapists } } } })];
    const staff = "services.IAPT.staff.therapists";
    const given = [
      { path: `${staff}.wte`, low: 1, mode: undefined, high: 3 },
      { path: `${staff}.trained_wte`, low: 0, mode: undefined, high: 2 },
    ];
    const { factors, faults } = chooseQuantities(scenarios, { given });
    expect(faults).toEqual([]);
    const { points, again } = drawPoints(factors, scenarios, { draws: 80, seed: "s" });
    expect(again).toBeGreaterThan(0);
    for (const [wte, trained] of points) expect(trained).toBeLessThanOrEqual(wte as number);
    const never = factors.map((factor, i) => ({ ...factor, take: { kind: "list" as const, values: [i + 1] } }));
    expect(() => drawPoints(never, scenarios, { draws: 2, seed: "s" })).toThrow(/draw 0 made no scenario in 100/);
  });

  test("parts that there are not, and ranges that cannot be, are told all at once", () => {
    const given = [
      { path: "gp.dna", low: 0.1, mode: 0.5, high: 0.2 },
      { path: "gp.nothing.at", low: 0, mode: undefined, high: 1 },
    ];
    const { faults } = chooseQuantities(both, { only: ["services.IAP"], except: ["gp"], given });
    expect(faults).toEqual([
      "there is no parameter with a range at services.IAP",
      "the range of gp.dna must go up, got 0.1 to 0.2",
      "gp.nothing.at is not a path to something that baseline has",
    ]);
  });
});

describe("caregap uncertainty", () => {
  const rate = "nodes.desk.arrivals[0].per_week";
  const args = ["uncertainty", "desk.json", "quick.json", "--draws", "30", "--replications", "3"];
  const figures = [
    "--measure",
    "wait.started.mean",
    "--costs",
    "in_service.time_weighted.mean",
    "--effects",
    "starts.events.count",
  ];
  const ranges = ["--range", `${rate}=4:7:9`];

  function writeDesks(): void {
    writeFiles(caregap.folder);
    const quick = {
      format: 1,
      extends: "desk.json",
      title: "Quick",
      change: { nodes: { desk: { service: { mean_hours: 10 } } } },
    };
    writeFileSync(at("quick.json"), JSON.stringify(quick));
  }

  test("tells how often one has more, in text, CSV and JSON, and goes on after a kill to the same bytes", async () => {
    writeDesks();
    const { code, out, err } = await caregap.run(...args, ...figures, ...ranges, "--out", "whole");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Quantities that are drawn: 1; with a range, but not drawn: 0.");
    expect(out).toContain("quick minus desk");
    expect(out).toMatch(/more in 0% \(0 to \d+\) of draws; in 0% surely more/);
    const wait = readRows(at("whole/uncertainty/uncertainty.csv")).find(({ measure }) => measure === "wait");
    expect(wait).toMatchObject({ base: "desk", other: "quick", measure: "wait", probability_more: "0", draws: "30" });
    expect(Number(wait!["parameter_variance"])).toBeGreaterThan(0);
    expect(readRows(at("whole/uncertainty/draw-differences.csv"))).toHaveLength(3 * 30);
    expect(readRows(at("whole/uncertainty/plane.csv"))).toHaveLength(30);
    const curve = readRows(at("whole/uncertainty/acceptability.csv"));
    expect(curve).toHaveLength(2 * 21);
    expect(readRows(at("whole/uncertainty/parameters.csv"))[0]).toMatchObject({
      quantity: rate,
      law_used: "triangular",
      drawn: "yes",
    });
    await caregap.kill(
      "SIGKILL",
      () => sizeOf(at("cut.journal")) > 2000,
      ...args,
      ...figures,
      ...ranges,
      "--out",
      "cut",
    );
    await caregap.run(...args, ...figures, ...ranges, "--out", "cut", "--workers", "1");
    expect(filesIn(at("cut/uncertainty"))).toEqual(filesIn(at("whole/uncertainty")));
    const again = await caregap.run("uncertainty", "whole", "--json");
    const json = JSON.parse(again.out) as { uncertainty: object[]; draws: number };
    expect(json.draws).toBe(30);
    expect(json.uncertainty).toHaveLength(3);
  });

  test.each([
    [[...figures, ...ranges], 2, "--out"],
    [[...ranges, "--out", "x"], 2, "--measure"],
    [[...figures, "--range", "a=3", "--out", "x"], 2, "PATH=LOW:HIGH"],
    [[...figures, ...ranges, "--costs", "a", "--willingness", "5", "--out", "x"], 2, "FROM:TO:STEP"],
    [[...figures, "--range", `${rate}=9:4`, "--out", "x"], 1, `the range of ${rate} must go up`],
    [[...figures, "--range", `${rate}=-1:4`, "--out", "x"], 1, `desk with ${rate} = -1`],
    [[...figures, "--out", "x"], 1, "no parameter has a range: give some with --range"],
    [["--measure", "wiat", ...ranges, "--out", "x"], 1, "desk has no figure wiat"],
  ])("%j is refused", async (more, code, told) => {
    writeDesks();
    const ended = await caregap.run(...args, ...more);
    expect(ended).toMatchObject({ code, err: expect.stringContaining(told) as string });
    expect(ended.err).not.toContain("    at ");
  });

  test("one scenario that is no folder, and a sweep that has no draws to compare", async () => {
    expect((await caregap.run("uncertainty", "desk.json")).code).toBe(2);
    writeFiles(caregap.folder);
    await caregap.run("sweep", "run", "desks.json", "--out", "sweep");
    const ended = await caregap.run("uncertainty", "sweep");
    expect(ended).toMatchObject({
      code: 1,
      err: expect.stringContaining("it has one scenario, expected two or more") as string,
    });
  });
});
