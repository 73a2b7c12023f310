/** Little's law and the warm-up of a pathway. */
import { describe, expect, test } from "vitest";
import { littleRows, runChecks, uncheckedIn } from "../../src/experiment/check.ts";
import { settlingOf } from "../../src/experiment/method/settling.ts";
import { figureKeys, replicate } from "../../src/experiment/replication.ts";
import { StaysReader } from "../../src/experiment/theory/little.ts";
import { legendOf } from "../../src/model/legend.ts";
import { type Block, Kind, type Reader } from "../../src/records/log.ts";
import { careStates } from "../../src/records/pathway-codes.ts";
import { brief, changed } from "./scenarios.ts";

describe("Little's law", () => {
  test("holds on every list and caseload of a pathway, for each group and window", async () => {
    const scenario = brief();
    const windows = [...scenario.windows, { name: "early", from_day: 30, to_day: 200 }];
    const rows = await runChecks({ ...scenario, windows }, { seed: "tests", replications: 2 });
    expect(rows.filter(({ agrees }) => !agrees)).toEqual([]);
    const checked = new Set(rows.map(({ key }) => `${key.place}, ${key.measure}, ${key.group}, ${key.window}`));
    for (const place of ["IAPT", "IAPT: therapy", "CMHT: care coordination"]) {
      for (const measure of ["queue_length", "in_service"]) {
        for (const { name } of windows) expect(checked).toContain(`${place}, ${measure}, pd, ${name}`);
      }
    }
    expect(rows.find(({ key }) => key.place === "IAPT" && key.measure === "queue_length")!.expected).toBeGreaterThan(1);
    expect(uncheckedIn(scenario)).toHaveLength(1);
  });

  test("is seen to be broken where somebody's start is not written down", async () => {
    const scenario = brief({ run_days: 60 });
    const legend = legendOf(scenario);
    const stays = new StaysReader(legend);
    let starts = 0;
    const losing: Reader = {
      read(block: Block): void {
        const kind = block.kind.map((each) => (each === Kind.start && ++starts % 100 === 0 ? Kind.recall : each));
        stays.read({ ...block, kind, rows: block.rows });
      },
      end: (horizon) => stays.end(horizon),
    };
    const { values } = await replicate(scenario, { seed: "tests", replication: 0, executive: "fast" }, [losing]);
    const rows = littleRows(legend, figureKeys(scenario), values, stays.stays());
    expect(rows.filter(({ agrees }) => !agrees).length).toBeGreaterThan(0);
  });
});

describe("the warm-up of a pathway", () => {
  test("looks at lists, caseloads and states of care", async () => {
    const found = await settlingOf(changed({ warm_up_days: 0, run_days: 1500 }), { seed: "tests", replications: 2 });
    const of = (place: string, measure: string) =>
      found.series.find((each) => each.place === place && each.measure === measure);
    expect(of("IAPT", "queue_length")).toBeDefined();
    expect(of("IAPT: therapy", "in_service")!.mean.at(-1)).toBeGreaterThan(5);
    expect(found.series.filter(({ place }) => place === "everybody").map(({ measure }) => measure)).toEqual(
      careStates.filter((state) => state !== "held"),
    );
    const people = (i: number): number =>
      found.series.filter(({ place }) => place === "everybody").reduce((sum, { mean }) => sum + mean[i]!, 0);
    expect(people(0)).toBeGreaterThan(4000);
    // Whoever is there from day 0 starts out of care: treatment fills up, and takes time to.
    expect(of("everybody", "in_treatment")!.mean[0]).toBeLessThan(of("everybody", "in_treatment")!.mean.at(-1)! / 4);
    expect(found.recommended_days).toBeGreaterThan(0);
  });
});
