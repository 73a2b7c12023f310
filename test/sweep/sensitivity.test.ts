/** `caregap sensitivity` as users have it: on finished sweeps, and on results written by another program. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readRows } from "../cli/csv.ts";
import { sweepFile, useProgram, writeFiles } from "./program.ts";

const caregap = useProgram();
const at = (path: string): string => join(caregap.folder, path);

const factors = [
  { name: "a week", path: "nodes.desk.arrivals[0].per_week", low: 5, high: 9 },
  { name: "hours", path: "nodes.desk.service.mean_hours", low: 11, high: 13 },
];
const sweep = (design: object): object => ({ ...sweepFile, factors, design, replications: 3 });

describe("sensitivity", () => {
  test("of one factor at a time is a tornado, the longest bar first, in text, CSV and JSON", async () => {
    writeFiles(caregap.folder, sweep({ design: "one_at_a_time" }));
    const { code, out, err } = await caregap.run("sensitivity", "desks.json", "--out", "tornado");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("after warm-up, desk: waiting list (mean), in people");
    const rows = readRows(at("tornado/sensitivity/sensitivity.csv"));
    expect(rows.map((row) => row["factor"])).toEqual(["a week", "hours", "a week", "hours"]);
    expect(rows[0]).toMatchObject({ low_value: "5", high_value: "9" });
    // More work is more waiting, in every pair.
    for (const row of rows) {
      expect(Number(row["change_at_low"])).toBeLessThan(0);
      expect(Number(row["change_at_high"])).toBeGreaterThan(0);
    }
    const again = await caregap.run("sensitivity", "tornado", "--json");
    const json = JSON.parse(again.out) as { sensitivity: object[]; method: string };
    expect(json.method).toBe("tornado");
    expect(json.sensitivity).toHaveLength(4);
    expect((await caregap.run("sensitivity", "desks.json", "--out", "tornado")).out).toBe(out);
  });

  test("of a Latin hypercube is rank correlations", async () => {
    writeFiles(caregap.folder, sweep({ design: "latin_hypercube", points: 20 }));
    const { out } = await caregap.run("sensitivity", "desks.json", "--out", "lhs");
    expect(out).toMatch(/a week +0\.\d\d +[-\d.]+ to [\d.]+ +·{12}\|█+/);
  });
});

/** A finished sweep of y = x1 + 2 x2 + x1 x3 over the unit cube, written as another program would. */
function writeLinear(folder: string, rows: number, change: (line: string, i: number) => string = (line) => line): void {
  mkdirSync(at(folder), { recursive: true });
  writeFileSync(at("unit.json"), JSON.stringify({ ...sweep({ design: "saltelli", rows }), factors: unit }));
  const points = readFileSync(at("planned/points.csv"), "utf8").trim().split("\n").slice(1);
  const lines = points.map((line) => {
    const [point, x1, x2, x3] = line.split(",").map(Number);
    return `${point},${x1},${x2},${x3},0,w,p,all,m,e,mean,${x1! + 2 * x2! + x1! * x3!},days`;
  });
  const header = "point,x1,x2,x3,replication,window,place,group,measure,estimand,statistic,value,unit";
  writeFileSync(at(`${folder}/results.csv`), [header, ...lines].map(change).join("\n"));
  cpSync(at("planned/points.csv"), at(`${folder}/points.csv`));
  cpSync(at("planned/manifest.json"), at(`${folder}/manifest.json`));
}
const unit = ["x1", "x2", "x3"].map((name, i) => ({ name, path: `wait_limits_days[${i}]`, low: 0, high: 1 }));

describe("results of another program", () => {
  test("Sobol' indices of a known function, from points that we made", async () => {
    const desk = { ...(JSON.parse(readFileSync(at("desk.json"), "utf8")) as object), wait_limits_days: [1, 2, 3] };
    writeFileSync(at("desk.json"), JSON.stringify({ ...desk, run_days: 1, warm_up_days: 0 }));
    const rows = 512;
    writeFileSync(
      at("unit.json"),
      JSON.stringify({ ...sweep({ design: "saltelli", rows }), factors: unit, replications: 1 }),
    );
    await caregap.run("sweep", "run", "unit.json", "--out", "planned");
    writeLinear("linear", rows);
    const { code, err } = await caregap.run("sensitivity", "linear", "--out", "indices");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const found = readRows(at("indices/sensitivity.csv"));
    // x1 (1 + x3) + 2 x2: V1 = 2.25 / 12, V2 = 4 / 12, V3 = 0.25 / 12, V13 = 1 / 144.
    const whole = 2.25 / 12 + 4 / 12 + 0.25 / 12 + 1 / 144;
    const first = [2.25 / 12, 4 / 12, 0.25 / 12].map((part) => part / whole);
    const total = [2.25 / 12 + 1 / 144, 4 / 12, 0.25 / 12 + 1 / 144].map((part) => part / whole);
    found.forEach((row, i) => {
      expect(Number(row["first"])).toBeCloseTo(first[i]!, 1);
      expect(Number(row["total"])).toBeCloseTo(total[i]!, 1);
      expect(Number(row["total_ci_low"])).toBeLessThan(total[i]!);
      expect(Number(row["total_ci_high"])).toBeGreaterThan(total[i]!);
    });
  });

  test.each([
    [
      "a figure that is no number",
      (line: string, i: number) => (i === 5 ? line.replace(/,[\d.]+,days/, ",many,days") : line),
      "results.csv, line 6: expected a figure of a run",
    ],
    [
      "other columns",
      (line: string, i: number) => (i === 0 ? line.replace("x1", "x9") : line),
      "results.csv, line 1: expected the columns point, x1",
    ],
    [
      "a point without results",
      (line: string, i: number) => (i === 7 ? "" : line),
      "expected replications of every point, got none of point 6",
    ],
  ])("%s is told", async (_, change, told) => {
    writeLinear("bad", 512, change);
    const { code, err } = await caregap.run("sensitivity", "bad");
    expect(code).toBe(1);
    expect(err).toContain("bad is not a finished sweep");
    expect(err).toContain(told);
  });

  test("wrong use", async () => {
    expect((await caregap.run("sensitivity", "unit.json")).code).toBe(2);
    expect((await caregap.run("sensitivity", "linear", "--out", "linear")).code).toBe(2);
    expect(await caregap.run("sensitivity", "nothing", "--out", "x")).toMatchObject({
      code: 1,
      err: expect.stringContaining("cannot read nothing") as string,
    });
    mkdirSync(at("empty"));
    expect((await caregap.run("sensitivity", "empty")).code).toBe(1);
    writeFiles(
      caregap.folder,
      sweep({
        design: "list",
        points: [
          [5, 11],
          [6, 12],
        ],
      }),
    );
    const few = await caregap.run("sensitivity", "desks.json", "--out", "few");
    expect(few.err).toContain("rank correlations of 2 factors need more than 5 points, got 2");
  });
});
