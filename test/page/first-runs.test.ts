/** The runs that are built into the page are those that a worker of the page would make, and are used for nothing else. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plugin } from "vite";
import { beforeAll, expect, test } from "vitest";
import { type PathwayScenario, replicate } from "../../src/index.ts";
import { firstRuns, keptOr } from "../../viz/build/first-runs.ts";
import { firstStudy } from "../../viz/state/first.ts";
import { build } from "../../viz/study/build.ts";
import { type FirstRuns, outcomesIn } from "../../viz/study/first-runs.ts";

let first: FirstRuns;
let scenarios: PathwayScenario[];

beforeAll(async () => {
  const { load } = firstRuns() as Plugin & { load: (this: object, id: string) => Promise<string> };
  const text = await load.call({}, "\0virtual:first-runs");
  first = JSON.parse(text.replace(/^export default |;$/g, "")) as FirstRuns;
  const built = await Promise.all(firstStudy.scenarios.map((one) => build(one, {})));
  scenarios = built.flatMap(({ parsed }) => (parsed.ok && parsed.scenario.kind === "pathway" ? [parsed.scenario] : []));
}, 240_000);

test("they are the first replications of the first study, to the last bit", { timeout: 240_000 }, async () => {
  expect(scenarios.length).toBe(2);
  for (const scenario of scenarios) {
    const given = outcomesIn(first, scenario, firstStudy.seed);
    expect(given.length).toBeGreaterThanOrEqual(3);
    const replication = given.length - 1;
    const { values } = await replicate(scenario, { seed: firstStudy.seed, replication, executive: "fast" });
    expect(given[replication]!.values.length).toBe(values.length);
    expect(first.figures.length).toBeGreaterThan(20);
    for (const figure of first.figures) expect(given[replication]!.values[figure]).toBe(values[figure]);
  }
});

test("another seed and another scenario get none", () => {
  const [base] = scenarios;
  expect(outcomesIn(first, base!, "another")).toEqual([]);
  expect(outcomesIn(first, { ...base!, run_days: base!.run_days + 1 }, firstStudy.seed)).toEqual([]);
});

test("what was kept of another version is made anew", async () => {
  const folder = mkdtempSync(join(tmpdir(), "caregap-first-runs-"));
  const file = join(folder, "deep", "kept.json");
  try {
    expect(await keptOr(file, "one", () => Promise.resolve("made for one"))).toBe("made for one");
    expect(await keptOr(file, "one", () => Promise.reject(new Error("made twice")))).toBe("made for one");
    expect(await keptOr(file, "two", () => Promise.resolve("made for two"))).toBe("made for two");
    expect(readFileSync(file, "utf8")).toBe("two\nmade for two\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
