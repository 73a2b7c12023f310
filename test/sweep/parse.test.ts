/** Sweep files: what they mean, and what is said of those that are wrong. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseSweep } from "../../src/experiment/sweep/parse.ts";
import { changedAt, readPath, valueAtPath } from "../../src/experiment/sweep/path.ts";
import { countRuns, scenarioAt, type Sweep, sweepId } from "../../src/experiment/sweep/sweep.ts";
import { sweepResultsTable } from "../../src/experiment/sweep/tables.ts";
import type { PathwayScenario } from "../../src/index.ts";
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

  test("a scenario in the place of a sweep is told in one line", () => {
    const told = parseSweep(JSON.stringify(deskFile), { name: "desk.json", load: () => undefined });
    expect(told).toEqual({
      ok: false,
      problems: [expect.objectContaining({ at: "kind", expected: '"sweep"', got: '"network"' })],
    });
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

describe("pathways, and several scenarios", () => {
  const folder = join(import.meta.dirname, "../../scenarios");
  const baseline = readFileSync(join(folder, "baseline.json"), "utf8");
  const more = JSON.stringify({
    format: 1,
    kind: "pathway",
    extends: "baseline.json",
    title: "More therapists",
    change: { services: { IAPT: { staff: { therapists: { wte: 40 } } } } },
  });
  const minutes = "gp.consultation_minutes";
  const ceiling = "services.IAPT.triage.risk_ceiling";
  const pathway = {
    format: 1,
    kind: "sweep",
    title: "Provenance",
    scenario: "baseline.json",
    factors: [{ path: minutes }, { name: "ceiling", path: ceiling }],
    design: { design: "one_at_a_time" },
    replications: 2,
    measures: [{ place: "IAPT", measure: "referrals", statistic: "count" }],
  };
  const parsePathway = (change: object) =>
    parseSweep(JSON.stringify({ ...pathway, ...change }), {
      name: "s.json",
      load: (name) => ({ "baseline.json": baseline, "more.json": more })[name],
    });
  const goodPathway = (change: object = {}): Sweep => {
    const parsed = parsePathway(change);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, undefined, 1));
    return parsed.sweep;
  };
  const inFile = (path: string) =>
    valueAtPath(JSON.parse(baseline), readPath(path)!) as { low: number; value: number; high: number };
  const { low, high, value } = inFile(ceiling);
  const length = inFile(minutes);

  test("ranges come from the provenance, whose law spreads random designs; the change keeps the provenance", () => {
    const { points, factors } = goodPathway();
    expect(factors[0]!.name).toBe(minutes);
    expect(points).toEqual([
      [undefined, undefined],
      [length.low, undefined],
      [length.high, undefined],
      [undefined, low],
      [undefined, high],
    ]);
    const sweep = goodPathway({ design: { design: "sobol", points: 64 } });
    const column = sweep.points.map(([first]) => first as number).toSorted((a, b) => a - b);
    // Lognormal, cut at the range: the median is near the value, far from the middle of the range.
    expect(column[0]).toBeGreaterThanOrEqual(length.low);
    expect(column.at(-1)).toBeLessThanOrEqual(length.high);
    expect(Math.abs((column[31]! + column[32]!) / 2 - length.value)).toBeLessThan(0.2);
    // Read anew from a source that is in days.
    const { scenario } = scenarioAt(sweep, 3);
    const { parameters, gp } = scenario as PathwayScenario;
    expect(gp.consultation_days).toBeCloseTo((sweep.points[3]![0] as number) / 1440, 15);
    expect(parameters.find(({ path }) => path === "gp.consultation_days")!.high).toBeCloseTo(length.high / 1440, 12);
  });

  test("a value outside the range of its parameter is a fault, in the units of the path", () => {
    const factors = [{ path: ceiling, values: [value, high + 1] }];
    const parsed = parsePathway({ factors });
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ expected: `a value within its range, from ${low} up to ${high}` }],
    });
  });

  test("a factor without a range anywhere, and one that takes only whole numbers", () => {
    const parsed = parsePathway({ factors: [{ path: "run_days" }, { path: "gp.nothing" }] });
    expect(parsed.ok ? [] : parsed.problems.map(({ at, got }) => `${at}: ${got}`)).toEqual([
      expect.stringMatching(/^factors\[0\]: \d+ without a range$/),
      "factors[1]: neither",
    ]);
    const cap = { path: "services.IAPT.programmes.therapy.session_cap" };
    const { points } = goodPathway({ factors: [cap], design: { design: "latin_hypercube", points: 20 } });
    expect(points.every(([sessions]) => Number.isInteger(sessions))).toBe(true);
  });

  test("another unit than that of the file, and one value at several places", () => {
    const paths = [
      "services.IAPT.waiting_list.patience.scale_weeks",
      "services.CMHT.waiting_list.patience.scale_weeks",
    ];
    const sweep = goodPathway({ factors: [{ name: "patience", path: paths, values: [14] }] });
    const { services } = scenarioAt(sweep, 1).scenario as PathwayScenario;
    const scales = services.filter(({ name }) => ["IAPT", "CMHT"].includes(name)).map((s) => s.waiting_list.patience);
    expect(scales).toMatchObject([{ scale_days: 98 }, { scale_days: 98 }]);
  });

  test("every scenario is run at every point, under its own name", () => {
    const sweep = goodPathway({ scenario: undefined, scenarios: ["baseline.json", "more.json"] });
    expect(countRuns(sweep)).toBe(10);
    expect(sweep.scenarios.map(({ name }) => name)).toEqual(["baseline", "more"]);
    const wte = (run: number): number =>
      (scenarioAt(sweep, run).scenario as PathwayScenario).services
        .find(({ name }) => name === "IAPT")!
        .staff.find(({ name }) => name === "therapists")!.wte;
    expect(wte(3)).toBe(40);
    expect(wte(2)).not.toBe(40);
    const table = sweepResultsTable(sweep, new Map(Array.from({ length: 10 }, (_, run) => [run, [[run], [-run]]])));
    expect(table.columns.slice(0, 4)).toEqual(["point", "scenario", minutes, "ceiling"]);
    const rows = [...table.rows()];
    const perRun = rows.length / 10;
    expect(perRun).toBe(2 * sweep.measures.length);
    expect(rows[3 * perRun]!.slice(0, 5)).toEqual([1, "more", length.low, value, 0]);
    expect(rows[3 * perRun]!.at(-2)).toBe(3);
    const twice = parsePathway({ scenario: undefined, scenarios: ["baseline.json", "baseline.json"] });
    expect(twice).toMatchObject({ ok: false, problems: [{ at: "scenarios[1]", got: "baseline" }] });
    expect(parsePathway({ scenarios: ["more.json"] })).toMatchObject({ ok: false, problems: [{ got: "both" }] });
  });

  test("draws belong to the name of the factor: a further one changes those of no other", () => {
    const design = { design: "draws", draws: 40 };
    const two = goodPathway({ design }).points.map(([, second]) => second);
    const one = goodPathway({ design, factors: [pathway.factors[1]] }).points.map(([only]) => only);
    expect(one).toEqual(two);
    expect(new Set(one).size).toBe(40);
  });
});

test("points made elsewhere say what design they are of, and Saltelli's come in whole groups", () => {
  expect(good({ design: { design: "file", file: "points.csv", as: "latin_hypercube" } }).design).toBe(
    "latin_hypercube",
  );
  expect(faults({ design: { design: "file", file: "points.csv", as: "saltelli" } })).toEqual([
    "design: groups of 4 points (A, an AB for each factor, B) for Saltelli's design | 2 | ",
  ]);
});
