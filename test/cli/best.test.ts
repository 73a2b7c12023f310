/** `caregap best` and `caregap flip` as users have them, on queues with known means. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readRows } from "./csv.ts";
import { useProgram } from "./program.ts";

const caregap = useProgram();

const desk = (service: object, servers = 1): string =>
  JSON.stringify({
    format: 1,
    kind: "network",
    title: "Desk",
    warm_up_days: 100,
    run_days: 2000,
    exits: ["out"],
    nodes: { desk: { servers, service, arrivals: [{ per_day: 0.5 }], routing: "out" } },
  });

beforeAll(() => {
  const files = {
    random: desk({ law: "exponential", mean_days: 1 }),
    steady: desk({ law: "deterministic", days: 1.2 }),
    two: desk({ law: "exponential", mean_days: 1 }, 2),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(caregap.folder, `${name}.json`), text);
});

const measure = ["--measure", "wait.started.mean"];

describe("best", () => {
  test("names the best, in text, CSV and JSON", async () => {
    const args = ["best", "random.json", "two.json", "steady.json", ...measure, "--replications", "10"];
    const { code, out, err } = await caregap.run(...args, "--out", "chosen");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("two is the best, with 95% confidence.");
    expect(out).toContain("less is better");
    const rows = readRows(join(caregap.folder, "chosen/best.csv"));
    expect(rows.map((row) => row["verdict"])).toEqual(["not the best", "best", "not the best"]);
    // M/M/1 at a load of a half: a mean wait of 1 day; M/D/1 at 0.6: 0.9 days.
    expect(Number(rows[0]!["mean"])).toBeGreaterThan(0.8);
    expect(Number(rows[0]!["mean"])).toBeLessThan(1.2);
    const json = JSON.parse((await caregap.run(...args, "--json")).out) as object;
    expect(json).toMatchObject({ best_scenario: "two", better: "less" });
    const more = await caregap.run(...args, "--better", "more");
    expect(more.out).not.toContain("two is the best");
  });

  test("says when it cannot be told", async () => {
    const { out } = await caregap.run("best", "random.json", "random.json", ...measure, "--replications", "3");
    expect(out).toContain("It cannot be told which is the best with 3 replications: random, random (2) may be.");
  });

  test.each([
    [["best", "random.json", ...measure], 2, "two scenarios or more"],
    [["best", "random.json", "two.json", ...measure, "--replications", "1"], 2, "2 or more"],
    [["best", "random.json", "two.json"], 2, "--measure"],
    [["best", "random.json", "two.json", "--measure", "queue"], 1, "random has no figure queue."],
    [["best", "random.json", "two.json", "--measure", "wait"], 1, "wait means 4 figures of random, expected one"],
    [["best", "random.json", "two.json", "--measure", "arrivals.all.per_day"], 1, "say --better more or less"],
    [
      ["best", "random.json", "two.json", "--measure", "wait.left.mean", "--better", "less"],
      1,
      "does not exist in replication 0",
    ],
    [["best", "random.json", "nothing.json", ...measure], 1, "cannot find nothing.json"],
  ])("%j is refused", async (args, code, told) => {
    const ended = await caregap.run(...args);
    expect(ended.code).toBe(code);
    expect(ended.err).toContain(told);
    expect(ended.err).not.toContain("    at ");
  });
});

describe("flip", () => {
  const rate = ["--parameter", "nodes.desk.arrivals[0].per_day"];

  test("finds where two queues have the same mean wait", async () => {
    const range = ["--from", "0.2", "--to", "0.78", "--within", "0.02", "--replications", "20"];
    const { code, out, err } = await caregap.run(
      "flip",
      "random.json",
      "steady.json",
      ...rate,
      ...measure,
      ...range,
      "--out",
      "flipped",
      "--json",
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const { flip_point: flip, scenarios } = JSON.parse(out) as {
      flip_point: { low: number; high: number; sure_below: number; sure_above: number };
      scenarios: string[];
    };
    expect(scenarios).toEqual(["random", "steady"]);
    // rate / (1 - rate) = 0.72 rate / (1 - 1.2 rate) (Pollaczek and Khinchine) at a rate of 7/12.
    expect(flip.sure_below).toBeLessThan(7 / 12);
    expect(flip.sure_above).toBeGreaterThan(7 / 12);
    expect(flip.high - flip.low).toBeLessThanOrEqual(0.02);
    expect(Math.abs((flip.low + flip.high) / 2 - 7 / 12)).toBeLessThan(0.04);
    const rows = readRows(join(caregap.folder, "flipped/flip.csv"));
    expect(Number(rows[0]!["difference"])).toBeLessThan(0);
    expect(Number(rows.at(-1)!["difference"])).toBeGreaterThan(0);
  });

  test("says when there is none", async () => {
    const range = ["--from", "0.3", "--to", "0.6", "--replications", "5"];
    const { out } = await caregap.run("flip", "random.json", "two.json", ...rate, ...measure, ...range);
    expect(out).toContain("There is none: random has more of it than two at both ends.");
    const same = await caregap.run("flip", "random.json", "random.json", ...rate, ...measure, ...range);
    expect(same.out).toContain("They are the same at 0.3 and 0.6");
  });

  test.each([
    [["--from", "1", "--to", "0"], 2, "'--to' must be above '--from'"],
    [["--from", "x", "--to", "0"], 2, "Expected a number"],
    [["--from", "-1", "--to", "0.5"], 1, "random with nodes.desk.arrivals[0].per_day = -1"],
  ])("%j is refused", async (range, code, told) => {
    const ended = await caregap.run("flip", "random.json", "two.json", ...rate, ...measure, ...range);
    expect(ended).toMatchObject({ code, err: expect.stringContaining(told) as string });
  });
});
