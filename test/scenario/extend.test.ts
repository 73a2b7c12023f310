import { expect, test } from "vitest";
import { formatProblems, parseScenario } from "../../src/scenario/parse.ts";
import { joinPath } from "../../src/scenario/files.ts";
import { clinic } from "./clinic.ts";
import { withFiles } from "./files.ts";

const variant = (change: object, more: object = {}) => ({
  format: 1,
  extends: "base.json",
  title: "Variant",
  change,
  ...more,
});

/** The scenario that `change` makes of `base`. */
function changed(change: object, base: object = clinic()) {
  const parsed = parseScenario(JSON.stringify(variant(change)), withFiles({ "base.json": JSON.stringify(base) }));
  if (!parsed.ok) throw new Error(formatProblems("clinic.json", parsed.problems));
  return parsed.scenario;
}
function alone(user: object) {
  const parsed = parseScenario(JSON.stringify(user), { name: "clinic.json" });
  if (!parsed.ok) throw new Error(formatProblems("clinic.json", parsed.problems));
  return parsed.scenario;
}

test("a change merges into objects, replaces lists and removes with null", () => {
  const base = clinic({
    node: { arrivals: [{ per_day: 1 }, { per_day: 2 }], patience: { law: "deterministic", days: 9 }, leavers: "left" },
  });
  const node = { servers: 5, arrivals: [{ per_day: 3 }], patience: null, leavers: null };
  const expected = alone(clinic({ node: { servers: 5, arrivals: [{ per_day: 3 }] } }));
  expect(changed({ nodes: { clinic: node } }, base)).toEqual({ ...expected, title: "Variant" });
});

test("a change in another unit than the base's is a change of the same thing", () => {
  expect(changed({ run_weeks: 10, nodes: { clinic: { service: { mean_hours: 36 } } } })).toEqual({
    ...alone(clinic({ top: { run_days: 70 }, node: { service: { law: "exponential", mean_days: 1.5 } } })),
    title: "Variant",
  });
});

test.each([
  ["a law", { law: "deterministic", days: 2 }],
  ["a course", { sessions: 6, interval_days: 7, dna: 0 }],
  ["by group", { by_group: { everyone: { law: "deterministic", days: 2 } } }],
])("%s replaces the old one whole, with nothing of it left over", (_, service) => {
  const base = clinic({ node: { service: { law: "normal", mean_days: 9, sd_days: 1, note: "old" } } });
  expect(changed({ nodes: { clinic: { service } } }, base)).toEqual({
    ...alone(clinic({ node: { service } })),
    title: "Variant",
  });
});

test("nodes called like parts of the format merge as nodes do", () => {
  const node = {
    servers: 1,
    service: { law: "exponential", mean_days: 1 },
    arrivals: [{ per_day: 1 }],
    routing: "left",
  };
  const base = clinic({ top: { nodes: { steps: node, law: node } } });
  const scenario = changed({ nodes: { steps: { servers: 4 } } }, base);
  expect(scenario.nodes.map(({ name, servers }) => [name, servers.steps[0]?.value])).toEqual([
    ["steps", 4],
    ["law", 1],
  ]);
});

test("a chain of files is followed through folders, the nearest to the base first", () => {
  const files = {
    "../base.json": JSON.stringify(
      clinic({ node: { service: { law: "empirical", file: "w.csv", column: "w", unit: "days" } } }),
    ),
    "../w.csv": "w\n4\n5\n",
    "shared/middle.json": JSON.stringify(
      variant({ run_days: 100, warm_up_days: 1 }, { extends: "../../base.json", source: "S2" }),
    ),
  };
  const text = JSON.stringify(variant({ warm_up_days: 2 }, { extends: "shared/middle.json" }));
  const parsed = parseScenario(text, withFiles(files, "/a/folder/clinic.json"));
  expect(parsed.ok ? parsed.scenario : parsed.problems).toMatchObject({
    title: "Variant",
    source: "S2",
    run_days: 100,
    warm_up_days: 2,
    nodes: [{ service: [{ length: { values_days: [4, 5] } }] }],
  });
});

test("a fault is told in the words of the file that made it", () => {
  const files = {
    "base.json": JSON.stringify(clinic({ node: { servers: -1 } })),
    "middle.json": JSON.stringify(variant({ nodes: { clinic: { service: { mean_hours: 0 } } } })),
  };
  const text = JSON.stringify(variant({ run_weeks: -1 }, { extends: "middle.json" }));
  const parsed = parseScenario(text, withFiles(files));
  expect(!parsed.ok && parsed.problems.map((problem) => problem.at)).toEqual([
    "change.run_weeks",
    "nodes.clinic.servers (in base.json)",
    "change.nodes.clinic.service.mean_hours (in middle.json)",
  ]);
});

test("without a way to read other files, a scenario that needs one is refused", () => {
  const parsed = parseScenario(JSON.stringify(variant({})), { name: "clinic.json" });
  expect(!parsed.ok && parsed.problems[0]?.hint).toBe("No other files can be read here.");
});

test("paths are joined from the file that names them", () => {
  expect(joinPath("a.json", "b.json")).toBe("b.json");
  expect(joinPath("north/a.json", "../b.json")).toBe("b.json");
  expect(joinPath("../a.json", "./x//b.json")).toBe("../x/b.json");
  expect(joinPath("a.json", "../../b.json")).toBe("../../b.json");
});
