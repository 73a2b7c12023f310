/** What the page says of a warm-up, and of which runs it says nothing. */
import { describe, expect, test } from "vitest";
import { type AnyScenario, judgeWarmUp, type Outcome, parseAnyScenario, runStudy } from "../../src/index.ts";
import { driftRow, verdictOn, type WarmUpOf, warmUpsOf } from "../../viz/figures/warm-up.ts";
import { differencesOf } from "../../viz/levers/numbers.ts";
import { nothingKnown, type Results } from "../../viz/study/results.ts";

/** People stay 100 days on average among servers without end: a run that begins with nobody takes hundreds of days to settle. */
function slow(warm_up_days: number, change: object = {}): AnyScenario {
  const desk = {
    servers: "unlimited",
    service: { law: "exponential", mean_days: 100 },
    arrivals: [{ per_day: 1 }],
    routing: "out",
    ...change,
  };
  const file = {
    format: 1,
    kind: "network",
    title: "Slow",
    warm_up_days,
    run_days: 3000,
    exits: ["out"],
    nodes: { desk },
  };
  const parsed = parseAnyScenario(JSON.stringify(file), { name: "slow.json" });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

async function shown(scenario: AnyScenario, replications: number, changes: Partial<Results> = {}): Promise<WarmUpOf> {
  const { scenarios } = await runStudy({ scenarios: [scenario], seed: "tests", replications, trend: true }).done;
  const asked = { id: "a", name: "", base: "slow.json", changes: [] };
  const known = { asked, title: "Slow", scenario, file: scenario, problems: [], result: scenarios[0]! };
  return warmUpsOf({ ...nothingKnown, scenarios: [known], ...changes })[0]!;
}

describe("a warm-up", () => {
  test("that is too short is told by its count, with sizes, units and interval", async () => {
    const found = await shown(slow(0), 10);
    const [drift] = found.judgement!.drifts;
    expect(verdictOn(found).short).toMatch(/^too short: [\d,]+ days/);
    const [what, first, after, difference, off] = driftRow(drift!);
    expect(what).toBe("People in care: desk");
    expect(first).toMatch(/^\d+ until day \d+$/);
    expect(Number(first!.split(" ")[0])).toBe(Math.round(drift!.before));
    expect(Number(after!.replace(/\..*/, ""))).toBeGreaterThan(90);
    expect(difference).toBe(`${Math.round(-drift!.high)} to ${Math.round(-drift!.low)} fewer at first`);
    expect(off).toMatch(/^[\d.]+% too low$/);
  });

  test("that is long enough is called so", async () => {
    const found = await shown(slow(1200), 10);
    expect(found.judgement!.drifts).toEqual([]);
    expect(verdictOn(found).short).toMatch(/^long enough/);
  });

  test("is not judged by rough runs, by too few, or by runs that came with the page", async () => {
    const scenario = slow(0);
    for (const found of [await shown(scenario, 5, { scale: 0.1 }), await shown(scenario, 2), await shown(scenario, 0)])
      expect(verdictOn(found).short).toBe("cannot be told yet");
    const { scenarios } = await runStudy({ scenarios: [scenario], seed: "tests", replications: 5, trend: true }).done;
    const [result] = scenarios;
    const withGiven = { ...result!, outcomes: [withoutTrend(result!.outcomes[0]!), ...result!.outcomes.slice(1)] };
    const known = {
      asked: { id: "a", name: "", base: "slow.json", changes: [] },
      title: "Slow",
      scenario,
      file: scenario,
      problems: [],
      result: withGiven,
    };
    const [found] = warmUpsOf({ ...nothingKnown, scenarios: [known] });
    expect(found!.runs).toBe(4);
    expect(found!.judgement).toEqual(
      judgeWarmUp(
        scenario,
        result!.outcomes.slice(1).map(({ trend }) => trend!),
      ),
    );
  });

  test("of a scenario that begins with people who are there is not judged", async () => {
    const verdict = verdictOn(await shown(slow(0, { start: { in_service: 100 } }), 5));
    expect(verdict.short).toBe("not judged");
    expect(verdict.long).toContain("It begins with people who are there");
  });
});

test("an interval that holds zero is told in both directions", () => {
  const drift = {
    place: "desk",
    measure: "queue_length",
    settles_by_day: 40,
    before: 9,
    after: 12,
    off: -0.02,
  } as const;
  expect(driftRow({ ...drift, low: -3, high: -1 })[3]).toBe("1 to 3 fewer at first");
  expect(driftRow({ ...drift, low: -3, high: 0.5 })[3]).toBe("0.5 more to 3 fewer at first");
  expect(driftRow({ ...drift, before: 15, off: 0.02, low: -0.5, high: 3 })[3]).toBe("0.5 fewer to 3 more at first");
});

test("a warm-up that the reader set is told among what differs, beside that of the baseline", () => {
  const [from, to] = [730, 1280];
  const asked = { id: "a", name: "", base: "slow.json", changes: [] };
  const changed = { ...asked, changes: [{ path: "warm_up_days", value: to }] };
  const file = slow(from);
  expect(differencesOf({ file, asked }, { file, asked: changed })).toMatchObject([
    { title: "Warm-up before counting begins", was: "730", is: "1280", unit: "days", own: true },
  ]);
  expect(differencesOf({ file, asked: changed }, { file, asked: changed })[0]!.was).toBe("1280");
});

const withoutTrend = ({ values, events }: Outcome): Outcome => ({ values, events });
