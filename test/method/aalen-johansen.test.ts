/** Competing endings, against hand-made logs and theory. */
import { describe, expect, test } from "vitest";
import { cumulativeIncidence } from "../../src/experiment/method/aalen-johansen.ts";
import { EndingsReader, type Wait } from "../../src/experiment/method/endings.ts";
import { incidenceOf, incidenceTable } from "../../src/experiment/method/incidence.ts";
import { figureKeys, legendOf, replicate } from "../../src/index.ts";
import { Kind, Log } from "../../src/records/log.ts";
import { desk } from "./scenario.ts";

const wait = (days: number, ending?: Wait["ending"]): Wait => ({ days, ending });

describe("the estimator", () => {
  test("by hand: six people, two of them still waiting", () => {
    // Day 0: 1 of 6 refused. Day 2: 1 of 5 starts, 1 of 5 leaves; 1 censored. Day 4: 1 of 2 starts, 1 censored.
    const waits = [wait(2, "started"), wait(4), wait(2, "left"), wait(0, "refused"), wait(2), wait(4, "started")];
    const { started, left, refused } = cumulativeIncidence(waits, [0, 1, 2, 4, 9]);
    expect([...refused]).toEqual([1, 1, 1, 1, 1].map((each) => each / 6));
    [0, 0, 1 / 6, 1 / 6 + 1 / 4, 5 / 12].forEach((share, i) => expect(started[i]).toBeCloseTo(share, 14));
    [0, 0, 1 / 6, 1 / 6, 1 / 6].forEach((share, i) => expect(left[i]).toBeCloseTo(share, 14));
  });

  test("without censoring it is the plain share", () => {
    const waits = [wait(1, "started"), wait(2, "left"), wait(3, "started"), wait(3, "started")];
    const { started, left } = cumulativeIncidence(waits, [1, 2, 3]);
    [0.25, 0.25, 0.75].forEach((share, i) => expect(started[i]).toBeCloseTo(share, 14));
    [0, 0.25, 0.25].forEach((share, i) => expect(left[i]).toBeCloseTo(share, 14));
  });

  test("nobody has no curve", () => {
    expect([...cumulativeIncidence([], [1]).started]).toEqual([NaN]);
  });
});

test("a log is read as it was written: waits by window, and who still waits at the end", () => {
  const reader = new EndingsReader();
  const log = new Log([reader]);
  log.write(1, Kind.join, 1, 0, 0, 0, -1);
  log.write(2, Kind.serve, 2, 1, 0, 0, -1);
  log.write(3, Kind.join, 3, 2, 0, 0, -1);
  log.write(4, Kind.start, 1, 0, 0, 0, 0);
  log.write(5, Kind.refuse, 4, 3, 0, 0, -1);
  log.write(6, Kind.join, 5, 4, 0, 0, -1);
  log.write(8, Kind.leave, 3, 2, 0, 0, 0);
  log.end(10);
  const legend = { ...legendOf(desk()), windows: [{ name: "w", from_day: 2, to_day: 7 }] };
  expect(reader.waits(legend, { window: 0, place: 0 })).toMatchObject([
    { days: 0, ending: "started" },
    { days: 0, ending: "refused" },
    { days: 5, ending: "left" },
    { days: 4, ending: undefined },
  ]);
});

describe("of a scenario", () => {
  const scenario = desk({
    run_days: 2000,
    more: {
      arrivals: [{ per_day: 1.5 }],
      patience: { law: "exponential", mean_days: 4 },
      leavers: "gone",
      waiting_room: { from_outside: 6 },
    },
  });
  const days = [0, 1, 2, 5, 10, 1000];

  test("all endings together come to 1, and their totals are the counts of the measures", async () => {
    const rows = await incidenceOf(scenario, { seed: "a", executive: "fast", replications: 4, days });
    const at = (ending: string, day: number) => rows.find((row) => row.curve === ending && row.day === day)!;
    const total = ["started", "left", "rejected"].reduce((sum, ending) => sum + at(ending, 1000).mean, 0);
    expect(total).toBeCloseTo(1, 2);
    expect(at("rejected", 0).mean).toBe(at("rejected", 1000).mean);
    expect(at("started", 5)).toMatchObject({ window: "after warm-up", place: "desk", group: "all", n: 4 });
    expect(at("still_waiting", 5).mean).toBeCloseTo(
      1 - at("started", 5).mean - at("left", 5).mean - at("rejected", 5).mean,
      12,
    );
    // Nobody can leave or be turned away: more would start.
    expect(at("kaplan_meier_started", 5).mean).toBeGreaterThan(at("started", 5).mean);
    expect(at("started", 5).low).toBeLessThan(at("started", 5).mean);

    const keys = figureKeys(scenario);
    const { values } = await replicate(scenario, { seed: "a", replication: 0, executive: "fast" });
    const count = (measure: string, estimand: string): number =>
      values[
        keys.findIndex((key) => key.measure === measure && key.estimand === estimand && key.statistic === "count")
      ]!;
    const one = await incidenceOf(scenario, { seed: "a", executive: "fast", replications: 1, days });
    const refused = one.find((row) => row.curve === "rejected" && row.day === 0)!.mean;
    expect(refused).toBeCloseTo(count("refused", "events") / count("arrivals", "from_outside"), 12);
  });

  test("the table has one row for each day and ending", async () => {
    const rows = await incidenceOf(scenario, { seed: "a", executive: "fast", replications: 2, days });
    const table = incidenceTable(rows);
    expect(table.columns).toHaveLength(9);
    expect([...table.rows()]).toHaveLength(5 * days.length);
  });
});
