/** Which closed forms are recognised in a scenario's own settings, and what is said where none applies. */
import { describe, expect, test } from "vitest";
import { checksFor, runChecks, uncheckedIn } from "../../src/experiment/check.ts";
import type { Law } from "../../src/engine/law-types.ts";
import type { NetworkNode, Routing, NetworkScenario } from "../../src/scenario/types.ts";
import { Cancelled } from "../../src/experiment/study.ts";
import { backwardPool } from "../experiment/pool.ts";
import { changeNode, verification } from "./verification.ts";

const formulasOf = (scenario: NetworkScenario): string[] => [
  ...new Set(checksFor(scenario).map(({ formula }) => formula.name)),
];
const whyOf = (scenario: NetworkScenario): string[] =>
  uncheckedIn(scenario).map(({ place, why }) => `${place}: ${why}`);
const exponential = (mean_days: number): Law => ({ law: "exponential", mean_days });
const stay = (length: Law): NetworkNode["service"] => [{ kind: "stay", length }];
const constant = (value: number): NetworkNode["servers"] => ({
  steps: [{ from_day: 0, value }],
  repeat_every_days: Infinity,
});
const to = (...targets: readonly number[]): Routing => [
  {
    from_day: 0,
    by_group: [
      targets.map((target) => ({
        to: target,
        probability: 1 / targets.length,
        as_group: 0,
        delay: undefined,
        holds_server: false,
      })),
    ],
  },
];

const mm1 = verification("mm1");
const desk = mm1.nodes[0]!;
/** Two desks: the second is fed by the first, and both are as in mm1 but for `second`. */
const inARow = (second: Partial<NetworkNode>, first: Partial<NetworkNode> = {}): NetworkScenario => ({
  ...mm1,
  nodes: [
    { ...desk, routing: to(1), ...first },
    { ...desk, name: "next desk", arrivals: [], routing: to(2), ...second },
  ],
});

describe("what applies", () => {
  test("an exponential law is one by any name", () => {
    expect(formulasOf(changeNode(mm1, 0, { service: stay({ law: "gamma", shape: 1, scale_days: 0.05 }) }))).toEqual([
      "M/M/c (Erlang C)",
    ]);
  });

  test("without room to wait it is Erlang B, whatever the service", () => {
    const full = { waiting_room: { from_outside: 0, from_nodes: Infinity }, servers: constant(2) };
    const lognormal: Law = { law: "lognormal", mean_days: 0.1, sd_days: 0.1 };
    expect(formulasOf(changeNode(mm1, 0, { ...full, service: stay(lognormal) }))).toEqual(["M/G/c/c (Erlang B)"]);
  });

  test("so many servers that nobody waits are as good as one for everybody, at a changing rate too", () => {
    const many = changeNode(verification("mtg-infinity"), 0, { servers: constant(120) });
    expect(formulasOf(many)).toEqual(["M(t)/G/∞"]);
    expect(checksFor(many)[0]!.expected).toBe(checksFor(verification("mtg-infinity"))[0]!.expected);
  });

  test("behind an exponential desk people come as a Poisson process, and any formula for it applies", () => {
    const uniform: Law = { law: "uniform", low_days: 0.01, high_days: 0.05 };
    expect(formulasOf(inARow({ service: stay(uniform) }))).toContain("M/G/1 (Pollaczek-Khinchine)");
    const leave = { patience: [exponential(0.1)], leavers: to(2) };
    expect(formulasOf(inARow(leave))).toContain("M/M/c+M (Erlang A)");
  });

  test("behind a desk that is not exponential only the traffic equations are left", () => {
    const uniform: Law = { law: "uniform", low_days: 0.01, high_days: 0.05 };
    const scenario = inARow({}, { service: stay(uniform) });
    const next = checksFor(scenario).filter(({ key }) => key.place === "next desk");
    expect(next.map(({ formula, key }) => `${formula.name}: ${key.measure}`)).toEqual([
      "traffic equations: arrivals",
      "traffic equations: in_service",
    ]);
    expect(whyOf(scenario)).toEqual(["next desk: people do not come as a Poisson process"]);
  });
});

describe("what does not apply", () => {
  const weibull: Law = { law: "weibull", shape: 2, scale_days: 1 };
  test.each<[string, NetworkScenario, string]>([
    [
      "too much work",
      changeNode(mm1, 0, { service: stay(exponential(0.2)) }),
      "desk: more people come than its servers can serve, so there is no long run",
    ],
    [
      "patience",
      changeNode(mm1, 0, { patience: [weibull], leavers: to(1) }),
      "desk: patience is not exponential with one mean",
    ],
    [
      "several servers",
      changeNode(mm1, 0, { servers: constant(2), service: stay(weibull) }),
      "desk: more people come than its servers can serve, so there is no long run",
    ],
    [
      "renewal",
      changeNode(mm1, 0, { arrivals: [{ kind: "renewal", group: 0, between: weibull }] }),
      "desk: people do not come as a Poisson process",
    ],
    [
      "rota",
      changeNode(mm1, 0, {
        servers: {
          steps: [
            { from_day: 0, value: 1 },
            { from_day: 0.5, value: 2 },
          ],
          repeat_every_days: 1,
        },
      }),
      "desk: its servers change over time",
    ],
    [
      "short warm-up",
      { ...mm1, windows: [{ name: "early", from_day: 1, to_day: 3 }] },
      "desk: it may take 5 days to settle, and no window begins so late",
    ],
  ])("%s", (_, scenario, why) => {
    expect(whyOf(scenario)).toEqual([why]);
  });

  test("a loop that nobody leaves", () => {
    const scenario = inARow({ routing: to(0) });
    expect(whyOf(scenario)).toEqual(
      ["desk", "next desk"].map((place) => `${place}: people can go round the network for ever`),
    );
  });

  test("arrivals that change over time, here and behind", () => {
    const [arrivals] = verification("mtg-infinity").nodes[0]!.arrivals;
    const scenario = inARow({}, { arrivals: [arrivals!] });
    expect(whyOf(scenario)).toEqual([
      "desk: its arrivals change over time",
      "next desk: people come from desk, whose arrivals change over time",
    ]);
  });
});

test("fewer than two replications are refused", async () => {
  await expect(runChecks(mm1, { seed: "1", replications: 1 })).rejects.toThrow(RangeError);
});

test("a check can be stopped, whether it runs here or in workers", async () => {
  for (const spawn of [undefined, () => backwardPool(false).spawn()]) {
    const stopped = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("enough"))));
    const checking = runChecks(mm1, { seed: "1", replications: 1000, spawn, stopped });
    await expect(checking).rejects.toBeInstanceOf(Cancelled);
  }
});

test("a check in workers runs everything there, Little's law too, and finds the same", async () => {
  const settings = { seed: "1", replications: 3 };
  const pool = backwardPool();
  const there = await runChecks(mm1, { ...settings, spawn: () => pool.spawn(), workers: 3 });
  expect(there).toEqual(await runChecks(mm1, settings));
  // Two runs for Little's law, three for the closed forms.
  expect(pool.spawned).toBe(5);
  expect(pool.dismissed).toBe(5);
});
