/** Sweep files: what they mean, and what is said of those that are wrong. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseSweep } from "../../src/experiment/sweep/parse.ts";
import { changedAt, readPath, valueAtPath } from "../../src/experiment/sweep/path.ts";
import { scenarioAt, type Sweep, sweepId } from "../../src/experiment/sweep/sweep.ts";
import { deskFile, sweepFile } from "./program.ts";

const files: Record<string, string> = {
  "desk.json": JSON.stringify(deskFile),
  "points.csv": "desks,ignored,a week\n1,x,7\n3,y,\n",
};
const parse = (change: object) =>
  parseSweep(JSON.stringify({ ...sweepFile, ...change }), { name: "s.json", load: (name) => files[name] });
const good = (change: object = {}): Sweep => {
  const parsed = parse(change);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.sweep;
};
const faults = (change: object): string[] => {
  const parsed = parse(change);
  return parsed.ok
    ? []
    : parsed.problems.map(({ at, expected, got, hint }) => `${at}: ${expected} | ${got} | ${hint ?? ""}`);
};

describe("paths", () => {
  test.each([
    ["nodes.IAPT assessment.servers", ["nodes", "IAPT assessment", "servers"]],
    ["nodes.GP.arrivals[0].per_week", ["nodes", "GP", "arrivals", 0, "per_week"]],
    ['nodes["a.b"].servers', ["nodes", "a.b", "servers"]],
    ["run_days", ["run_days"]],
  ])("%s", (text, keys) => expect(readPath(text)).toEqual(keys));

  test.each(["", ".a", "a..b", "a.", "a[x]", "a]b", "a[0]b", 'a["b]'])("%j is none", (text) => {
    expect(readPath(text)).toBeUndefined();
  });

  test("a change merges objects, replaces lists, removes with null, and leaves the base as it was", () => {
    const base = { a: [{ mean_days: 1, b: { c: 1, d: 2 } }] };
    expect(changedAt(base, ["a", 0, "b"], { c: null, e: 3 })).toEqual({ a: [{ mean_days: 1, b: { d: 2, e: 3 } }] });
    expect(changedAt(base, ["a", 0, "b", "c"], null)).toEqual({ a: [{ mean_days: 1, b: { d: 2 } }] });
    expect(changedAt(base, ["a", 0, "mean_hours"], 5)).toEqual({ a: [{ mean_hours: 5, b: { c: 1, d: 2 } }] });
    expect(valueAtPath(base, ["a", 0, "b", "d"])).toBe(2);
    expect(base.a[0]!.b.c).toBe(1);
  });
});

describe("points", () => {
  test("a full factorial of two desks and four rates, in the units of the path", () => {
    const sweep = good();
    expect(sweep.points).toHaveLength(8);
    expect(scenarioAt(sweep, 7).scenario).toMatchObject({
      nodes: [{ servers: { steps: [{ value: 2 }] }, arrivals: [{ per_day: { steps: [{ value: 9 / 7 }] } }] }],
    });
  });

  test.each([
    [{ design: "one_at_a_time" }, 1 + 2 + 4],
    [{ design: "latin_hypercube", points: 10 }, 10],
    [{ design: "sobol", points: 16 }, 16],
    [{ design: "saltelli", rows: 4 }, 16],
    [
      {
        design: "list",
        points: [
          [1, 7],
          [2, null],
        ],
      },
      2,
    ],
    [{ design: "file", file: "points.csv" }, 2],
  ])("%j has %i", (design, count) => {
    const { points } = good({ design });
    expect(points).toHaveLength(count);
    for (const [desks, week] of points) {
      expect([undefined, 1, 2, 3]).toContain(desks);
      if (week !== undefined) expect(week).toBeGreaterThanOrEqual(5);
    }
  });

  test("an empty cell leaves the factor as it is", () => {
    expect(good({ design: { design: "file", file: "points.csv" } }).points).toEqual([
      [1, 7],
      [3, undefined],
    ]);
  });

  test("whole numbers have equal shares of a range", () => {
    const factors = [{ name: "desks", path: "nodes.desk.servers", low: 1, high: 4, whole: true }];
    const { points } = good({ factors, design: { design: "latin_hypercube", points: 40 } });
    expect([1, 2, 3, 4].map((desks) => points.filter(([each]) => each === desks).length)).toEqual([10, 10, 10, 10]);
  });
});

test("the sweeps that come with caregap have no faults", () => {
  const folder = join(import.meta.dirname, "../../scenarios/sweeps");
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
    const load = (path: string): string => readFileSync(join(folder, path), "utf8");
    expect(parseSweep(load(name), { name, load })).toMatchObject({ ok: true });
  }
});

test("the id changes with all that decides the results, and with nothing else", () => {
  const id = (change: object = {}): string => sweepId(good(change), "1");
  expect(id({ title: "Another" })).toBe(id());
  const others = [{ seed: "x" }, { replications: 11 }, { design: { design: "one_at_a_time" } }, { executive: "simjs" }];
  expect(new Set([id(), sweepId(good(), "2"), ...others.map(id)]).size).toBe(6);
});

describe("faults are told with where, what and a hint, all at once", () => {
  test("shape", () => {
    expect(faults({ scenari: "x", replications: 0 })).toEqual([
      "replications: a whole number, 1 or more | 0 | ",
      'scenari: a known field | "scenari" | Did you mean "scenario"?',
    ]);
    expect(faults({ design: { design: "sobl" } })[0]).toContain("design.design: one of");
  });

  test("meaning", () => {
    const told = faults({
      scenario: "/etc/desk.json",
      factors: [
        { name: "a", path: "nodes..x", values: [1] },
        { name: "a", path: "run_days", low: 2, high: 1 },
      ],
      precision: { relative: 0 },
    });
    expect(told.map((line) => line.split(":")[0])).toEqual([
      "scenario",
      "factors[0].path",
      "factors[1].name",
      "factors[1].high",
      "the whole file",
      "precision",
    ]);
  });

  test("a path to nowhere, a measure that there is not, a design that is too large", () => {
    const factors = [{ name: "a", path: "nodes.dsk.servers", values: [1] }];
    expect(faults({ factors })[0]).toMatch(/^factors\[0\].path: a path to something that the scenario has/);
    expect(faults({ measures: [{ measure: "waits" }] })[0]).toContain('Did you mean "wait"?');
    expect(faults({ measures: [{ measure: "wait", estimand: "events" }] })[0]).toContain("no figure has them together");
    expect(faults({ design: { design: "sobol", points: 2_000_000 } })[0]).toContain("at most 1,000,000 points");
  });

  test("every point is checked before anything runs", () => {
    const factors = [{ name: "desks", path: "nodes.desk.servers", values: [1, -1, "many"] }];
    expect(faults({ factors }).map((line) => line.split(" |")[0])).toEqual([
      "point 1 (desks = -1): nodes.desk.servers: a whole number of people, 0 or more",
      'point 2 (desks = "many"): nodes.desk.servers: a whole number of people, 0 or more, "unlimited", or an object with steps',
    ]);
    const lost = [{ name: "desks", path: "nodes.desk.servers", values: [1, "unlimited"] }];
    expect(faults({ factors: lost, measures: [{ measure: "utilisation" }] })[0]).toMatch(
      /^point 1 .*there at every point/,
    );
  });

  test("a CSV without a column, and the faults of the scenario", () => {
    files["other.csv"] = "desks\n1\n";
    expect(faults({ design: { design: "file", file: "other.csv" } })[0]).toMatch(
      /^other.csv, line 1: one column "a week"/,
    );
    files["bad.json"] = JSON.stringify({ ...deskFile, run_days: -1 });
    expect(faults({ scenario: "bad.json" })[0]).toMatch(/^run_days \(in bad.json\)/);
  });
});
