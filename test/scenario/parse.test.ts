import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sampler } from "../../src/engine/laws.ts";
import { formatProblems, parseScenario, type Context } from "../../src/scenario/parse.ts";
import type { Scenario } from "../../src/scenario/types.ts";
import { clinic } from "./clinic.ts";
import { withFiles } from "./files.ts";

function scenarioOf(user: object, context: Context = { name: "clinic.json" }): Scenario {
  const parsed = parseScenario(JSON.stringify(user), context);
  if (!parsed.ok) throw new Error(formatProblems(context.name, parsed.problems));
  return parsed.scenario;
}
const nodeOf = (node: object, top: object = {}) => scenarioOf(clinic({ node, top })).nodes[0];
const lawOf = (service: object) => {
  const one = nodeOf({ service })?.service[0];
  return one?.kind === "stay" ? one.length : undefined;
};
const always = (to: number, as_group: number) => [
  { to, probability: 1, as_group, delay: undefined, holds_server: false },
];

const exponential = (mean_days: number) => ({ law: "exponential", mean_days });
const withGroup = (group: string) => clinic({ top: { groups: [group] } });
const plainNode = (routing: string) => ({ servers: 1, service: exponential(1), routing });

/** 2,000 nodes, each of which sends people to the one that `to` names. */
const manyNodes = (to: (i: number) => string) =>
  Object.fromEntries(
    Array.from({ length: 2000 }, (_, i) => [`node ${i}`, { ...plainNode(to(i)), arrivals: [{ per_day: 1 }] }]),
  );

describe("the normal form", () => {
  test("a plain clinic is spelt out, with what its author left out", () => {
    expect(scenarioOf(clinic())).toEqual({
      format: 1,
      kind: "network",
      title: "A clinic",
      description: "",
      source: "",
      warm_up_days: 28,
      run_days: 364,
      windows: [{ name: "after warm-up", from_day: 28, to_day: 392 }],
      wait_limits_days: [],
      groups: ["everyone"],
      exits: ["discharged", "left"],
      nodes: [
        {
          name: "clinic",
          servers: { steps: [{ from_day: 0, value: 2 }], repeat_every_days: Infinity },
          service: [{ kind: "stay", length: { law: "exponential", mean_days: 3 } }],
          arrivals: [
            {
              kind: "poisson",
              group: 0,
              per_day: { steps: [{ from_day: 0, value: 0.5 }], repeat_every_days: Infinity },
            },
          ],
          waiting_room: { from_outside: Infinity, from_nodes: Infinity },
          priority: [0],
          patience: [undefined],
          leavers: [],
          routing: [{ from_day: 0, by_group: [always(1, 0)] }],
          start_waiting: [0],
          start_in_service: [0],
          start_waited: [],
        },
      ],
    });
  });

  test("what is given by group stands in the order of the groups, with otherwise for the rest", () => {
    const node = nodeOf(
      {
        service: { by_group: { otherwise: exponential(1), b: { sessions: 6, interval_weeks: 2, dna: 0.15 } } },
        arrivals: [{ group: "c", between: exponential(2) }],
        priority: [["c"], ["a", "b"]],
        patience: { by_group: { a: exponential(7), otherwise: "endless" } },
        leavers: "left",
        routing: { by_group: { a: [{ to: "clinic", probability: 1, as_group: "b" }], otherwise: "discharged" } },
        start: { waiting: { b: 4 }, in_service: { a: 1, c: 1 } },
      },
      { groups: ["a", "b", "c"] },
    );
    const course = { kind: "course", sessions: 6, interval_days: 14, dna: 0.15 };
    expect(node?.service).toEqual([
      { kind: "stay", length: exponential(1) },
      course,
      { kind: "stay", length: exponential(1) },
    ]);
    expect(node?.arrivals).toEqual([{ kind: "renewal", group: 2, between: exponential(2) }]);
    expect(node?.priority).toEqual([1, 1, 0]);
    expect(node?.patience).toEqual([exponential(7), undefined, undefined]);
    expect(node?.leavers).toEqual([{ from_day: 0, by_group: [always(2, 0), always(2, 1), always(2, 2)] }]);
    expect(node?.routing).toEqual([{ from_day: 0, by_group: [always(0, 1), always(1, 1), always(1, 2)] }]);
    expect(node?.start_waiting).toEqual([0, 4, 0]);
    expect(node?.start_in_service).toEqual([1, 0, 1]);
  });

  test("rotas, rooms and routes with delays keep every part", () => {
    const delay = { law: "deterministic", days: 2 };
    const node = nodeOf({
      servers: {
        steps: [
          { from_hour: 0, servers: 0 },
          { from_hour: 9, servers: 3 },
        ],
        repeat_every_hours: 24,
      },
      waiting_room: { from_outside: 10, from_nodes: "unlimited" },
      routing: {
        by_date: [
          { from_day: 0, routing: [{ to: "discharged", probability: 1, delay, holds_server: true }] },
          { from_week: 10, routing: "left" },
        ],
      },
    });
    expect(node?.servers).toEqual({
      steps: [
        { from_day: 0, value: 0 },
        { from_day: 0.375, value: 3 },
      ],
      repeat_every_days: 1,
    });
    expect(node?.waiting_room).toEqual({ from_outside: 10, from_nodes: Infinity });
    expect(node?.routing).toEqual([
      { from_day: 0, by_group: [[{ to: 1, probability: 1, as_group: 0, delay, holds_server: true }]] },
      { from_day: 70, by_group: [always(2, 0)] },
    ]);
  });

  test("remarks are allowed on every block and do not reach it", () => {
    const remarks = { source: "S1", note: "as told" };
    const law = { law: "discrete", values: [{ days: 1, probability: 1, ...remarks }], ...remarks };
    const plain = { law: "discrete", values: [{ days: 1, probability: 1 }] };
    expect(lawOf(law)).toEqual(plain);
    const routing = [{ to: "discharged", probability: 1, ...remarks }];
    const arrivals = [{ per_day: 1, ...remarks }];
    const user = clinic({ node: { ...remarks, routing, arrivals }, top: { ...remarks } });
    expect(scenarioOf(user)).toEqual({ ...scenarioOf(clinic({ node: { arrivals: [{ per_day: 1 }] } })), source: "S1" });
  });

  test("a gamma by mean and sd becomes one by shape and scale", () => {
    expect(lawOf({ law: "gamma", mean_days: 6, sd_days: 3 })).toEqual({ law: "gamma", shape: 4, scale_days: 1.5 });
  });
});

