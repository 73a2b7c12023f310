/** `caregap warm-up` as users have it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deskFile, sweepFile, useProgram, writeFiles } from "./program.ts";

const caregap = useProgram();

test("prints both methods, a plot and what it recommends, and writes the series", async () => {
  writeFiles(caregap.folder);
  const { code, out, err } = await caregap.run("warm-up", "desk.json", "--replications", "5", "--out", "w.csv");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/desk +waiting list +[\d.]+ +[\d.]+/);
  expect(out.match(/•/g)).toHaveLength(72);
  expect(out).toMatch(/Recommended: a warm-up of [\d,]+ days or more\. The scenario has 20\.0\.|too short to tell/);
  const lines = readFileSync(join(caregap.folder, "w.csv"), "utf8").split("\n");
  expect(lines[0]).toBe("place,measure,day,mean,moving_average");
  expect(lines).toHaveLength(2 * 1000 + 2);
});

test("until a day that is no day is refused", async () => {
  expect((await caregap.run("warm-up", "desk.json", "--until-day", "0")).err).toContain("nothing before day 0");
  expect((await caregap.run("warm-up", "desk.json", "--until-day", "x")).code).toBe(2);
});

/** A hundred people who stay for 100 days, seen after 20. */
const slow = {
  ...deskFile,
  title: "Slow",
  run_days: 3000,
  nodes: { desk: { ...deskFile.nodes.desk, servers: "unlimited", service: { law: "exponential", mean_days: 100 } } },
};
const warning =
  /^slow: warning: the warm-up of 20 days \(warm_up_days\) is shorter than the \d+ recommended\. desk, in service: [\d.]+ people until day \d+, [\d.]+ after, so that its mean is [\d.]+% too low\. Raise warm_up_days, or see: caregap warm-up slow\n$/;

test("every run whose warm-up is too short says so on standard error and in its manifest, once, with --json too", async () => {
  writeFiles(caregap.folder);
  writeFileSync(join(caregap.folder, "slow.json"), JSON.stringify(slow));
  const found = await caregap.run("run", "slow.json", "--out", "slow");
  expect(found.code).toBe(0);
  expect(found.err).toMatch(warning);
  expect(found.out).not.toContain("warning");
  const manifest = JSON.parse(readFileSync(join(caregap.folder, "slow/manifest.json"), "utf8")) as {
    readonly scenarios: readonly { readonly warm_up: object }[];
  };
  expect(manifest.scenarios[0]!.warm_up).toMatchObject({
    warm_up_days: 20,
    drifts: [{ place: "desk", measure: "in_service" }],
  });
  for (const args of [
    ["run", "slow.json"],
    ["compare", "slow.json", "desk.json"],
  ]) {
    const json = await caregap.run(...args, "--json");
    expect(json.err).toMatch(warning);
    expect(Object.keys(JSON.parse(json.out) as object)).toContain("summary");
  }
  expect((await caregap.run("run", "desk.json")).err).toBe("");
  const compared = await caregap.run(
    "compare",
    "desk.json",
    "slow.json",
    "--precision",
    "20%",
    "--measure",
    "in_service",
  );
  expect(compared.err).toMatch(/^slow: warning: the warm-up of 20 days/);
  const measure = ["--measure", "in_service.time_weighted.mean@desk", "--better", "less"];
  expect((await caregap.run("best", "desk.json", "slow.json", ...measure, "--json")).err).toMatch(warning);
  expect((await caregap.run("run", "slow.json", "--log", "--out", "logged")).err).toMatch(/^slow: warning/);
}, 120_000);

test("a sweep says so of the scenario that it is of", async () => {
  writeFiles(caregap.folder);
  writeFileSync(join(caregap.folder, "slow.json"), JSON.stringify(slow));
  const factors = [{ name: "patients", path: "nodes.desk.arrivals[0].per_week", values: [5, 6, 7, 8] }];
  writeFileSync(
    join(caregap.folder, "slow-sweep.json"),
    JSON.stringify({
      ...sweepFile,
      scenario: "slow.json",
      factors,
      replications: 120,
      design: { design: "full_factorial" },
    }),
  );
  const ended = await caregap.run("sweep", "run", "slow-sweep.json", "--out", "swept");
  expect(ended.err).toMatch(/slow: warning: the warm-up of 20 days/);
  // The manifest is the same for shards, which cannot judge it.
  const manifest = JSON.parse(readFileSync(join(caregap.folder, "swept/manifest.json"), "utf8")) as {
    readonly scenarios: readonly { readonly warm_up: { readonly untold: string } }[];
  };
  expect(manifest.scenarios[0]!.warm_up.untold).toContain("caregap run of the scenario judges its warm-up");
  expect((await caregap.run("report", "swept")).code).toBe(0);
  expect(readFileSync(join(caregap.folder, "swept/report.md"), "utf8")).toContain(
    "it cannot be told whether the warm-up was long enough: a sweep keeps no counts over time",
  );
}, 120_000);
