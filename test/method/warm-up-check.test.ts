/** Whether a warm-up was long enough, told by the run itself; only where it can be told. */
import { describe, expect, test } from "vitest";
import { judgeWarmUp, stretchesOf } from "../../src/experiment/method/warm-up-check.ts";
import { replicate } from "../../src/experiment/replication.ts";
import { runStudy } from "../../src/experiment/study.ts";
import { countedIn, TrendReader } from "../../src/measures/trend.ts";
import { SeriesReader } from "../../src/measures/series.ts";
import { StatesReader } from "../../src/measures/pathway/states-over-time.ts";
import { legendOf } from "../../src/model/legend.ts";
import { runOnce } from "../../src/model/run.ts";
import { parseAnyScenario } from "../../src/scenario/parse.ts";
import type { AnyScenario } from "../../src/scenario/types.ts";
import { brief } from "../pathway/scenarios.ts";

function network(change: object, node: object = {}): AnyScenario {
  const file = {
    format: 1,
    kind: "network",
    title: "One desk",
    warm_up_days: 0,
    run_days: 600,
    exits: ["out"],
    nodes: {
      desk: {
        servers: 1,
        service: { law: "exponential", mean_days: 0.8 },
        arrivals: [{ per_day: 1 }],
        routing: "out",
        ...node,
      },
    },
    ...change,
  };
  const parsed = parseAnyScenario(JSON.stringify(file), { name: "desk.json" });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

async function trendsOf(scenario: AnyScenario, replications: number, seed = "tests"): Promise<Float32Array[]> {
  const { scenarios } = await runStudy({ scenarios: [scenario], seed, replications, trend: true }).done;
  return scenarios[0]!.outcomes.map(({ trend }) => trend!);
}

/** People stay 100 days on average among servers without end: at day t there are 100 (1 - exp(-t / 100)) of them. */
const slow = (warm_up_days: number, run_days = 3000): AnyScenario =>
  network({ warm_up_days, run_days }, { servers: "unlimited", service: { law: "exponential", mean_days: 100 } });

describe("the counts of a run, stretch by stretch", () => {
  test.each([
    ["a network", network({ run_days: 90 })],
    ["a pathway", brief({ warm_up_days: 0, run_days: 90 })],
  ])("are the means of what a closer look finds: %s", async (_, scenario) => {
    const legend = legendOf(scenario);
    const [stretches, length, looks] = [9, 10, 4000];
    const trend = new TrendReader(legend, stretches, length);
    const times = Array.from({ length: stretches * looks }, (__, i) => ((i + 0.5) * length) / looks);
    const series = new SeriesReader(legend, times);
    const states = legend.pathway && new StatesReader(legend, times);
    const readers = [trend, series, ...(states ? [states] : [])];
    await runOnce(scenario, { seed: "tests", replication: 0, executive: "fast" }, readers);
    const places = legend.places.length;
    const near = countedIn(legend).map(({ measure }, i): Float64Array => {
      const row = (of: Float64Array, at: number): Float64Array =>
        of.subarray(at * times.length, (at + 1) * times.length);
      if (measure === "queue_length") return row(series.queue, i);
      if (measure === "in_service") return row(series.inService, i - places);
      const all = new Float64Array(times.length);
      legend.groups.forEach((__, group) =>
        row(states!.people, group * 11 + i - 2 * places).forEach((people, at) => (all[at]! += people)),
      );
      return all;
    });
    near.forEach((looked, i) => {
      for (let stretch = 0; stretch < stretches; stretch++) {
        const mean = looked.slice(stretch * looks, (stretch + 1) * looks).reduce((sum, n) => sum + n, 0) / looks;
        const found = trend.means[i * stretches + stretch]!;
        expect(Math.abs(found - mean), `${countedIn(legend)[i]!.place} ${stretch}`).toBeLessThan(0.002 + mean * 2e-3);
      }
    });
  });

  test("are few bytes, and change no figure", async () => {
    const scenario = brief();
    const task = { seed: "tests", replication: 0, executive: "fast" } as const;
    const [without, withTrend] = [await replicate(scenario, task), await replicate(scenario, { ...task, trend: true })];
    expect(withTrend.values).toEqual(without.values);
    expect(without.trend).toBeUndefined();
    expect(withTrend.trend!.byteLength).toBeLessThan(0.25 * withTrend.values.byteLength);
  });
});

describe("a warm-up that is too short", () => {
  test("is told, with the size of what is missing", async () => {
    const scenario = slow(20);
    const { drifts, recommended_days, untold } = judgeWarmUp(scenario, await trendsOf(scenario, 20));
    expect(untold).toBeUndefined();
    expect(drifts.map(({ place, measure }) => `${place} ${measure}`)).toEqual(["desk in_service"]);
    // 100 exp(-d / 100) are missing at day d: 5 of 100 at 300, where the noise of 20 replications hides them.
    expect(recommended_days).toBeGreaterThan(150);
    expect(recommended_days).toBeLessThan(700);
    const [{ before, after, low, high, off }] = drifts as [(typeof drifts)[0]];
    expect(after).toBeGreaterThan(95);
    expect(after).toBeLessThan(105);
    expect(before).toBeLessThan(0.9 * after);
    expect(low).toBeLessThan(before - after);
    expect(high).toBeLessThan(0);
    expect(off).toBeLessThan(-0.01);
  });

  test("is not told where it is long enough, nor by noise", async () => {
    const long = slow(700);
    expect(judgeWarmUp(long, await trendsOf(long, 20)).drifts).toEqual([]);
    // 1% of such runs may be told wrongly: 6 or more of 100 would come about with a chance of 1 in 2,000.
    let told = 0;
    for (let study = 0; study < 100; study++) {
      const steady = network({ warm_up_days: 200, run_days: 1200 });
      if (judgeWarmUp(steady, await trendsOf(steady, 8, `study ${study}`)).drifts.length > 0) told++;
    }
    expect(told).toBeLessThan(6);
  });

  test("cannot be told by a run that is too short to settle, and that is said", async () => {
    const overrun = network({ warm_up_days: 50 }, { service: { law: "exponential", mean_days: 1.3 } });
    const judgement = judgeWarmUp(overrun, await trendsOf(overrun, 20));
    expect(judgement.recommended_days).toBeUndefined();
    expect(judgement.drifts[0]).toMatchObject({ place: "desk", measure: "queue_length", settles_by_day: undefined });
  });

  test("is not judged by a replication or two", async () => {
    const scenario = slow(0);
    expect(judgeWarmUp(scenario, await trendsOf(scenario, 2)).untold).toBe("fewer than 3 replications");
  });
});

describe("what no warm-up is for", () => {
  const steps = (...days: number[]) => days.map((from_day, i) => ({ from_day, per_day: 1 + i }));
  test.each<[string, AnyScenario, ReturnType<typeof stretchesOf>]>([
    [
      "a change by design ends the look",
      network({ run_days: 900 }, { arrivals: [{ steps: steps(0, 600) }] }),
      { count: 60, days: 10 },
    ],
    [
      "what repeats is taken in whole rounds",
      network({ run_days: 600 }, { arrivals: [{ steps: steps(0, 5), repeat_every_days: 7 }] }),
      { count: 42, days: 14 },
    ],
    ["people at the start", network({}, { start: { waiting: 3 } }), undefined],
    [
      "rounds that are too long",
      network({ run_days: 900 }, { arrivals: [{ steps: steps(0, 180), repeat_every_days: 365 }] }),
      undefined,
    ],
    ["a pathway", brief(), { count: 60, days: 545 / 60 }],
    ["a pathway from today", brief({ services: { IAPT: { start: { waiting: { cmd: 3 } } } } }), undefined],
    [
      "services that shrink",
      brief({ services: { IAPT: { staff: { therapists: { growth_per_year: -0.1 } } } } }),
      undefined,
    ],
  ])("%s", (_, scenario, stretches) => {
    expect(stretchesOf(scenario)).toEqual(stretches);
  });
});