describe("laws", () => {
  test.each([
    { law: "deterministic", days: 0 },
    { law: "exponential", mean_days: 3 },
    { law: "erlang", stages: 4, mean_days: 12 },
    { law: "gamma", shape: 2, scale_days: 3 },
    { law: "lognormal", mean_days: 60, sd_days: 0 },
    { law: "lognormal", mu_log_days: -1, sigma_log: 0.4 },
    { law: "weibull", shape: 0.8, scale_days: 30 },
    { law: "log_logistic", shape: 3, scale_days: 30 },
    { law: "uniform", low_days: 0, high_days: 1 },
    { law: "triangular", low_days: 0, mode_days: 0, high_days: 7 },
    { law: "normal", mean_days: 5, sd_days: 1 },
    { law: "normal", mean_days: 5, sd_days: 1, low_days: 4, high_days: 6 },
    {
      law: "discrete",
      values: [
        { days: 1, probability: 0.25 },
        { days: 2, probability: 0.75 },
      ],
    },
    { law: "mixture", parts: [{ probability: 1, of: { law: "exponential", mean_days: 1 } }] },
    { law: "empirical", values_days: [1, 4, 2] },
    {
      law: "hazard",
      steps: [
        { from_day: 0, per_day: 0.1 },
        { from_day: 7, per_day: 0 },
      ],
    },
    { law: "daily_chance", first: 0, last: 1, shape: 5, scale_days: 30 },
  ])("$law passes unchanged, and the engine can draw from it", (law) => {
    expect(lawOf(law)).toEqual(law);
    const normal = lawOf(law);
    expect(normal === undefined ? Number.NaN : sampler(normal)(0.5)).toBeGreaterThanOrEqual(0);
  });

  test("an empirical law is read from a column of a CSV file and travels within the scenario", () => {
    const service = { law: "empirical", file: "data/waits.csv", column: "weeks waited", unit: "weeks" };
    const context = withFiles({ "data/waits.csv": '\uFEFFid;"weeks waited"\r\n1;3\r\n2;0.5\r\n\r\n' });
    const parsed = parseScenario(JSON.stringify(clinic({ node: { service } })), context);
    expect(parsed.ok && parsed.scenario.nodes[0]?.service).toEqual([
      { kind: "stay", length: { law: "empirical", values_days: [21, 3.5] } },
    ]);
    const again = parseScenario(JSON.stringify(parsed.ok && parsed.source), { name: "alone.json" });
    expect(again.ok && again.scenario).toEqual(parsed.ok && parsed.scenario);
  });
});

