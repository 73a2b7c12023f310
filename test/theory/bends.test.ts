/** The checks must fail when the engine, the measures or the log are wrong. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { Calendar } from "../../src/engine/calendar.ts";
import { Queues } from "../../src/engine/queues.ts";
import { Phase } from "../../src/engine/time.ts";
import { type CheckRow, checksFor, compareWithTheory, littleRows } from "../../src/experiment/check.ts";
import { figureKeys } from "../../src/experiment/replication.ts";
import { StaysReader } from "../../src/experiment/theory/little.ts";
import { networkFigures } from "../../src/measures/figures.ts";
import { NetworkReader } from "../../src/measures/network.ts";
import { legendOf } from "../../src/model/network/legend.ts";
import { runNetwork } from "../../src/model/network/run.ts";
import { Kind, type Reader } from "../../src/records/log.ts";
import type { NetworkScenario } from "../../src/scenario/types.ts";
import { LateCalendar, LosingReader, runOn } from "./bend.ts";
import { changeNode, verification } from "./verification.ts";

const how = { seed: "bent", replications: 10 };
const horizonOf = (scenario: NetworkScenario): number => scenario.warm_up_days + scenario.run_days;
const failing = (rows: readonly CheckRow[]): string[] =>
  rows.filter((row) => !row.agrees).map(({ key }) => `${key.group} ${key.measure} ${key.estimand} ${key.statistic}`);

describe("an engine whose service takes 5% longer than it should is found out", () => {
  test.each([
    ["mm1", "all wait all_ended mean"],
    ["mmc", "all wait all_ended mean"],
    ["mmck", "all refused events per_day"],
    ["erlang-a", "all left_waiting events per_day"],
    ["mg1-lognormal", "all wait all_ended mean"],
    ["mg1-gamma", "all wait all_ended mean"],
    ["mg1-uniform", "all wait all_ended mean"],
    ["md1", "all wait all_ended mean"],
    ["mg-infinity", "brief in_service time_weighted mean"],
    ["jackson-feedback", "all wait all_ended mean"],
    ["priority-mm1", "routine wait all_ended mean"],
    ["mtg-infinity", "all in_service time_weighted mean"],
  ])("on %s, by %s", (file, figure) => {
    const scenario = verification(file);
    const result = runOn(scenario, () => new LateCalendar(horizonOf(scenario), Phase.release, 1.05), how);
    expect(failing(compareWithTheory(checksFor(scenario), result))).toContain(figure);
  });
});

describe("other faults are found out", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test("patience that lasts 10% longer than it should, by Erlang A", () => {
    const scenario = verification("erlang-a");
    const [patience] = scenario.nodes[0]!.patience;
    if (patience?.law !== "exponential") throw new Error("patience is not exponential");
    const bent = changeNode(scenario, 0, { patience: [{ ...patience, mean_days: 1.1 * patience.mean_days }] });
    const result = runOn(bent, () => new Calendar(horizonOf(scenario)), how);
    expect(failing(compareWithTheory(checksFor(scenario), result))).toContain("all wait all_ended mean");
  });

  test("priorities that are not kept, by Cobham's formula", () => {
    const scenario = verification("priority-mm1");
    const bent = changeNode(scenario, 0, { priority: [0, 0] });
    const result = runOn(bent, () => new Calendar(horizonOf(bent)), how);
    expect(failing(compareWithTheory(checksFor(scenario), result))).toEqual(
      expect.arrayContaining(["urgent wait all_ended mean", "routine wait all_ended mean"]),
    );
  });

  test("a rate looked up five hours ahead, by M(t)/G/∞ over a window of the morning", () => {
    const scenario = {
      ...verification("mtg-infinity"),
      windows: [{ name: "a morning", from_day: 20.3, to_day: 20.5 }],
    };
    const [arrivals] = scenario.nodes[0]!.arrivals;
    if (arrivals?.kind !== "poisson") throw new Error("the ward has no Poisson arrivals");
    const [night, ...day] = arrivals.per_day.steps;
    const early = day.map((step) => ({ ...step, from_day: step.from_day - 0.2 }));
    const bent = changeNode(scenario, 0, {
      arrivals: [{ ...arrivals, per_day: { ...arrivals.per_day, steps: [night!, ...early] } }],
    });
    const settings = { ...how, replications: 40 };
    const rightly = runOn(scenario, () => new Calendar(21), settings);
    const wrongly = runOn(bent, () => new Calendar(21), settings);
    expect(failing(compareWithTheory(checksFor(scenario), rightly))).toEqual([]);
    expect(failing(compareWithTheory(checksFor(scenario), wrongly))).toEqual(["all in_service time_weighted mean"]);
  });

  test("serving the last who came first leaves the mean wait as it is, and is seen in the share who wait briefly", () => {
    const stacks = new WeakMap<Queues, Map<number, number[]>>();
    const stackOf = (queues: Queues, queue: number): number[] => {
      const all = stacks.get(queues) ?? new Map<number, number[]>();
      stacks.set(queues, all);
      if (!all.has(queue)) all.set(queue, []);
      return all.get(queue)!;
    };
    vi.spyOn(Queues.prototype, "join").mockImplementation(function (this: Queues, queue, slot) {
      stackOf(this, queue).push(slot);
    });
    vi.spyOn(Queues.prototype, "leave").mockImplementation(function (this: Queues, queue, slot) {
      const stack = stackOf(this, queue);
      stack.splice(stack.indexOf(slot), 1);
    });
    vi.spyOn(Queues.prototype, "first").mockImplementation(function (this: Queues, queue) {
      return stackOf(this, queue).at(-1) ?? -1;
    });
    const scenario = verification("mm1");
    const result = runOn(scenario, () => new Calendar(horizonOf(scenario)), how);
    const found = failing(compareWithTheory(checksFor(scenario), result));
    expect(found).toEqual(["all wait started share_within_0.05"]);
  });

  test.each([
    ["start", Kind.start],
    ["complete", Kind.complete],
    ["leave", Kind.leave],
  ])("a measure that misses one row of %s in a hundred, by Little's law", (_, kind) => {
    const scenario = verification("erlang-a");
    const stays = new StaysReader(legendOf(scenario));
    const reader = new NetworkReader(legendOf(scenario));
    const run = (readers: readonly Reader[]): void => {
      runNetwork(scenario, new Calendar(horizonOf(scenario)), "bent", 0, readers);
    };
    run([new LosingReader(stays, kind, 100), reader]);
    const values: number[] = [];
    networkFigures(reader, (__, value) => values.push(value));
    expect(failing(littleRows(legendOf(scenario), figureKeys(scenario), values, stays.stays()))).not.toEqual([]);
  });
});
