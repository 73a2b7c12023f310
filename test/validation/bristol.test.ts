/**
 * The mental health system of Bristol, North Somerset and South Gloucestershire against its published figures, Murch et
 * al. 2021, before the pandemic. Their clock goes in whole days and ours does not: docs/bristol.md works out by how
 * much the two must differ, and this test holds it to that.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { figureKeys, type Outcome, parseScenario, replicate } from "../../src/index.ts";
import { PublishedClock } from "./published-clock.ts";
import { runWholeDays } from "./whole-days.ts";

/** Medians over days of the queue, and over all who left it, to be served or not, of the days they had waited. */
const published = {
  "Social prescribing": { queue: 273, wait: 21 },
  "IAPT assessment": { queue: 3658, wait: 59 },
  "IAPT therapy": { queue: 8, wait: 1 },
  GP: { queue: 152, wait: 1 },
  Triage: { queue: 100, wait: 1 },
  Crisis: { queue: 8, wait: 1 },
  Community: { queue: 519, wait: 34 },
} as const;
/** Those whose servers are always busy. */
const congested = ["Social prescribing", "IAPT assessment", "Community"] as const;
/** Days that those waited whom IAPT did assess. The paper does not tell: it follows from its model. */
const waitOfAssessed = 68;

const file = new URL("../../scenarios/bristol-2019.json", import.meta.url);
const parsed = parseScenario(readFileSync(file, "utf8"), { name: "bristol-2019" });
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const before = parsed.scenario.windows[0]!;
/** Ends before the pandemic. */
const scenario = { ...parsed.scenario, run_days: before.to_day - before.from_day, windows: [before] };
const placeOf = (name: string): number => scenario.nodes.findIndex((node) => node.name === name);

const replications = 12;
const clocks: PublishedClock[] = [];
const outcomes: Outcome[] = [];
for (let replication = 0; replication < replications; replication++) {
  const clock = new PublishedClock(scenario.nodes.length, before);
  outcomes.push(await replicate(scenario, { seed: "caregap", replication, executive: "fast" }, [clock]));
  clocks.push(clock);
}
const inWholeDays = Array.from({ length: replications }, (_, k) => runWholeDays(scenario, `whole days ${k}`));

describe("an independent model that goes in whole days", () => {
  test.each(Object.entries(published))("gives the published queue and wait: %s", (name, { queue, wait }) => {
    const seen = inWholeDays.map((run) => run[placeOf(name)]!);
    expectQueue(median(seen.flatMap((run) => run.queue)), queue);
    expect(median(seen.flatMap(({ started, left }) => [...started, ...left]))).toBe(wait);
  });

  test("lets those who are assessed by IAPT wait for 68 days", () => {
    const seen = inWholeDays.map((run) => run[placeOf("IAPT assessment")]!);
    expect(median(seen.flatMap(({ started }) => started))).toBe(waitOfAssessed);
  });
});

describe("our runs, counted at the end of each day", () => {
  test.each(Object.entries(published))("give the published queue and wait: %s", (name, { queue, wait }) => {
    const place = placeOf(name);
    expectQueue(median(clocks.flatMap((clock) => clock.queue(place))), queue);
    const seen = clocks.map((clock) => clock.places[place]!);
    expect(median(seen.flatMap(({ started, left }) => [...started, ...left]))).toBe(wait);
  });

  test("people assessed by IAPT waited 68 days, where all who left its list waited 59", () => {
    const assessed = clocks.flatMap((clock) => clock.places[placeOf("IAPT assessment")]!.started);
    expect(median(assessed)).toBe(waitOfAssessed);
  });
});

describe("our runs as they are", () => {
  test.each(congested)("have shorter queues by half a day of those who start: %s", (name) => {
    const ours = valuesOf(name, "queue_length", "time_weighted", "mean");
    const starts = valuesOf(name, "starts", "events", "per_day");
    const theirs = inWholeDays.map((run) => mean(run[placeOf(name)]!.queue));
    const expected = ours.map((queue, k) => queue + starts[k]! / 2);
    expect(Math.abs(mean(expected) - mean(theirs))).toBeLessThan(4 * Math.hypot(error(expected), error(theirs)));
    expectQueue(median(ours) + median(starts) / 2, published[name].queue);
  });

  test.each(congested)("wait as published, in days begun: %s", (name) => {
    const waits = valuesOf(name, "wait", "all_ended", "median");
    expect(Math.abs(mean(waits) - published[name].wait)).toBeLessThan(0.5);
  });

  test("start to be assessed by IAPT, in the middle, within the 68th day", () => {
    const waits = valuesOf("IAPT assessment", "wait", "started", "median");
    expect(Math.ceil(mean(waits))).toBe(waitOfAssessed);
  });
});

/** Within 3%, or for small queues within 1: both are medians of whole numbers. */
function expectQueue(simulated: number, told: number): void {
  expect(Math.abs(simulated - told)).toBeLessThanOrEqual(Math.max(0.03 * told, 1));
}

function valuesOf(place: string, measure: string, estimand: string, statistic: string): number[] {
  const figure = figureKeys(scenario).findIndex(
    (key) =>
      key.place === place &&
      key.group === "all" &&
      key.measure === measure &&
      key.estimand === estimand &&
      key.statistic === statistic,
  );
  return outcomes.map((outcome) => outcome.values[figure]!);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard error of the mean. */
function error(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) * (value - middle), 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

/** The smallest value that at least half do not exceed. */
function median(values: readonly number[]): number {
  return Float64Array.from(values).toSorted()[Math.ceil(values.length / 2) - 1]!;
}