describe("names", () => {
  test("names with markup, quotes and units in them are only names", () => {
    const name = '<img src=x onerror="alert(1)">';
    const user = {
      ...clinic({ top: { groups: ["days", "per_week"], exits: ["by_group", "mean_hours"] } }),
      nodes: {
        [name]: {
          servers: 1,
          service: {
            by_group: { days: { law: "deterministic", hours: 12 }, otherwise: { law: "deterministic", days: 1 } },
          },
          arrivals: [{ group: "per_week", per_week: 7 }],
          routing: { by_group: { per_week: "weeks", otherwise: "by_group" } },
          start: { waiting: { per_week: 3 } },
        },
        weeks: { servers: 1, service: { law: "deterministic", days: 1 }, routing: "mean_hours" },
      },
    };
    const scenario = scenarioOf(user);
    expect(scenario.nodes.map((node) => node.name)).toEqual([name, "weeks"]);
    expect(scenario.nodes[0]?.start_waiting).toEqual([0, 3]);
    expect(scenario.nodes[0]?.service[0]).toEqual({ kind: "stay", length: { law: "deterministic", days: 0.5 } });
  });

  test("80 characters are allowed, and 81 are not, however they are stored", () => {
    expect(parseScenario(JSON.stringify(withGroup("𝒳".repeat(80))), { name: "x" }).ok).toBe(true);
    expect(parseScenario(JSON.stringify(withGroup("𝒳".repeat(81))), { name: "x" }).ok).toBe(false);
  });
});

describe("warnings", () => {
  test("what is allowed and probably not meant is told", () => {
    const routing = [{ to: "discharged", probability: 1, holds_server: true }];
    const windows = [{ name: "early", from_day: 0, to_day: 100 }];
    const parsed = parseScenario(JSON.stringify(clinic({ node: { routing }, top: { windows } })), { name: "x" });
    expect(parsed.ok && parsed.warnings.map((warning) => warning.at)).toEqual([
      "nodes.clinic.routing[0].holds_server",
      "windows[0].from_day",
    ]);
  });
});

test("a scenario of 2,000 nodes is read, and so is one with a fault in each", () => {
  const good = JSON.stringify(clinic({ top: { nodes: manyNodes((i) => `node ${(i + 1) % 2000}`) } }));
  expect(parseScenario(good, { name: "x" }).ok).toBe(true);
  const bad = parseScenario(JSON.stringify(clinic({ top: { nodes: manyNodes((i) => `nodes ${i}`) } })), { name: "x" });
  expect(!bad.ok && bad.problems.length).toBe(2000);
  const many = JSON.stringify(
    clinic({ top: { nodes: Object.fromEntries([...Array(2001).keys()].map((i) => [i, plainNode("left")])) } }),
  );
  const tooMany = parseScenario(many, { name: "x" });
  expect(!tooMany.ok && tooMany.problems[0]?.expected).toBe("at most 2000 nodes");
});

test("the example in scenarios/README.md is a scenario", () => {
  const [, example] = /```json\n(\{\n {2}"format"[\s\S]*?)```/.exec(readFileSync("scenarios/README.md", "utf8")) ?? [];
  const parsed = parseScenario(example ?? "", { name: "README" });
  expect(parsed.ok ? [] : parsed.problems).toEqual([]);
});

test("of very many faults the first are told, and how many more there are", () => {
  const service = { law: "empirical", values_days: Array.from({ length: 6000 }, () => "x") };
  const parsed = parseScenario(JSON.stringify(clinic({ node: { service } })), { name: "x" });
  expect(!parsed.ok && parsed.problems.length).toBe(5001);
  expect(!parsed.ok && parsed.problems.at(-1)?.got).toBe("1000 more than are told here");
});
